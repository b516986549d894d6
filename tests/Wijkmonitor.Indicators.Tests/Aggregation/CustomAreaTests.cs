using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Aggregation;

public sealed class CustomAreaTests
{
    private const string Whole = "BU01530000";
    private const string Quarter = "BU01530001";
    private static readonly AreaCode Code = AreaCode.Parse("CU0153-dolphia");
    private static readonly Period Year = new(2017);

    [Fact]
    public void A_total_is_a_weighted_sum_and_a_mean_is_weighted_by_the_denominator()
    {
        var set = Derive(new Observed()
            .Value(Whole, 2017, "inhabitants", 300).Value(Quarter, 2017, "inhabitants", 400)
            .Value(Whole, 2017, "social_assistance", 10).Value(Quarter, 2017, "social_assistance", 2));

        // 300 + a quarter of 400; (300 x 10 + 100 x 2) / 400 = 8.
        Assert.Equal(400m, Number(set, "inhabitants"));
        Assert.Equal(8m, Number(set, "social_assistance"));
    }

    [Fact]
    public void A_missing_part_makes_the_figure_unknown_and_is_named()
    {
        var figure = Derive(new Observed().Value(Whole, 2017, "inhabitants", 300)).Find(Code, Year, "inhabitants")!;

        Assert.Equal(ObservedState.Unknown, figure.Value.State);
        Assert.Equal((NotDerivedReason.PartMissing, Quarter), (figure.Derivation!.NotDerived!.Reason, Assert.Single(figure.Derivation.NotDerived.Because).Value));
    }

    [Fact]
    public void A_withheld_part_withholds_the_total() => Assert.Equal(
        ObservedState.Suppressed,
        Derive(new Observed().Value(Whole, 2017, "inhabitants", 300).Without(Quarter, 2017, "inhabitants", ObservedState.Suppressed)).Find(Code, Year, "inhabitants")!.Value.State);

    [Fact]
    public void A_part_in_other_boundaries_is_missing_without_a_crosswalk()
    {
        var observed = new Observed().Value(Whole, 2017, "inhabitants", 300).Value("BU01530099", 2017, "inhabitants", 40, 2015);
        var crosswalk = new CrosswalkEntry(2015, AreaCode.Parse("BU01530099"), 2016, [new CrosswalkShare(AreaCode.Parse(Quarter), 1, 2)], "crosswalks-1");

        Assert.Null(Number(Derive(observed), "inhabitants"));
        var joined = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), [crosswalk], [Defined(2016)]);
        Assert.Equal(310m, Number(joined, "inhabitants"));
        Assert.Equal(DerivationKind.Carried, joined.Find(Code, Year, "inhabitants")!.Derivation!.Parts[1].Figure!.Derivation!.Kind);
    }

    [Fact]
    public void A_delivered_figure_takes_precedence_and_lists_the_computed_one()
    {
        var set = Derive(new Observed().Value(Whole, 2017, "inhabitants", 300).Value(Quarter, 2017, "inhabitants", 400).Value(Code.Value, 2017, "inhabitants", 5));

        Assert.Equal(5m, Number(set, "inhabitants"));
        var input = ScorecardInput.FromObservation("value", set.Find(Code, Year, "inhabitants")!);
        Assert.Equal(("computed", 400m, PrecedenceRule.Delivered), (Assert.Single(input.Others!).Role, input.Others![0].Value!.Value, input.Rule));
    }

    [Fact]
    public void The_newest_definition_that_gives_a_number_counts()
    {
        var observed = new Observed().Value(Whole, 2017, "inhabitants", 300).Value(Quarter, 2017, "inhabitants", 400);

        var figure = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), [], [Defined(2020), Defined(2016)]).Find(Code, Year, "inhabitants")!;

        Assert.Equal((2016, 400m), (figure.BoundaryYear, figure.Value.Number!.Value));
    }

    [Fact]
    public void As_an_input_a_composed_figure_names_parts_shares_and_deliveries()
    {
        var figure = Derive(new Observed()
            .Value(Whole, 2017, "inhabitants", 300).Value(Quarter, 2017, "inhabitants", 400)
            .Value(Whole, 2017, "social_assistance", 10)).Find(Code, Year, "social_assistance")!;

        var input = ScorecardInput.FromObservation("value", figure);

        Assert.Equal(("CU0153-dolphia/derived-2016/2017/social_assistance", "custom-areas-1", 2), (input.Key, input.Delivery, input.Line));
        Assert.Equal(
            [
                ("part", "BU01530000/area-indicators/2017/social_assistance", "delivery"),
                ("part-weight", "BU01530000/area-indicators/2017/inhabitants", "delivery"),
                ("share", "custom-area/2016/CU0153-dolphia/BU01530000", "custom-areas-1"),
                ("part", "BU01530001/area-indicators/2017/social_assistance", null),
                ("part-weight", "BU01530001/area-indicators/2017/inhabitants", "delivery"),
                ("share", "custom-area/2016/CU0153-dolphia/BU01530001", "custom-areas-1"),
            ],
            input.From!.Select(i => (i.Role, i.Key, i.Delivery)));
    }

    private static decimal? Number(ObservationSet set, string indicator) => set.Find(Code, Year, indicator)!.Value.Number;

    private static ObservationSet Derive(Observed observed) => DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), [], [Defined(2016)]);

    private static CustomArea Defined(int boundaryYear) => new(
        new Area(Code, "Dolphia", boundaryYear),
        [new CustomAreaPart(AreaCode.Parse(Whole), 1, 2), new CustomAreaPart(AreaCode.Parse(Quarter), 0.25m, 3)],
        "custom-areas-1");
}
