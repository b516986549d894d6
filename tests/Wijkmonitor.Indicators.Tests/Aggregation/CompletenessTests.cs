using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

namespace Wijkmonitor.Indicators.Tests.Aggregation;

public sealed class CompletenessTests
{
    private const string Large = "BU01530000";
    private const string Middle = "BU01530001";
    private const string Small = "BU01530002";
    private const string City = "GM0153";
    private static readonly AreaCode Code = AreaCode.Parse("CU0153-dolphia");
    private static readonly Period Year = new(2017);

    [Fact]
    public void A_share_is_that_of_the_parts_that_reported_over_their_denominator_alone()
    {
        var figure = Derive(Observe().Value(Large, 2017, "social_assistance", 10).Value(Middle, 2017, "social_assistance", 20), 0.9m);

        // (600 x 10 + 300 x 20) / 900, not / 1000: the hundred residents of the part that is missing do not count.
        Assert.Equal(12000m / 900, figure.Value.Number);
        Assert.Equal((0.9m, CompletenessBasis.Denominator, true, 900m), Describe(figure));
        Assert.Equal([Small], figure.Completeness!.Lost.Select(area => area.Value));
        Assert.Null(figure.Derivation!.NotDerived);
    }

    [Fact]
    public void Below_the_declared_share_there_is_a_figure_and_it_may_not_be_judged()
    {
        var figure = Derive(Observe().Value(Large, 2017, "social_assistance", 10), 0.61m);

        Assert.Equal(10m, figure.Value.Number);
        Assert.Equal((0.6m, CompletenessBasis.Denominator, false, 600m), Describe(figure));
        Assert.Equal([Middle, Small], figure.Completeness!.Lost.Select(area => area.Value));
        Assert.Equal((ObservedState.Unknown, 10m), (figure.ForVerdict().Value.State, figure.ForVerdict().AsShown().Value.Number!.Value));
    }

    [Fact]
    public void A_share_just_below_the_limit_is_never_shown_as_the_limit()
    {
        var completeness = FigureCompleteness.From(0.89999999m, CompletenessBasis.Parts, 0.9m, []);

        Assert.Equal((0.8999m, false), (completeness.Share, completeness.IsEnough));
    }

    [Fact]
    public void A_total_that_lacks_a_part_is_never_judged()
    {
        var observed = new Observed().Value(Large, 2017, "inhabitants", 600).Value(Middle, 2017, "inhabitants", 300);

        var figure = Derive(observed, 0.5m, "inhabitants");

        Assert.Equal(900m, figure.Value.Number);
        Assert.Equal((0.6666m, CompletenessBasis.Parts, false, (decimal?)null), Describe(figure));
    }

    [Fact]
    public void Without_a_declared_share_there_is_a_figure_of_all_parts_or_none() =>
        Assert.Equal(
            NotDerivedReason.PartMissing,
            Derive(Observe().Value(Large, 2017, "social_assistance", 10), minShare: null).Derivation!.NotDerived!.Reason);

    [Fact]
    public void A_withheld_part_is_not_a_missing_one_and_withholds_the_whole()
    {
        var figure = Derive(
            Observe().Value(Large, 2017, "social_assistance", 10).Without(Middle, 2017, "social_assistance", ObservedState.Suppressed)
                .Without(Small, 2017, "social_assistance", ObservedState.Unknown),
            0.1m);

        Assert.Equal((ObservedState.Suppressed, (FigureCompleteness?)null), (figure.Value.State, figure.Completeness));
    }

    [Fact]
    public void A_part_of_unknown_weight_is_missing_and_the_share_is_that_of_the_parts()
    {
        var observed = new Observed().Value(Large, 2017, "inhabitants", 600).Value(Large, 2017, "social_assistance", 10)
            .Value(Middle, 2017, "inhabitants", 300).Value(Middle, 2017, "social_assistance", 20).Value(Small, 2017, "social_assistance", 30);

        Assert.Equal((0.6666m, CompletenessBasis.Parts, false, 900m), Describe(Derive(observed, 0.9m)));
    }

    [Fact]
    public void Losses_of_a_crosswalk_are_listed_with_the_figure()
    {
        var to = AreaCode.Parse("BU0153AA01");
        var crosswalk = Crosswalk.Create(2016, 2020, new[] { Large, Middle, Small }.Select((from, i) =>
            new CrosswalkEntry(2016, AreaCode.Parse(from), 2020, [new CrosswalkShare(to, 1, i + 2)], "crosswalks-1")));
        var observed = Observe().Value(Large, 2017, "social_assistance", 10).Value(Small, 2017, "social_assistance", 20);

        var carried = crosswalk.CarryAll(Declare(observed, 0.9m), IndicatorCatalogueTests.Shipped());

        var figure = Assert.Single(carried.Carried, found => found.Indicator == "social_assistance");
        Assert.Equal((8000m / 700, 2020), (figure.Value.Number, figure.BoundaryYear));
        Assert.Equal((0.7m, CompletenessBasis.Denominator, false, 700m), Describe(figure));
        Assert.Equal([Middle], figure.Completeness!.Lost.Select(area => area.Value));
    }

