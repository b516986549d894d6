using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage.Limits;

/// <summary>Limits of the numbers of a contract, and figures beyond what any contract can pay for.</summary>
public sealed class ContractLimitTests
{
    private const decimal MaxFigure = 1_000_000_000_000_000;

    [Theory]
    [InlineData("caps/activities/perYear", 10.005)]
    [InlineData("caps/operation/term", 0.001)]
    [InlineData("caps/indicators/term", 1_000_000_000.01)]
    [InlineData("principal", 200_000.001)]
    [InlineData("principal", 1_000_000_001)]
    [InlineData("interestPercent", 26)]
    [InlineData("population/count", 100_000_001)]
    public void An_amount_beyond_whole_cents_or_the_limits_is_refused(string field, double value)
    {
        var json = Mortgage.Json();
        json["caps"] = new JsonObject { ["activities"] = new JsonObject(), ["indicators"] = new JsonObject(), ["operation"] = new JsonObject() };
        SetAt(json, field, value);

        Assert.Equal(field, Assert.Single(Mortgage.Read(json.ToJsonString()).Problems).Field);
    }

    [Theory]
    [InlineData("cap/perYear", 0.005)]
    [InlineData("cap/term", 1_000_000_001)]
    [InlineData("amount", 0.001)]
    [InlineData("amount", 1_000_000_001)]
    [InlineData("step", 0.00001)]
    [InlineData("step", 1e13)]
    [InlineData("baseline", 1e13)]
    [InlineData("cityBaseline", -1e13)]
    [InlineData("agreedChange", 1e13)]
    public void A_number_of_an_indicator_beyond_the_limits_is_refused(string field, double value)
    {
        var json = Mortgage.Json();
        var rule = Mortgage.Indicator(json, "early_school_leavers");
        rule["cap"] = new JsonObject();
        SetAt(rule, field, value);

        Assert.Contains($"indicators/early_school_leavers/{field}", Mortgage.Read(json.ToJsonString()).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_percentage_of_a_gap_of_nearly_zero_is_refused()
    {
        var json = Mortgage.Json();
        var rule = Mortgage.Indicator(json, "early_school_leavers");
        (rule["baseline"], rule["stepUnit"]) = (4.70001m, "relative");

        Assert.Equal("indicators/early_school_leavers/stepUnit", Assert.Single(Mortgage.Read(json.ToJsonString()).Problems).Field);
    }

    [Fact]
    public void An_agreed_repayment_with_part_of_a_cent_is_refused()
    {
        var json = Mortgage.Json();
        json["schedule"] = new JsonArray([.. Enumerable.Range(2017, 10).Select(year => new JsonObject { ["year"] = year, ["total"] = year == 2019 ? 20_000.005m : 20_000 })]);

        Assert.Equal("schedule/2019", Assert.Single(Mortgage.Read(json.ToJsonString()).Problems).Field);
    }

    [Fact]
    public void The_largest_contract_with_the_largest_figures_and_entries_is_computed_without_overflow()
    {
        var contract = Mortgage.Contract(json =>
        {
            (json["principal"], json["interestPercent"], json["termYears"]) = (1_000_000_000, 25, 50);
            json["population"]!["count"] = 100_000_000;
            var gap = Mortgage.Indicator(json, "early_school_leavers").DeepClone().AsObject();
            (gap["baseline"], gap["cityBaseline"], gap["step"], gap["stepUnit"], gap["amount"], gap["rounding"], gap["worsening"]) =
                (0.0001m, 0, 0.0001m, "relative", 1_000_000_000, "pro-rata", "negative");
            gap.Remove("agreedChange");
            var cost = Mortgage.Indicator(json, "care_spending").DeepClone().AsObject();
            (cost["baseline"], cost["cityBaseline"], cost["measuredAs"], cost["sharePercent"], cost["worsening"]) =
                (1_000_000_000_000, 0.0001m, "per-head", 100, "negative");
            json["indicators"] = new JsonArray(gap, cost);
            json["tariffs"]![0]!["amount"] = 1_000_000_000;
        });
        var observed = new Observed();
        foreach (var year in Enumerable.Range(2017, 50))
        {
            foreach (var code in contract.Indicators.Select(indicator => indicator.Code))
            {
                observed = observed.Value(Mortgage.Area, year, code, MaxFigure).Value(Mortgage.City, year, code, -MaxFigure);
            }
        }

        LedgerEntry[] entries = [.. Enumerable.Range(2017, 50).Select(year => Mortgage.Activity($"A{year}", year, contract.Tariffs[0].Code, -LedgerLimits.MaxCount))];
        var statements = Mortgage.Compute(contract, observed, entries);

        Assert.Equal(50, statements.Count);
        Assert.True(Mortgage.Total(statements[^1], "closing-balance") > LedgerLimits.MaxEuros);
        Assert.All(statements.SelectMany(statement => statement.Lines).Where(line => contract.Indicators.Any(indicator => indicator.Code == line.Code)), line =>
        {
            Assert.Equal((LineState.MissingInput, (decimal?)null), (line.State, line.Amount));
            Assert.StartsWith("With the figures for", line.Explanation.En, StringComparison.Ordinal);
            Assert.Contains("more than 1 billion euros", line.Explanation.En, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(LedgerChannel.Activities, 1_000_001)]
    [InlineData(LedgerChannel.Operation, 1_000_000_001)]
    public void An_entry_beyond_the_limits_is_refused(LedgerChannel channel, decimal number)
    {
        var contract = Mortgage.Contract();
        var entry = channel == LedgerChannel.Activities
            ? Mortgage.Activity("A1", 2017, contract.Tariffs[0].Code, number)
            : Mortgage.Operation("O1", 2017, number);

        Assert.NotNull(contract.Validate(entry));
    }

    [Theory]
    [InlineData("7922816251426433759354395033.5")]
    [InlineData("-7922816251426433759354395033.5")]
    public void An_assumed_figure_of_28_digits_is_refused(string digits)
    {
        var number = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        var dossier = new Indicators.SocialMortgage.Dossiers.MortgageDossier(new ContractVersions(Mortgage.Contract()));

        Assert.Equal("values", MortgageWhatIf.Validate(dossier, new MortgageAssumptions(2017, [new("early_school_leavers", number)]))?.Field);
        Assert.Equal("values", MortgageWhatIf.Validate(dossier, new MortgageAssumptions(2017, [new("early_school_leavers", 1, number)]))?.Field);
        Assert.NotNull(MortgageWhatIf.Validate(dossier, new MortgageAssumptions(2017, Operation: number)));
        Assert.NotNull(MortgageWhatIf.Validate(dossier, new MortgageAssumptions(2017, Activities: [new(dossier.Contract.Latest.Tariffs[0].Code, decimal.Truncate(number))])));
    }

    private static void SetAt(JsonObject json, string path, JsonNode value)
    {
        var names = path.Split('/');
        var owner = names[..^1].Aggregate((JsonNode)json, (node, name) => node[name]!);
        owner[names[^1]] = value;
    }
}
