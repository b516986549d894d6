using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

public sealed class SeriesTests
{
    [Fact]
    public void The_series_has_a_balance_and_yardstick_for_every_year_of_the_term()
    {
        var series = Series(Mortgage.Contract(), Mortgage.Activity("a", 2017, "neighbourhood_party", 12), Mortgage.Operation("o", 2018, 2000), Mortgage.Activity("p", 2018, "walk_in", 2, confirmedBy: null));

        Assert.Equal(Enumerable.Range(2017, 10), series.Years.Select(y => y.Year));
        Assert.Equal(
            [SeriesYearState.Open, SeriesYearState.Open, .. Enumerable.Repeat(SeriesYearState.Ahead, 8)], series.Years.Select(y => y.State));
        Assert.Equal([(200_000m, 188_000m, 180_000m), (188_000m, 186_000m, 160_000m)], series.Years.Take(2).Select(y => (y.Opening!.Value, y.Closing!.Value, y.ReferenceBalance)));
        Assert.Equal([new(12_000, 0, 0), new MortgageSeriesCredits(0, 0, 2000)], series.Years.Take(2).Select(y => y.Credits!));
        Assert.Equal((100m, 14_000m, 35m), (series.Years[1].Pending, series.Years[1].Repaid, series.Years[1].OnTrackPercent));
        Assert.Equal((null, null, 140_000m, 0m), (series.Years[2].Opening, series.Years[2].Credits, series.Years[2].ReferenceBalance, series.Years[^1].ReferenceBalance));
        Assert.False(series.IsAgreed);
        Assert.Contains("niet afgesproken", series.ReferenceLabel.Nl);
    }

    [Fact]
    public void An_agreed_schedule_is_named_as_such_and_leads_to_its_own_balances()
    {
        var series = Series(Mortgage.Contract(json => json["schedule"] = new JsonArray([.. Enumerable.Range(2017, 10).Select(y =>
            (JsonNode)new JsonObject { ["year"] = y, ["activities"] = y == 2017 ? 11_000 : 10_000, ["indicators"] = 5000, ["operation"] = 5000 })])));

        Assert.True(series.IsAgreed);
        Assert.Equal([179_000m, 159_000m], series.Years.Take(2).Select(y => y.ReferenceBalance));
    }

    [Fact]
    public void A_balance_names_the_lines_it_leaves_out()
    {
        var closing = Series(Mortgage.Contract(), Mortgage.Operation("o", 2017, 1)).Years[0].LeavesOut!;

        Assert.Contains(closing, l => l.Codes.Contains("average_income"));
    }

    [Fact]
    public void A_settled_year_is_marked()
    {
        var dossier = new MortgageDossier(new ContractVersions(Mortgage.Contract())) { Entries = [Mortgage.Operation("o", 2017, 1)] };
        var statement = SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, new Observed().Set)[0];
        dossier = dossier with { Settlements = [new Settlement("dolphia", 2017, new DateOnly(2018, 2, 1), "gemeente", statement)] };

        var series = MortgageSeries.Create(dossier.Contract, SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, new Observed().Set));

        Assert.Equal(SeriesYearState.Settled, series.Years[0].State);
    }

    private static MortgageSeries Series(SocialMortgageContract contract, params LedgerEntry[] entries) =>
        MortgageSeries.Create(new ContractVersions(contract), Mortgage.Compute(contract, new Observed(), entries));
}