    [Fact]
    public void A_compass_shows_a_figure_that_is_too_incomplete_without_a_colour_and_says_why()
    {
        var observed = Observe().Value(City, 2017, "social_assistance", 5).Value(Large, 2017, "social_assistance", 10);

        var card = Assert.Single(Compasses(observed, 0.9m), card => card.Area == Code);

        var line = Assert.Single(card.Lines, line => line.Code == "social_assistance");
        Assert.Equal((LineState.MissingInput, Signal.None, 10m, false), (line.State, line.Signal, line.Value, line.Completeness!.IsEnough));
        Assert.Equal(
            "Dit cijfer is niet volledig genoeg om te beoordelen. Een cijfer hierin gaat over 60% van het geheel (ontbreekt: BU01530001, BU01530002). "
            + "Voor een oordeel is 90% nodig; er is geen oordeel.",
            line.Explanation.Nl);
        Assert.Equal((ObservedState.Known, 10m), (line.Inputs[0].State, line.Inputs[0].Value));
        Assert.Contains(card.Findings, finding => finding.Code == "incomplete" && finding.Lines.Contains("social_assistance"));
        Assert.DoesNotContain(card.Findings, finding => finding.Code == "missing" && finding.Lines.Contains("social_assistance"));
    }

    [Fact]
    public void A_compass_judges_a_figure_that_is_complete_enough_and_names_its_share()
    {
        var observed = Observe().Value(City, 2017, "social_assistance", 5).Value(Large, 2017, "social_assistance", 10).Value(Middle, 2017, "social_assistance", 20);

        var line = Assert.Single(Assert.Single(Compasses(observed, 0.9m), card => card.Area == Code).Lines, line => line.Code == "social_assistance");

        Assert.Equal((LineState.Valued, Signal.Red), (line.State, line.Signal));
        Assert.EndsWith("Een cijfer hierin gaat over 90% van het geheel (ontbreekt: BU01530002). Voor een oordeel is 90% genoeg.", line.Explanation.Nl);
    }

    [Fact]
    public void A_city_that_is_derived_from_too_few_neighbourhoods_colours_nothing()
    {
        var observed = Observe().Value(Large, 2017, "social_assistance", 10).Value(Middle, 2017, "social_assistance", 20);

        var enough = Line(observed, Large, 0.9m);
        var tooFew = Line(observed, Large, 0.91m);

        Assert.Equal((Signal.Green, 12000m / 900, true), (enough.Signal, enough.Reference!.Value, enough.Completeness!.IsEnough));
        Assert.Equal((Signal.None, (decimal?)null, false), (tooFew.Signal, tooFew.Reference, tooFew.Completeness!.IsEnough));
        Assert.Contains("uit te weinig buurten afgeleid", tooFew.Explanation.Nl);
        Assert.Equal(12000m / 900, Assert.Single(tooFew.Inputs, input => input.Role == "derived-city").Value);
        Assert.Null(Line(observed, Large, minShare: null).Completeness);
    }

    [Fact]
    public void Months_are_never_composed_or_converted_to_a_year()
    {
        var months = new Observed();
        foreach (var month in Enumerable.Range(1, 12).Select(number => FormattableString.Invariant($"2017-{number:00}")))
        {
            months.In(month, Large, "inhabitants", 600).In(month, Middle, "inhabitants", 300).In(month, Small, "inhabitants", 100);
        }

        var set = Compose(months, 0.1m);
        var crosswalk = Crosswalk.Create(2016, 2020, [new CrosswalkEntry(2016, AreaCode.Parse(Large), 2020, [new CrosswalkShare(AreaCode.Parse(Large), 1, 2)], "c")]);

        Assert.DoesNotContain(set.All, found => found.Period.IsCalendarYear);
        Assert.Equal(12, set.All.Count(found => found.Area == Code));
        Assert.Null(set.Find(Code, Year, "inhabitants"));
        Assert.DoesNotContain(crosswalk.CarryAll(Declare(months, 0.1m), IndicatorCatalogueTests.Shipped()).Carried, found => found.Period.IsCalendarYear);
    }

    private static Observed Observe() =>
        new Observed().Value(Large, 2017, "inhabitants", 600).Value(Middle, 2017, "inhabitants", 300).Value(Small, 2017, "inhabitants", 100);

    private static (decimal Share, CompletenessBasis Basis, bool IsEnough, decimal? Denominator) Describe(Observation figure) =>
        (figure.Completeness!.Share, figure.Completeness.Basis, figure.Completeness.IsEnough, figure.Completeness.Denominator);

    private static Observation Derive(Observed observed, decimal? minShare, string indicator = "social_assistance") =>
        Compose(observed, minShare).Find(Code, Year, indicator)!;

    private static ObservationSet Compose(Observed observed, decimal? minShare) =>
        DerivedObservations.Compute(Declare(observed, minShare), IndicatorCatalogueTests.Shipped(), [], [Defined()]);

    private static Observation[] Declare(Observed observed, decimal? minShare) => [.. observed.All.Select(found => found with { RequiredShare = minShare })];

    private static IReadOnlyList<Scorecard> Compasses(Observed observed, decimal? minShare) => CompassCards.Compute(
        CompassComputationTests.Rules(new CompassBands(new CompassBand(CompassBandKind.Absolute, 1), new Dictionary<string, CompassBand>()), CompassStart.Earliest),
        IndicatorCatalogueTests.Shipped(), AreaCode.Parse(City), Compose(observed, minShare), Year, records: []);

    private static ScorecardLine Line(Observed observed, string area, decimal? minShare) =>
        Assert.Single(Assert.Single(Compasses(observed, minShare), card => card.Area.Value == area).Lines, line => line.Code == "social_assistance");

    private static CustomArea Defined() => new(
        new Area(Code, "Dolphia", 2016),
        [new CustomAreaPart(AreaCode.Parse(Large), 1, 2), new CustomAreaPart(AreaCode.Parse(Middle), 1, 3), new CustomAreaPart(AreaCode.Parse(Small), 1, 4)],
        "custom-areas-1");
}
