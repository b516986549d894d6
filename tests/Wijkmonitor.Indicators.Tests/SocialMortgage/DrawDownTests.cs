using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>A principal that is drawn in parts: interest and balance follow what was drawn.</summary>
public sealed class DrawDownTests
{
    [Fact]
    public void Interest_and_balance_follow_the_parts_that_were_drawn()
    {
        var contract = Drawn(("2017-01-01", 100_000), ("2018-07-01", 100_000));

        var statements = Mortgage.Compute(contract, new Observed(), [Mortgage.Operation("a", 2017, 1000), Mortgage.Operation("b", 2018, 1000)]);

        // 2018: 2 % of 101,000, and of 100,000 over 184 of 365 days.
        Assert.Equal(
            [(0m, 100_000m, 2000m, 101_000m), (101_000m, 100_000m, 3028.22m, 203_028.22m)],
            statements.Select(s => (
                Mortgage.Total(s, "opening-balance")!.Value, Mortgage.Total(s, "drawn")!.Value, Mortgage.Total(s, "interest")!.Value,
                Mortgage.Total(s, "closing-balance")!.Value)));
    }

    [Fact]
    public void The_ledger_has_each_part_in_its_year()
    {
        var contract = Drawn(("2017-03-01", 50_000), ("2017-09-01", 50_000), ("2019-01-01", 100_000));
        var statements = Mortgage.Compute(contract, new Observed(), [Mortgage.Operation("a", 2017, 1000), Mortgage.Operation("b", 2019, 1000)]);

        var postings = MortgageLedger.Create(new ContractVersions(contract), statements);

        Assert.Equal([(2017, 100_000m), (2019, 100_000m)], postings.Where(p => p.Kind == "draw-down").Select(p => (p.Year, p.Change)));
        Assert.Equal(0, postings[0].Balance);
        Assert.Equal(Mortgage.Total(statements[^1], "closing-balance"), postings[^1].Balance);
    }

    [Fact]
    public void Without_parts_all_of_it_is_drawn_at_the_start()
    {
        var statement = Mortgage.Compute(Mortgage.Contract(), new Observed(), [Mortgage.Operation("a", 2017, 1000)])[0];

        Assert.Equal(200_000m, Mortgage.Total(statement, "opening-balance"));
        Assert.DoesNotContain(statement.Totals, total => total.Code == "drawn");
    }

    [Theory]
    [InlineData("drawDowns", "2017-01-01", 150_000, "2018-01-01", 40_000)]
    [InlineData("drawDowns", "2017-01-01", 100_000, "2017-01-01", 100_000)]
    [InlineData("drawDowns/2016-12-31/date", "2016-12-31", 100_000, "2018-01-01", 100_000)]
    [InlineData("drawDowns/2018-01-01/amount", "2017-01-01", 99_999.995, "2018-01-01", 100_000.005)]
    public void Parts_that_are_not_the_principal_within_the_term_are_refused(string field, string first, double one, string second, double other)
    {
        var json = Mortgage.Json();
        json["drawDowns"] = Parts((first, (decimal)one), (second, (decimal)other));

        Assert.Contains(Mortgage.Read(json.ToJsonString()).Problems, problem => problem.Field == field);
    }

    [Fact]
    public void A_new_version_can_change_only_future_draw_downs()
    {
        var known = Drawn(("2017-01-01", 100_000), ("2019-07-01", 100_000));
        SocialMortgageContract Next(params (string, decimal)[] parts) => Drawn(parts) with { Version = "2", ValidFrom = new DateOnly(2018, 1, 1) };

        Assert.Empty(ContractVersions.ValidateNext([known], Next(("2017-01-01", 100_000), ("2020-01-01", 100_000)), lastSettledYear: null));
        Assert.Equal("drawDowns", Assert.Single(ContractVersions.ValidateNext([known], Next(("2017-01-01", 120_000), ("2020-01-01", 80_000)), lastSettledYear: null)).Field);
    }

    private static SocialMortgageContract Drawn(params (string Date, decimal Amount)[] parts) =>
        Mortgage.Contract(json => (json["drawDowns"], json["interestPercent"]) = (Parts(parts), 2));

    private static JsonArray Parts(params (string Date, decimal Amount)[] parts) =>
        [.. parts.Select(part => new JsonObject { ["date"] = part.Date, ["amount"] = part.Amount })];
}
