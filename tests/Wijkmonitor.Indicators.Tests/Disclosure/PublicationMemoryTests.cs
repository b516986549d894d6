using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Figures that were public are not forgotten: such a figure hides nothing else, and where nothing else is left a new figure is held back.</summary>
public sealed class PublicationMemoryTests
{
    private const int Year = 2017;
    private const string A = "BU01530000";
    private const string B = "BU01530001";
    private const string C = "BU01530002";
    private const string District = "WK015300";
    private static readonly SuppressionRule Rule = new();

    [Fact]
    public void After_a_corrected_file_the_new_total_is_held_back_and_not_what_was_public()
    {
        var history = new PublishedHistory();
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Counts((A, 6), (B, 200), (C, 400), (District, 606)), Rule)));

        var decision = history.Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603)), Rule);

        Assert.Equal([$"{A}/inhabitants", $"{District}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.HeldBack(decision));
        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(new PublishedHistory().Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603)), Rule)));
    }

    [Fact]
    public void A_new_total_of_what_was_public_is_held_back()
    {
        var history = new PublishedHistory();
        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.Hidden(history.Publish(Counts((A, 3), (B, 200), (C, 400)), Rule)));

        var decision = history.Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603)), Rule);

        Assert.Equal([$"{A}/inhabitants", $"{District}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void A_figure_of_a_new_custom_area_is_withheld_and_the_figures_that_hid_one_stay_so()
    {
        var history = new PublishedHistory();
        history.Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603)), Rule);

        var decision = history.Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603), ("CU0153-a", 403)), Rule, [Custom("a", A, C)]);

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants", "CU0153-a/inhabitants"], PublishedHistory.Hidden(decision));
    }

    [Fact]
    public void Neighbourhoods_are_held_back_where_their_custom_area_was_public()
    {
        var history = new PublishedHistory();
        var customs = new[] { Custom("a", A, B), Custom("b", B, C) };
        history.Publish(Counts(("CU0153-a", 203), ("CU0153-b", 600)), Rule, customs);

        var decision = history.Publish(Counts((A, 3), (B, 200), (C, 400), ("CU0153-a", 203), ("CU0153-b", 600)), Rule, customs);

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants", $"{C}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{B}/inhabitants", $"{C}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void With_a_raised_limit_a_count_that_was_public_is_withheld_and_asks_for_no_partner()
    {
        var history = new PublishedHistory();
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Counts((A, 7), (B, 200), (C, 400), (District, 607)), Rule)));

        var decision = history.Publish(Counts((A, 7), (B, 200), (C, 400), (District, 607)), new SuppressionRule(10));

        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Empty(decision.HeldBack);
    }

    [Fact]
    public void With_a_raised_limit_what_was_public_does_not_hide_a_new_figure()
    {
        var history = new PublishedHistory();
        history.Publish(Counts((A, 7), (B, 200)), Rule);

        var decision = history.Publish(Counts((A, 7), (B, 200), (C, 8), (District, 215)), new SuppressionRule(10));

        Assert.Equal([$"{A}/inhabitants", $"{C}/inhabitants", $"{District}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{District}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void With_a_lowered_limit_a_count_that_is_no_longer_small_is_shown_unless_it_hides_another()
    {
        var history = new PublishedHistory();
        var delivered = Counts((A, 7), (B, 200), (C, 400), (District, 607));
        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(history.Publish(delivered, new SuppressionRule(10))));

        Assert.Empty(PublishedHistory.Hidden(history.Publish(delivered, Rule)));
    }

    [Fact]
    public void A_correction_does_not_give_away_what_was_withheld_before_it()
    {
        // The second was withheld next to the first, which was 3. Shown now, it would give that; and the other figures of now would give the second.
        var history = new PublishedHistory();
        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], PublishedHistory.Hidden(history.Publish(Counts((A, 3), (B, 40), (C, 57), (District, 100)), Rule)));

        var decision = history.Publish(Counts((A, 12), (B, 40), (C, 57), (District, 109)), Rule);

        Assert.Contains($"{B}/inhabitants", PublishedHistory.Hidden(decision));
        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void A_total_of_few_that_can_be_derived_from_what_was_public_is_held_back()
    {
        var history = new PublishedHistory();
        history.Publish(Counts((B, 200), (District, 203)), Rule);

        // Nobody can be kept from subtracting two public figures; the new one is withheld all the same, and is in the report.
        var decision = history.Publish(Counts((A, 3), (B, 200), (District, 203)), Rule);

        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{A}/inhabitants"], PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void A_share_that_was_public_does_not_hide_another()
    {
        var history = new PublishedHistory();
        Observed Shares(int first) => new Observed().Value(A, Year, "inhabitants", 100).Value(B, Year, "inhabitants", 100).Value(C, Year, "inhabitants", 100)
            .Value(District, Year, "inhabitants", 300).Value(A, Year, "active_residents", first).Value(B, Year, "active_residents", 40)
            .Value(C, Year, "active_residents", 50).Value(District, Year, "active_residents", 90 + first);
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Shares(20).All, Rule)));

        var decision = history.Publish(Shares(3).All, Rule);

        Assert.Equal([$"{A}/active_residents", $"{District}/active_residents"], PublishedHistory.Hidden(decision));
        Assert.Equal([$"{A}/active_residents", $"{B}/active_residents"], PublishedHistory.Hidden(new PublishedHistory().Publish(Shares(3).All, Rule)));
    }

    [Fact]
    public void A_withheld_part_is_not_shown_over_another_count_nor_a_new_count_over_a_public_part()
    {
        Observed Counts(int whole, int part) => new Observed().Value(A, Year, "inhabitants", whole).Value(A, Year, "active_residents", part);
        var (withheld, shown) = (new PublishedHistory(), new PublishedHistory());

        // All but three of a hundred; then all but a hundred: the same part would give the three.
        Assert.Equal([$"{A}/active_residents"], PublishedHistory.Hidden(withheld.Publish(Counts(100, 97).All, Rule)));
        Assert.Equal([$"{A}/active_residents"], PublishedHistory.Hidden(withheld.Publish(Counts(197, 97).All, Rule)));

        Assert.Empty(PublishedHistory.Hidden(shown.Publish(Counts(197, 97).All, Rule)));
        var decision = shown.Publish(Counts(100, 97).All, Rule);
        Assert.Contains($"{A}/inhabitants", PublishedHistory.Hidden(decision));
        Assert.Contains($"{A}/inhabitants", PublishedHistory.HeldBack(decision));
    }

    [Fact]
    public void A_new_year_with_public_quarters_is_held_back_if_one_quarter_is_withheld()
    {
        var history = new PublishedHistory();
        Observed Quarters() => new Observed().In("2017-Q1", A, "inhabitants", 200).In("2017-Q2", A, "inhabitants", 300);
        Assert.Empty(PublishedHistory.Hidden(history.Publish(Quarters().All, Rule)));
        history.Publish(Quarters().In("2017-Q3", A, "inhabitants", 3).All, Rule);

        var decision = history.Publish(Quarters().In("2017-Q3", A, "inhabitants", 3).In("2017", A, "inhabitants", 503).All, Rule);

        Assert.Contains("2017", decision.Observations.Where(o => o.Value.State == ObservedState.Suppressed).Select(o => o.Period.ToString()));
        Assert.Equal(["2017"], decision.HeldBack.Select(o => o.Period.ToString()));
    }

    [Fact]
    public void A_corrected_year_stays_without_its_quarters_where_one_of_them_was_withheld()
    {
        var history = new PublishedHistory();
        Observed Year(int last) => new Observed().In("2017-Q1", A, "inhabitants", 200).In("2017-Q2", A, "inhabitants", 300)
            .In("2017-Q3", A, "inhabitants", 100).In("2017-Q4", A, "inhabitants", last).In("2017", A, "inhabitants", 600 + last);
        Assert.Equal(["2017"], Shown(history.Publish(Year(3).All, Rule)));

        // All quarters of now, taken from the year of then, would give the last quarter of then.
        Assert.Equal(["2017"], Shown(history.Publish(Year(10).All, Rule)));
        Assert.Equal(5, Shown(new PublishedHistory().Publish(Year(10).All, Rule)).Count);
    }

    [Fact]
    public void A_year_that_was_public_with_its_quarters_is_shown_again_after_a_correction_is_withdrawn()
    {
        var history = new PublishedHistory();
        Observed Year(int last) => new Observed().In("2017-Q1", A, "inhabitants", 200).In("2017-Q2", A, "inhabitants", last)
            .In("2017", A, "inhabitants", 200 + last);
        Assert.Equal(3, Shown(history.Publish(Year(10).All, Rule)).Count);
        Assert.Empty(Shown(history.Publish(Year(3).All, Rule)));

        Assert.Equal(3, Shown(history.Publish(Year(10).All, Rule)).Count);
    }

    [Fact]
    public void The_same_figures_on_the_same_terms_are_decided_once()
    {
        var history = new PublishedHistory();
        var first = history.Publish(Counts((A, 3), (B, 200), (C, 400), (District, 603)), Rule);

        var again = history.Publish([.. Counts((A, 3), (B, 200), (C, 400), (District, 603)).Reverse()], Rule);

        Assert.NotEmpty(first.Changed);
        Assert.Empty(again.Decided);
        Assert.Equal(PublishedHistory.Hidden(first), PublishedHistory.Hidden(again));
    }

    [Fact]
    public void A_publication_that_broke_off_behind_its_record_is_decided_the_same_again()
    {
        var (whole, broken) = (new PublishedHistory(), new PublishedHistory());
        var (before, after) = (Counts((A, 6), (B, 200), (C, 400), (District, 606)), Counts((A, 3), (B, 200), (C, 400), (District, 603)));
        whole.Publish(before, Rule);
        broken.Publish(before, Rule);
        var expected = whole.Publish(after, Rule);

        broken.PublishWithoutIndex(() => broken.Publish(after, Rule));
        var again = broken.Publish(after, Rule);

        Assert.Equal(PublishedHistory.Hidden(expected), PublishedHistory.Hidden(again));
        Assert.Empty(again.Changed);
        Assert.Equal(whole.Index.Periods["2017"].Select(unit => unit.Figures), broken.Index.Periods["2017"].Select(unit => unit.Figures));
    }

    private static List<string> Shown(DisclosureDecision decision) =>
        [.. decision.Observations.Where(o => o.Value.State != ObservedState.Suppressed).Select(o => o.Period.ToString()).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Observation> Counts(params IEnumerable<(string Area, int Count)> counts) =>
        counts.Aggregate(new Observed(), (observed, count) => observed.Value(count.Area, Year, "inhabitants", count.Count)).All;

    private static CustomArea Custom(string name, params IReadOnlyList<string> parts) => new(
        new Area(AreaCode.Parse($"CU0153-{name}"), name, 2016), [.. parts.Select((part, line) => new CustomAreaPart(AreaCode.Parse(part), 1, line + 2))], "custom");
}
