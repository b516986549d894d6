using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage.Limits;

/// <summary>
/// Amounts that come to half a cent exactly, in every rule and mode: multiplied before they are divided, rounded once, half away from zero.
/// </summary>
public sealed class HalfCentTests
{
    [Theory]
    [InlineData("6.2", "7.3", "5.01")] // 1.1 / 0.6 x 2.73 = 5.005; divided first it is 5.00499...
    [InlineData("6.2", "5.1", "-5.01")]
    public void Part_of_a_step_of_the_own_value(string baseline, string value, string euros)
    {
        var contract = Mortgage.Only("public_space_grade", rule => Set(rule, ("baseline", Number(baseline)), ("step", 0.6), ("amount", 2.73), ("rounding", "pro-rata"), ("worsening", "negative")));

        AssertEuros(euros, Mortgage.Line(contract, Number(value), 6m));
    }

    [Theory]
    [InlineData("14.8", "5.01")]
    [InlineData("17.0", "-5.01")]
    public void Part_of_a_step_of_the_gap(string value, string euros)
    {
        var contract = Mortgage.Only("early_school_leavers", rule => Set(rule, ("step", 0.6), ("amount", 2.73), ("rounding", "pro-rata"), ("worsening", "negative")));

        AssertEuros(euros, Mortgage.Line(contract, Number(value), 4.7m));
    }

    [Theory]
    [InlineData("6.7", "0.01")] // A third of the gap, a percentage without end: 100 / 3 / 200 x 0.03 = 0.005.
    [InlineData("8.7", "-0.01")]
    public void Part_of_a_step_in_percent_of_the_gap(string value, string euros)
    {
        var contract = Mortgage.Only("early_school_leavers", rule =>
            Set(rule, ("baseline", 7.7), ("step", 200), ("stepUnit", "relative"), ("amount", 0.03), ("rounding", "pro-rata"), ("worsening", "negative")));

        AssertEuros(euros, Mortgage.Line(contract, Number(value), 4.7m));
    }

    [Theory]
    [InlineData("4", "0.01")]
    [InlineData("2", "-0.01")]
    public void Part_of_a_step_in_percent_of_the_own_value(string value, string euros)
    {
        var contract = Mortgage.Only("public_space_grade", rule =>
            Set(rule, ("baseline", 3), ("step", 200), ("stepUnit", "relative"), ("amount", 0.03), ("rounding", "pro-rata"), ("worsening", "negative")));

        AssertEuros(euros, Mortgage.Line(contract, Number(value), 6m));
    }

    [Theory]
    [InlineData("points", "0.1", "4.3", "3.25")]
    [InlineData("relative", "11", "4", "0.75")] // 33.33 percent is three steps of eleven.
    public void Whole_steps_are_cut_off_and_are_whole_cents(string unit, string step, string value, string euros)
    {
        var contract = Mortgage.Only("public_space_grade", rule => Set(rule, ("baseline", 3), ("step", Number(step)), ("stepUnit", unit), ("amount", 0.25), ("rounding", "whole-steps")));

        AssertEuros(euros, Mortgage.Line(contract, Number(value), 6m));
    }

    [Theory]
    [InlineData("total", 560, "33", "1.5", "0.01")] // (100 x 100 / 300 - 33) x 1.5 % = 0.005
    [InlineData("total", 560, "34", "0.75", "-0.01")] // (100 x 100 / 300 - 34) x 0.75 % = -0.005
    [InlineData("per-head", 3, "33", "0.5", "0.01")] // (100 x 100 / 300 - 33) x 3 x 0.5 % = 0.005
    [InlineData("per-head", 3, "34", "0.25", "-0.01")]
    public void A_share_of_a_cost_that_was_avoided(string measure, int residents, string cost, string share, string euros)
    {
        var contract = Mortgage.Contract(json =>
        {
            json["population"]!["count"] = residents;
            var rule = Mortgage.Indicator(json, "care_spending").DeepClone().AsObject();
            Set(rule, ("baseline", 100), ("cityBaseline", 300), ("sharePercent", Number(share)), ("measuredAs", measure), ("worsening", "negative"));
            json["indicators"] = new JsonArray(rule);
        });

        AssertEuros(euros, Mortgage.Line(contract, Number(cost), 100m));
    }

    [Theory]
    [InlineData("once", "floor-at-zero", "5.01", "0.00")]
    [InlineData("once", "claw-back", "5.01", "-5.01")]
    [InlineData("once", "negative", "5.01", "-10.02")]
    [InlineData("annual", "floor-at-zero", "5.01", "0.00")]
    [InlineData("annual", "claw-back", "5.01", "-5.01")]
    [InlineData("annual", "negative", "5.01", "-5.01")]
    public void Each_basis_and_worsening_credits_rounded_worths(string basis, string worsening, string first, string second)
    {
        var contract = Mortgage.Only("public_space_grade", rule =>
            Set(rule, ("step", 0.6), ("amount", 2.73), ("rounding", "pro-rata"), ("basis", basis), ("worsening", worsening)));
        var baseline = (decimal)((Indicators.SocialMortgage.Contracts.PricedIndicator)contract.Indicators[0]).Baseline;

        var statements = Mortgage.Compute(contract, new Observed()
            .Value(Mortgage.Area, 2017, "public_space_grade", baseline + 1.1m)
            .Value(Mortgage.Area, 2018, "public_space_grade", baseline - 1.1m));

        Assert.Equal([Number(first), Number(second)], statements.Select(statement => Mortgage.Line(statement, "public_space_grade").Amount));
    }

    [Fact]
    public void Interest_the_reference_and_a_module_round_half_a_cent_up()
    {
        var contract = Mortgage.Contract(json =>
        {
            Set(json, ("principal", 100.50), ("interestPercent", 1), ("termYears", 4));
            json["modules"]![0]!["sharePercent"] = 15;
        });

        var statement = Mortgage.Compute(contract, new Observed().Value(Mortgage.Area, 2017, "public_space_grade", 6.2m))[0];

        Assert.Equal(1.01m, Mortgage.Total(statement, "interest")); // 1.005
        Assert.Equal(25.13m, Mortgage.Total(statement, "reference")); // 25.125
        Assert.Equal(15.08m, Indicators.SocialMortgage.Statements.MortgageModule.CreateAll(contract, 0)[0].Threshold); // 15.075
    }

    private static void Set(JsonObject json, params (string Name, JsonNode Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }
    }

    // The explanation alone gives the same amount.
    private static void AssertEuros(string euros, ScorecardLine line)
    {
        Assert.Equal(Number(euros), line.Amount);
        Assert.Equal(Number(euros), Explained.Amount(line));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
