using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Figures that were public and left the tables are not forgotten: who kept them still subtracts with them.</summary>
public sealed class DepartedFigureTests
{
    private const int Year = 2017;
    private const string A = "BU01530000";
    private const string B = "BU01530001";
    private const string C = "BU01530002";
    private const string Other = "BU01530003";
    private const string District = "WK015300";
    private static readonly SuppressionRule Rule = new();

    [Fact]
    public void A_total_is_held_back_after_its_parts_were_public_and_withdrawn()
    {
        var history = new PublishedHistory();
        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.Hidden(history.Publish(Counts((A, 3), (B, 40), (C, 57)), Rule)));
        history.Publish([], Rule);

        var decision = history.Publish(Counts((District, 100)), Rule);

        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.HeldBack(decision));
        Assert.Empty(PublishedHistory.Hidden(new PublishedHistory().Publish(Counts((District, 100)), Rule)));
    }

    [Fact]
    public void Parts_are_held_back_after_their_total_was_public_and_withdrawn()
    {
        var history = new PublishedHistory();
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Counts((District, 100)), Rule)));
        history.Publish([], Rule);

        var decision = history.Publish(Counts((A, 3), (B, 40), (C, 57)), Rule);

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{B}/inhabitants"], PublishedHistory.HeldBack(decision));

        // The total of then would give the small part of then, also after a correction.
        Assert.Contains($"{B}/inhabitants", PublishedHistory.Hidden(history.Publish(Counts((A, 12), (B, 40), (C, 57)), Rule)));
    }

    [Fact]
    public void A_total_is_held_back_where_a_publisher_withholds_parts_that_were_public()
    {
        var history = new PublishedHistory();
        history.Publish(Counts((A, 3), (B, 40), (C, 57)), Rule);

        var decision = history.Publish(
            new Observed().Without(A, Year, "inhabitants", ObservedState.Suppressed).Without(B, Year, "inhabitants", ObservedState.Suppressed)
                .Without(C, Year, "inhabitants", ObservedState.Unknown).Value(District, Year, "inhabitants", 100).All,
            Rule);

        Assert.Contains($"{District}/inhabitants", PublishedHistory.Hidden(decision));
        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void Parts_are_held_back_after_their_custom_area_was_public_and_got_other_parts()
    {
        var history = new PublishedHistory();
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Counts(("CU0153-a", 43)), Rule, [Custom("a", A, B)])));
        history.Publish(Counts(("CU0153-a", 100)), Rule, [Custom("a", C, Other)]);

        var decision = history.Publish(Counts((A, 3), (B, 40), ("CU0153-a", 100)), Rule, [Custom("a", C, Other)]);

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{B}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void Quarters_are_withheld_after_their_year_was_public_and_withdrawn()
    {
        var history = new PublishedHistory();
        Assert.Equal(["2017"], Shown(history.Publish(new Observed().In("2017", A, "inhabitants", 603).All, Rule)));
        history.Publish([], Rule);

        Assert.Empty(Shown(history.Publish(Quarters(last: 3), Rule)));
        Assert.Equal(["2017-Q1", "2017-Q2", "2017-Q3"], Shown(new PublishedHistory().Publish(Quarters(last: 3), Rule)));
    }

    [Fact]
    public void A_year_is_held_back_after_its_quarters_were_public_and_withdrawn()
    {
        var history = new PublishedHistory();
        Assert.Equal(["2017-Q1", "2017-Q2", "2017-Q3"], Shown(history.Publish(Quarters(last: 3), Rule)));
        history.Publish([], Rule);

        var decision = history.Publish(new Observed().In("2017", A, "inhabitants", 603).All, Rule);

        Assert.Empty(Shown(decision));
        Assert.Equal(["2017"], decision.HeldBack.Select(o => o.Period.ToString()));
    }

    [Fact]
    public void A_year_is_shown_after_quarters_without_withheld_figures()
    {
        var history = new PublishedHistory();
        Assert.Equal(4, Shown(history.Publish(Quarters(last: 30), Rule)).Count);
        history.Publish([], Rule);

        Assert.Equal(["2017"], Shown(history.Publish(new Observed().In("2017", A, "inhabitants", 630).All, Rule)));
    }

    [Fact]
    public void A_withheld_figure_that_left_does_not_hide_another_in_its_place()
    {
        // A code that was a mistake: who takes it for one has the small part from the total, unless another figure is withheld.
        var history = new PublishedHistory();
        history.Publish(Counts((A, 3), (B, 40), (Other, 4)), Rule);

        var decision = history.Publish(Counts((A, 3), (B, 40), (C, 57), (District, 100)), Rule);

        Assert.Equal([$"{A}/inhabitants", $"{C}/inhabitants"], PublishedHistory.Hidden(decision));
    }

    [Fact]
    public void A_file_that_was_withdrawn_and_delivered_again_is_shown_as_before()
    {
        var history = new PublishedHistory();
        var delivered = Counts((A, 3), (B, 40), (C, 57), (District, 100));
        var first = history.Publish(delivered, Rule);
        history.Publish(Counts((A, 3), (C, 57)), Rule);

        var again = history.Publish(delivered, Rule);

        Assert.Equal(PublishedHistory.Hidden(first), PublishedHistory.Hidden(again));
        Assert.Empty(again.HeldBack);
    }

    [Fact]
    public void A_figure_that_left_is_no_figure_of_the_record_of_now()
    {
        var history = new PublishedHistory();
        history.Publish(Counts((A, 3), (B, 40), (C, 57)), Rule);

        var decision = history.Publish(Counts((District, 100)), Rule);

        Assert.Equal([District], decision.Observations.Select(o => o.Area.Value));
        var record = Assert.Single(decision.Changed);
        Assert.Equal([$"{District}||inhabitants"], record.Units.Single().Withheld.Select(key => key.Replace("area-indicators", "", StringComparison.Ordinal)));
        Assert.Equal([A, B, C, District], record.Last["inhabitants"].Keys);
        Assert.Equal(40, record.Last["inhabitants"][B].Single().Number);
    }

    [Fact]
    public void A_figure_of_its_source_hides_nothing_after_the_declaration_is_taken_back()
    {
        var history = new PublishedHistory();
        var published = new Observed().Value(B, Year, "inhabitants", 40).With(isPublished: true).Value(C, Year, "inhabitants", 57).With(isPublished: true)
            .Value(District, Year, "inhabitants", 100).With(isPublished: true);
        history.Publish(published.All, Rule);

        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.Hidden(history.Publish(Counts((A, 3), (B, 40), (C, 57), (District, 100)), Rule)));
    }

    [Fact]
    public void A_count_stays_protected_as_it_was_promised_under_a_higher_limit()
    {
        // The first was 4, so anything below 5. With the figures of now it would be at least 2.
        var history = new PublishedHistory();
        Assert.Equal(
            [$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(history.Publish(Counts((A, 4), (B, 40), (C, 57), (District, 101)), Rule)));

        var decision = history.Publish(Counts((A, 2), (B, 40), (C, 57), (District, 99)), new SuppressionRule(3));

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants", $"{District}/inhabitants"], PublishedHistory.Hidden(decision));
    }

    [Fact]
    public void A_decision_is_taken_again_where_an_indicator_becomes_a_count()
    {
        var indicator = IndicatorCatalogueTests.Shipped().Find("inhabitants")!;

        Assert.NotEqual(
            UnitDigest.ComputeTerms([indicator with { Min = null }], "rule", "sums"), UnitDigest.ComputeTerms([indicator with { Min = 0 }], "rule", "sums"));
    }

    private static IReadOnlyList<Observation> Quarters(int last) => new Observed().In("2017-Q1", A, "inhabitants", 200).In("2017-Q2", A, "inhabitants", 300)
        .In("2017-Q3", A, "inhabitants", 100).In("2017-Q4", A, "inhabitants", last).All;

    private static List<string> Shown(DisclosureDecision decision) =>
        [.. decision.Observations.Where(o => o.Value.State != ObservedState.Suppressed).Select(o => o.Period.ToString()).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Observation> Counts(params IEnumerable<(string Area, int Count)> counts) =>
        counts.Aggregate(new Observed(), (observed, count) => observed.Value(count.Area, Year, "inhabitants", count.Count)).All;

    private static CustomArea Custom(string name, params IReadOnlyList<string> parts) => new(
        new Area(AreaCode.Parse($"CU0153-{name}"), name, 2016), [.. parts.Select((part, line) => new CustomAreaPart(AreaCode.Parse(part), 1, line + 2))], "custom");
}
