using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage.Scenarios;

public sealed class WhatIfTests
{
    private const string Leavers = "early_school_leavers";

    private static readonly MortgageDossier Dossier = new(new ContractVersions(Mortgage.Contract())) { Entries = [Mortgage.Operation("o", 2017, 2000)] };

    [Fact]
    public void Assumed_values_and_activities_give_the_statement_that_would_follow_and_are_marked()
    {
        var known = Known();
        var assumed = new MortgageAssumptions(2018, [new AssumedValue(Leavers, 12.9m)], [new AssumedActivity("walk_in", 10)], Operation: 100);

        var statement = MortgageWhatIf.ComputeStatements(Dossier, Mortgage.Catalogue, known.Set, assumed).Single(s => s.Period.Year == 2018);

        Assert.Equal((3000m, 500m, 100m), (Mortgage.Line(statement, Leavers).Amount, Mortgage.Line(statement, "activities/walk_in").Amount, Mortgage.Line(statement, "operation").Amount));
        Assert.Equal([Leavers, "activities/walk_in", "operation"], statement.Findings.Single(f => f.Code == "assumed").Lines);
        Assert.Equal(4.7m, Mortgage.Line(statement, Leavers).Reference); // The last value known of the city.
        Assert.Equal(1, SocialMortgageStatements.Compute(Dossier, Mortgage.Catalogue, known.Set).Count(s => s.Period.Year <= 2018)); // Nothing stays behind.
    }

    [Theory]
    [InlineData(2016, Leavers, "walk_in", "year")]
    [InlineData(2018, "inhabitants", "walk_in", "values")]
    [InlineData(2018, Leavers, "concert", "activity")]
    [InlineData(2017, Leavers, "walk_in", "year")] // settled
    public void An_invalid_assumption_is_refused_by_field(int year, string indicator, string activity, string field)
    {
        var settled = Dossier with { Settlements = [new Settlement("dolphia", 2017, new DateOnly(2018, 1, 1), "gemeente", SocialMortgageStatements.Compute(Dossier, Mortgage.Catalogue, Known().Set)[0])] };

        Assert.Equal(field, MortgageWhatIf.Validate(settled, new MortgageAssumptions(year, [new AssumedValue(indicator, 1)], [new AssumedActivity(activity, 1)]))?.Field);
    }

    [Fact]
    public void The_target_states_the_least_that_suffices_for_each_line()
    {
        var known = Known();
        var target = MortgageTarget.Create(Dossier, Mortgage.Catalogue, known.Set, 2017);

        Assert.Equal((20_000m, 3500m, 16_500m), (target.Reference, target.Repaid, target.Shortfall));
        var ways = target.Options.ToDictionary(w => w.Line);
        Assert.Equal((330m, 16_500m), (ways["activities/walk_in"].Needed, ways["operation"].Needed));
        Assert.Equal(3.9m, ways[Leavers].Needed); // 12 steps of 1,500 from 15.9, of which one is reached.
        Assert.Null(ways["public_space_reports"].Needed); // 132 steps of 0.1 are more than the 7.0 that there are.
        Assert.All(target.Options.Where(w => w.Needed is not null), w => Assert.True(w.Repaid >= target.Reference));
        Assert.True(Repaid(known, new MortgageAssumptions(2017, [new AssumedValue(Leavers, 4.9m, 4.7m)])) < target.Reference);
        Assert.Equal(ways[Leavers].Repaid, Repaid(known, new MortgageAssumptions(2017, [new AssumedValue(Leavers, 3.9m, 4.7m)])));
    }

    [Fact]
    public void A_target_for_a_year_without_figures_starts_from_earlier_repayments()
    {
        var target = MortgageTarget.Create(Dossier, Mortgage.Catalogue, Known().Set, 2018);

        Assert.Equal((40_000m, 3500m), (target.Reference, target.Repaid));
    }

    [Fact]
    public void A_year_on_track_needs_nothing() => Assert.Empty(MortgageTarget.Create(
        Dossier with { Entries = [Mortgage.Operation("o", 2017, 20_000)] }, Mortgage.Catalogue, new Observed().Set, 2017).Options);

    [Fact]
    public void A_projection_covers_the_rest_of_the_term_and_states_its_assumptions()
    {
        var projection = MortgageProjection.Create(
            Dossier, Mortgage.Catalogue, Known().Set, new ProjectionAssumptions([new AssumedTrend(Leavers, -1)], [new AssumedActivity("walk_in", 100)]));

        Assert.Equal(Enumerable.Range(2017, 10), projection.Years.Select(y => y.Year));
        Assert.Equal([true, false], projection.Years.Take(2).Select(y => y.IsKnown));
        Assert.All(projection.Years.Skip(1), y => Assert.Equal((5000m, 1500m, 2000m), (y.Activities, y.Indicators, y.Operation)));
        Assert.Equal(200_000 - 3500 - (9 * 8500m), projection.Years[^1].ClosingBalance);
        Assert.Contains(projection.Assumptions, a => a.Nl == "Voortijdig schoolverlaters: 14,9 in 2017, daarna elk jaar 1 lager; de stad gelijk.");
        Assert.Contains(projection.Assumptions, a => a.Nl == "Opbrengst van het huis: elk jaar € 2.000.");
    }

    private static Observed Known() => new Observed().Value(Mortgage.Area, 2017, Leavers, 14.9m).Value(Mortgage.City, 2017, Leavers, 4.7m);

    private static decimal? Repaid(Observed known, MortgageAssumptions assumed) =>
        Mortgage.Total(MortgageWhatIf.ComputeStatements(Dossier, Mortgage.Catalogue, known.Set, assumed).Single(s => s.Period.Year == assumed.Year), "repaid");
}
