using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>The files under samples/inbox give the statement that the documentation shows.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_sample_of_Dolphia_closes_2017_at_183000_euros_and_85_percent()
    {
        var statement = Assert.Single(Statements());

        Assert.Equal(
            [("activities", 12_000m), ("indicators", 3_000m), ("operation", 2_000m), ("closing-balance", 183_000m), ("on-track", 85m), ("pending", 500m), ("next-module", 23_000m)],
            new[] { "activities", "indicators", "operation", "closing-balance", "on-track", "pending", "next-module" }.Select(c => (c, Mortgage.Total(statement, c)!.Value)));
        Assert.Equal("CU0153-dolphia", statement.Area.Value);
        Assert.Equal(("dolphia", "1"), (statement.Subject, statement.RuleVersion));
    }

    [Theory]
    [InlineData("social_assistance", LineState.Valued, 750)]
    [InlineData("average_income", LineState.Unresolved, null)]
    [InlineData("care_spending", LineState.MissingInput, null)]
    [InlineData("elderly_loneliness", LineState.ToBeDetermined, null)]
    [InlineData("early_school_leavers", LineState.Valued, 1500)]
    [InlineData("youth_sports_club", LineState.Valued, 0)]
    [InlineData("public_space_reports", LineState.Valued, 0)]
    [InlineData("public_space_grade", LineState.Valued, 750)]
    [InlineData("burglaries", LineState.Valued, 0)]
    [InlineData("alcohol_drugs_nuisance", LineState.ToBeDetermined, null)]
    public void Each_line_of_the_sample_has_its_state(string code, LineState state, int? amount)
    {
        var line = Mortgage.Line(Statements()[0], code);

        Assert.Equal((state, amount), (line.State, (int?)line.Amount));
    }

    [Fact]
    public void The_delivered_baseline_of_the_sample_is_the_one_in_its_contract() =>
        Assert.DoesNotContain(Statements()[0].Findings, f => f.Code is "baseline-differs" or "boundary-change" or "entry-refused" or "duplicate-entry");

    [Theory]
    [InlineData("areas", "enschede.csv")]
    [InlineData("area-indicators", "dolphia-2016.csv")]
    [InlineData("area-indicators", "dolphia-2017.csv")]
    [InlineData("activities", "dolphia-2017.csv")]
    [InlineData("operation", "dolphia-2017.csv")]
    public void Each_sample_states_its_real_and_invented_parts(string folder, string file)
    {
        var comments = File.ReadLines(RepositoryFolder.File("samples", "inbox", folder, file)).TakeWhile(l => l.StartsWith('#')).ToList();

        Assert.Contains(comments, l => l.Contains("Real", StringComparison.Ordinal));
        Assert.Contains(comments, l => l.Contains("Invented", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Scorecard> Statements()
    {
        var observations = Items("area-indicators", "dolphia-2016.csv").Concat(Items("area-indicators", "dolphia-2017.csv"))
            .Cast<AreaObservations>()
            .SelectMany(row => row.Values.Select(v => new Observation(
                row.Area, row.Period, v.Indicator, v.Value, "area-indicators", row.BoundaryYear, row.Status, new SourceLine("sample", v.Line))));
        var entries = Items("activities", "dolphia-2017.csv").Concat(Items("operation", "dolphia-2017.csv")).Cast<LedgerEntryItem>().Select(item => item.Entry);
        return SocialMortgageStatements.Compute(Mortgage.Contract(), Mortgage.Catalogue, new ObservationSet(observations), [.. entries]);
    }

    private static IReadOnlyList<DatasetItem> Items(string dataset, string file)
    {
        using var content = File.OpenRead(RepositoryFolder.File("samples", "inbox", dataset, file));
        var reading = Reading.Read(Reading.Definition(dataset), content);
        Assert.Empty(reading.Log.Kept);
        return reading.Items;
    }
}
