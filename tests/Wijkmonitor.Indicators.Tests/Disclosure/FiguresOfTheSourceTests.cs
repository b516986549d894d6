using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Figures that their source has published are known to everybody: they are shown, and they hide nothing.</summary>
public sealed class FiguresOfTheSourceTests
{
    private const string A = "BU01530000";
    private const string B = "BU01530001";
    private const string C = "BU01530002";

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void A_small_count_is_shown_if_its_source_published_it_and_withheld_otherwise(int count)
    {
        Assert.Empty(Hidden(new Observed().Value(A, 2017, "inhabitants", count).With(isPublished: true)));
        Assert.Equal([$"{A}/inhabitants"], Hidden(new Observed().Value(A, 2017, "inhabitants", count)));
    }

    [Fact]
    public void Nineteen_of_twenty_are_shown_where_they_were_published_and_withheld_otherwise()
    {
        Observed Create(bool isPublished) => new Observed().Value(A, 2017, "homes_managed", 20).With(isPublished: isPublished)
            .Value(A, 2017, "tenancy_turnover", 95).With(isPublished: isPublished);

        Assert.Empty(Hidden(Create(isPublished: true)));
        Assert.Equal([$"{A}/tenancy_turnover"], Hidden(Create(isPublished: false)));
    }

    [Fact]
    public void An_own_share_of_few_is_withheld_over_a_published_count() =>
        Assert.Equal(
            [$"{A}/social_assistance"],
            Hidden(new Observed().Value(A, 2017, "residents", 20).With(isPublished: true).Value(A, 2017, "social_assistance", 10)));

    [Fact]
    public void An_own_count_is_withheld_next_to_the_same_published_one() =>
        Assert.Equal([$"{A}/inhabitants"], Hidden(new Observed().Value(A, 2017, "inhabitants", 3).Value(A, 2017, "residents", 5).With(isPublished: true)));

    [Fact]
    public void A_published_figure_does_not_hide_another()
    {
        Observed Create(bool isPublished) => new Observed().Value("WK015300", 2017, "inhabitants", 603)
            .Value(A, 2017, "inhabitants", 3).Value(B, 2017, "inhabitants", 200).With(isPublished: isPublished).Value(C, 2017, "inhabitants", 400);

        Assert.Equal([$"{A}/inhabitants", $"{B}/inhabitants"], Hidden(Create(isPublished: false)));
        Assert.Equal([$"{A}/inhabitants", $"{C}/inhabitants"], Hidden(Create(isPublished: true)));
    }

    [Fact]
    public void An_own_count_hides_no_other_where_the_same_was_published()
    {
        var observed = new Observed().Value("WK015300", 2017, "inhabitants", 603)
            .Value(A, 2017, "inhabitants", 3).Value(B, 2017, "inhabitants", 200).Value(B, 2017, "residents", 200).With(isPublished: true).Value(C, 2017, "inhabitants", 400);

        Assert.Equal([$"{A}/inhabitants", $"{C}/inhabitants"], Hidden(observed));
    }

    [Fact]
    public void Where_all_others_were_published_nothing_is_left_to_withhold_with_it()
    {
        var observed = new Observed().Value("WK015300", 2017, "inhabitants", 603).With(isPublished: true)
            .Value(A, 2017, "inhabitants", 3).Value(B, 2017, "inhabitants", 600).With(isPublished: true);

        Assert.Equal([$"{A}/inhabitants"], Hidden(observed));
    }

    [Fact]
    public void A_figure_withheld_by_its_source_is_withheld_in_own_figures_but_not_the_reverse()
    {
        Assert.Equal(
            [$"{A}/inhabitants"],
            Hidden(new Observed().Without(A, 2017, "inhabitants", ObservedState.Suppressed).With(isPublished: true).From("own").Value(A, 2017, "inhabitants", 300), "own"));
        Assert.Empty(Hidden(
            new Observed().Value(A, 2017, "inhabitants", 300).With(isPublished: true).From("own").Without(A, 2017, "inhabitants", ObservedState.Suppressed), "area-indicators"));
    }

    [Fact]
    public void Published_quarters_are_not_subtracted_from_an_own_year()
    {
        var observed = new Observed().In("2017", A, "inhabitants", 603).In("2017-Q1", A, "inhabitants", 3).In("2017-Q2", A, "inhabitants", 600).With(isPublished: true);

        Assert.Equal(["2017", "2017-Q1"], Safe(observed).Where(o => o.Value.State == ObservedState.Suppressed).Select(o => o.Period.ToString()));
    }

    private static List<string> Hidden(Observed observed, string? dataset = null) =>
        [.. Safe(observed).Where(o => o.Value.State == ObservedState.Suppressed && (dataset is null || o.Dataset == dataset))
            .Select(o => $"{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Observation> Safe(Observed observed) => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule());
}
