using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>Uncertainty of a figure in a statement, next to the amount.</summary>
public sealed class UncertaintyTests
{
    private const string Leavers = "early_school_leavers";

    [Fact]
    public void With_50_pupils_a_line_states_the_value_of_one_case_the_interval_and_the_three_year_mean()
    {
        var line = Lines(15.5m, 14.2m)[1];

        // Wilson (1927) for 14.2 % of 50, by hand: 7.1 and 26.4 percent.
        Assert.Equal((7.1m, 26.4m), (Math.Round(line.Figures["interval-lower"], 1), Math.Round(line.Figures["interval-upper"], 1)));
        Assert.Equal(15.2m, line.Figures["three-year-mean"]); // 15.9 (the frozen baseline), 15.5 and 14.2.
        Assert.Equal(
            "Dit gaat over 50 leerlingen: één geval meer of minder is 2 procentpunt, bij dit tarief ongeveer € 3.000. Met toeval meegerekend ligt het cijfer met 95% zekerheid tussen 7,1 en 26,4%. Gemiddeld over 2016-2018: 15,2%.",
            line.Uncertainty!.Nl);
        Assert.Equal(
            "This is about 50 pupils: one case more or fewer is 2 percentage points, at this rate about € 3,000. With chance counted in, the figure is between 7.1 and 26.4% with 95% certainty. Average of 2016-2018: 15.2%.",
            line.Uncertainty.En);
    }

    [Fact]
    public void The_number_of_pupils_does_not_change_the_amount()
    {
        var without = Mortgage.Only(Leavers, i => i["denominator"]!.AsObject().Remove("count"));

        var line = Mortgage.Line(without, 14.9m, 4.7m);

        Assert.Equal(Mortgage.Line(Mortgage.Only(Leavers), 14.9m, 4.7m).Amount, line.Amount);
        Assert.DoesNotContain("interval-lower", line.Figures.Keys);
        Assert.Null(line.Uncertainty);
    }

    [Fact]
    public void There_is_no_three_year_mean_when_a_year_is_unknown()
    {
        var contract = Mortgage.Only(Leavers);
        var observed = new Observed().Value(Mortgage.Area, 2018, Leavers, 14).Value(Mortgage.Area, 2019, Leavers, 13);

        Assert.DoesNotContain(Mortgage.Compute(contract, observed), s => s.Lines[0].Figures.ContainsKey("three-year-mean"));
    }

    [Fact]
    public void A_grade_has_a_mean_but_no_interval()
    {
        var contract = Mortgage.Only("public_space_grade");
        var observed = new Observed().Value(Mortgage.Area, 2017, "public_space_grade", 6.4m).Value(Mortgage.Area, 2018, "public_space_grade", 6.6m);

        var line = Mortgage.Compute(contract, observed)[1].Lines[0];

        Assert.Equal("Gemiddeld over 2016-2018: 6,4.", line.Uncertainty!.Nl);
        Assert.DoesNotContain("interval-lower", line.Figures.Keys);
    }

    [Fact]
    public void A_source_margin_takes_precedence_over_a_computed_interval_also_for_a_grade()
    {
        var observed = new Observed().Value(Mortgage.Area, 2017, "public_space_grade", 6.4m).With(new ObservedInterval(6.1m, 6.7m) { Method = new IntervalMethod(90) });

        var line = Mortgage.Compute(Mortgage.Only("public_space_grade"), observed)[0].Lines[0];

        Assert.Equal((6.1m, 6.7m), (line.Figures["interval-lower"], line.Figures["interval-upper"]));
        Assert.Contains("Volgens de bron ligt het cijfer met 90% zekerheid tussen 6,1 en 6,7.", line.Uncertainty!.Nl);
        Assert.Contains("According to the source the figure is between 6.1 and 6.7 with 90% certainty.", line.Uncertainty.En);
    }

    [Fact]
    public void The_interval_of_a_rate_per_thousand_is_per_thousand()
    {
        var line = Mortgage.Line(Mortgage.Only("burglaries"), 7, 5);

        // Wilson (1927) for 7 per 1,000 of 560, by hand.
        Assert.Equal((2.7m, 18.0m), (Math.Round(line.Figures["interval-lower"], 1), Math.Round(line.Figures["interval-upper"], 1)));
        Assert.StartsWith("Dit gaat over 560 inwoners: één geval meer of minder is 1,79 per 1.000, bij dit tarief ongeveer € 893.", line.Uncertainty!.Nl);
    }

    private static IReadOnlyList<ScorecardLine> Lines(params decimal[] values)
    {
        var observed = new Observed();
        foreach (var (year, value) in values.Index())
        {
            observed.Value(Mortgage.Area, 2017 + year, Leavers, value).Value(Mortgage.City, 2017 + year, Leavers, 4.7m);
        }

        return [.. Mortgage.Compute(Mortgage.Only(Leavers), observed).Select(s => s.Lines[0])];
    }
}
