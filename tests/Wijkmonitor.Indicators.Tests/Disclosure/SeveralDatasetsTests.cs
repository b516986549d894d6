using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>A count that one dataset withholds cannot be read from another dataset that holds the same indicator.</summary>
public sealed class SeveralDatasetsTests
{
    private const string Area = "BU01530001";

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void A_count_that_is_small_in_one_dataset_is_withheld_in_all(string small, string large)
    {
        var hidden = Hidden(new Observed().From(small).Value(Area, 2017, "inhabitants", 3).From(large).Value(Area, 2017, "inhabitants", 12));

        Assert.Equal([$"a/{Area}/inhabitants", $"b/{Area}/inhabitants"], hidden);
    }

    [Fact]
    public void Secondary_suppression_applies_to_all_datasets()
    {
        var hidden = Hidden(new Observed().From("a")
            .Value("WK015300", 2017, "inhabitants", 603).Value("BU01530000", 2017, "inhabitants", 3).Value(Area, 2017, "inhabitants", 200).Value("BU01530002", 2017, "inhabitants", 400)
            .From("b").Value("BU01530000", 2017, "inhabitants", 3).Value(Area, 2017, "inhabitants", 201).Value("BU01530002", 2017, "inhabitants", 399));

        Assert.Equal(["a/BU01530000/inhabitants", $"a/{Area}/inhabitants", "b/BU01530000/inhabitants", $"b/{Area}/inhabitants"], hidden);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void A_share_that_stands_for_few_in_one_dataset_is_withheld_in_all(string small, string large)
    {
        var hidden = Hidden(new Observed().From("a").Value(Area, 2017, "inhabitants", 100)
            .From(small).Value(Area, 2017, "social_assistance", 3).From(large).Value(Area, 2017, "social_assistance", 30));

        Assert.Equal([$"a/{Area}/social_assistance", $"b/{Area}/social_assistance"], hidden);
    }

    [Theory]
    [InlineData("inhabitants", 40)]
    [InlineData("social_assistance", 30)]
    [InlineData("burglaries", 30)]
    public void A_figure_withheld_by_one_publisher_is_not_read_from_another(string indicator, int value)
    {
        var hidden = Hidden(new Observed().From("a").Without(Area, 2017, indicator, ObservedState.Suppressed).From("b").Value(Area, 2017, indicator, value)
            .From("c").Value(Area, 2017, "residents", 4_000));

        Assert.Contains($"b/{Area}/{indicator}", hidden);
    }

    [Fact]
    public void A_figure_unknown_to_one_publisher_is_shown_from_another()
    {
        var hidden = Hidden(new Observed().From("a").Value(Area, 2017, "inhabitants", 400).Without(Area, 2017, "social_assistance", ObservedState.Unknown)
            .From("b").Without(Area, 2017, "inhabitants", ObservedState.Unknown).Value(Area, 2017, "social_assistance", 30));

        Assert.Empty(hidden);
    }

    private static List<string> Hidden(Observed observed) =>
        [.. DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule())
            .Where(o => o.Value.State == ObservedState.Suppressed).Select(o => $"{o.Dataset}/{o.Area}/{o.Indicator}").Order(StringComparer.Ordinal)];
}
