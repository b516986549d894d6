using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Aggregation;

public sealed class CrosswalkTests
{
    private const string Old1 = "BU03630000";
    private const string Old2 = "BU03630001";
    private const string Old3 = "BU03630002";
    private const string New1 = "BU0363AA01";
    private const string New2 = "BU0363AA02";
    private const string New3 = "BU0363AA03";

    // Old1 was divided over New1 and New2; Old2 went whole into New2; Old3 is New3.
    private static readonly CrosswalkEntry[] Entries =
    [
        Entry(2019, Old1, 2022, (New1, 0.6m), (New2, 0.4m)),
        Entry(2019, Old2, 2022, (New2, 1)),
        Entry(2019, Old3, 2022, (New3, 1)),
    ];

    private static readonly Period Year = new(2019);

    [Fact]
    public void A_total_is_divided_by_share_and_names_its_sources()
    {
        var figures = Carry(new Observed().Value(Old1, 2019, "households", 1000, 2019).Value(Old2, 2019, "households", 500, 2019));

        Assert.Equal([(New1, 600m), (New2, 900m)], figures.Carried.Select(o => (o.Area.Value, o.Value.Number!.Value)));
        var second = figures.Carried[1];
        Assert.Equal((2022, DerivationKind.Carried), (second.BoundaryYear, second.Derivation!.Kind));
        Assert.Equal([(Old1, 0.4m, 1000m), (Old2, 1m, 500m)], second.Derivation.Parts.Select(p => (p.Area.Value, p.Share, p.Figure!.Value.Number!.Value)));
        Assert.Equal("crosswalk/2019/BU03630000/2022/BU0363AA02", second.Derivation.Parts[0].Sources.Single().Key);
        Assert.Equal("BU0363AA02/derived-2022/2019/households", second.Key);
    }

    [Fact]
    public void A_mean_is_weighted_by_its_denominator()
    {
        // New2 gets 400 households at -0.1 and 500 at 0.8: (-40 + 400) / 900 = 0.4.
        var figures = Carry(Weighted().Value(Old1, 2019, "ses_woa_score", -0.1m, 2019).Value(Old2, 2019, "ses_woa_score", 0.8m, 2019));

        Assert.Equal(0.4m, figures.Carried.Single(o => o.Area.Value == New2 && o.Indicator == "ses_woa_score").Value.Number);
        Assert.Equal(-0.1m, figures.Carried.Single(o => o.Area.Value == New1 && o.Indicator == "ses_woa_score").Value.Number);
    }

    [Theory]
    [InlineData(false, ObservedState.Unknown, NotDerivedReason.PartUnknown)]
    [InlineData(false, ObservedState.Suppressed, NotDerivedReason.PartUnknown)]
    [InlineData(true, ObservedState.Unknown, NotDerivedReason.WeightUnknown)]
    public void A_mean_is_not_carried_when_a_part_or_its_weight_is_unknown(bool isWeight, ObservedState state, NotDerivedReason reason)
    {
        var observed = new Observed().Value(Old1, 2019, "ses_woa_score", 1, 2019).Value(Old1, 2019, "households", 10, 2019);
        observed = isWeight
            ? observed.Value(Old2, 2019, "ses_woa_score", 1, 2019).Without(Old2, 2019, "households", state, 2019)
            : observed.Without(Old2, 2019, "ses_woa_score", state, 2019).Value(Old2, 2019, "households", 10, 2019);

        var not = Carry(observed).NotCarried.Single(n => n.Indicator == "ses_woa_score" && n.Area.Value == New2);

        Assert.Equal((reason, Old2), (not.Reason, Assert.Single(not.Because).Value));
        Assert.Contains(Old2, not.Message.Nl);
    }

    [Fact]
    public void A_part_without_weight_needs_no_value()
    {
        var figures = Carry(new Observed()
            .Value(Old1, 2019, "ses_woa_score", 0.5m, 2019).Value(Old1, 2019, "households", 10, 2019)
            .Without(Old2, 2019, "ses_woa_score", ObservedState.Unknown, 2019).Value(Old2, 2019, "households", 0, 2019));

        Assert.Equal(0.5m, figures.Carried.Single(o => o.Area.Value == New2 && o.Indicator == "ses_woa_score").Value.Number);
    }

    [Fact]
    public void A_mean_without_denominator_is_carried_only_when_the_area_was_renamed()
    {
        var figures = Carry(new Observed().Value(Old1, 2019, "liveability_score", 4.1m, 2019).Value(Old3, 2019, "liveability_score", 4.2m, 2019).Value(Old2, 2019, "liveability_score", 4.3m, 2019));

        Assert.Equal((New3, 4.2m), figures.Carried.Select(o => (o.Area.Value, o.Value.Number!.Value)).Single());
        Assert.Equal([(New1, NotDerivedReason.NoDenominator), (New2, NotDerivedReason.NoDenominator)], figures.NotCarried.Select(n => (n.Area.Value, n.Reason)));
    }

    [Fact]
    public void A_renamed_area_keeps_a_figure_without_a_number()
    {
        var figure = Assert.Single(Carry(new Observed().Without(Old3, 2019, "ses_woa_score", ObservedState.Suppressed, 2019)).Carried);

        Assert.Equal((New3, ObservedState.Suppressed), (figure.Area.Value, figure.Value.State));
    }

    [Fact]
    public void A_total_is_not_carried_when_a_part_was_not_delivered()
    {
        var not = Assert.Single(Carry(new Observed().Value(Old1, 2019, "households", 10, 2019)).NotCarried);

        Assert.Equal((New2, NotDerivedReason.PartMissing, Old2), (not.Area.Value, not.Reason, Assert.Single(not.Because).Value));
    }

    [Fact]
    public void An_area_that_the_crosswalk_does_not_name_is_listed()
    {
        var not = Assert.Single(Carry(new Observed().Value("BU03639999", 2019, "households", 10, 2019)).NotCarried);

        Assert.Equal(("BU03639999", NotDerivedReason.NotInCrosswalk), (not.Area.Value, not.Reason));
    }

    [Fact]
    public void Figures_in_other_boundaries_are_not_carried() =>
        Assert.Equal(0, Carry(new Observed().Value(Old1, 2019, "households", 10, 2018).Value(Old2, 2019, "households", 10, 2018)) is var f ? f.Carried.Count + f.NotCarried.Count : -1);

    [Fact]
    public void Chained_crosswalks_multiply_shares_and_name_both_sources()
    {
        var crosswalks = new Crosswalks([.. Entries, Entry(2022, New1, 2023, ("BU0363AB01", 0.5m), ("BU0363AB02", 0.5m)), Entry(2022, New2, 2023, ("BU0363AB02", 1))]);
        var crosswalk = crosswalks.FindBetween(2019, 2023)!;

        var shares = crosswalk.GetShares(AreaCode.Parse("BU0363AB02"));

        // 0.6 x 0.5 + 0.4 x 1 of the one, and all of the other.
        Assert.Equal([(Old1, 0.70m), (Old2, 1m)], shares.Select(s => (s.Area.Value, s.Share)));
        Assert.Equal(4, shares[0].Sources.Count);
        Assert.Null(crosswalks.FindBetween(2023, 2019));
        Assert.Null(crosswalks.FindBetween(2018, 2023));
    }

    [Fact]
    public void A_carried_figure_is_found_by_boundary_year_and_is_not_listed_as_delivered()
    {
        var observed = new Observed().Value(Old1, 2019, "households", 1000, 2019).Value(Old2, 2019, "households", 500, 2019);
        var joined = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), Entries, []);
        var alone = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), [], []);

        Assert.Equal(900m, joined.Find(AreaCode.Parse(New2), Year, "households", 2022)!.Value.Number);
        Assert.Null(joined.Find(AreaCode.Parse(New2), Year, "households", 2021));
        Assert.Null(joined.Find(AreaCode.Parse(New2), Year, "households"));
        Assert.Equal([Old1, Old2], joined.Areas.Select(a => a.Value));
        Assert.Null(alone.Find(AreaCode.Parse(Old1), Year, "households", 2022));
        Assert.Equal(1000m, alone.Find(AreaCode.Parse(Old1), Year, "households", 2019)!.Value.Number);
    }

    [Fact]
    public void A_figure_from_another_municipality_is_carried_but_not_listed()
    {
        var own = new Observed().Value(New1, 2022, "households", 1, 2022).All;
        var merged = new Observed().Value("BU04570000", 2019, "households", 80, 2019).All;

        var set = DerivedObservations.Compute(own, IndicatorCatalogueTests.Shipped(), [Entry(2019, "BU04570000", 2022, ("BU03630457", 1))], [], merged);

        Assert.Equal(80m, set.Find(AreaCode.Parse("BU03630457"), Year, "households", 2022)!.Value.Number);
        Assert.Single(set.All);
    }

    [Fact]
    public void A_delivered_figure_takes_precedence_over_the_crosswalked_one_and_lists_it()
    {
        var observed = Weighted().Value(New1, 2019, "households", 610, 2022);

        var found = DerivedObservations.Compute(observed.All, IndicatorCatalogueTests.Shipped(), Entries, []).Find(AreaCode.Parse(New1), Year, "households", 2022)!;
        var carried = Carry(observed).Carried.Single(o => o.Area.Value == New1);

        Assert.Equal((610m, true, PrecedenceRule.Delivered), (found.Value.Number!.Value, found.Counts, found.Precedence!.Rule));
        Assert.Equal((600m, DerivationKind.Carried), (found.Precedence.Others.Single().Value.Number!.Value, found.Precedence.Others.Single().Derivation!.Kind));
        Assert.Equal((false, 610m), (carried.Counts, carried.Precedence!.Others.Single().Value.Number!.Value));
        Assert.True(Carry(observed).Carried.Single(o => o.Area.Value == New2).Counts);
    }

    private static Observed Weighted() => new Observed().Value(Old1, 2019, "households", 1000, 2019).Value(Old2, 2019, "households", 500, 2019);

    private static CrosswalkedObservations Carry(Observed observed) =>
        Crosswalk.Create(2019, 2022, Entries).CarryAll(observed.All, IndicatorCatalogueTests.Shipped());

    private static CrosswalkEntry Entry(int fromYear, string from, int toYear, params (string To, decimal Share)[] shares) => new(
        fromYear, AreaCode.Parse(from), toYear, [.. shares.Select((share, i) => new CrosswalkShare(AreaCode.Parse(share.To), share.Share, i + 2))], "crosswalks-1");
}
