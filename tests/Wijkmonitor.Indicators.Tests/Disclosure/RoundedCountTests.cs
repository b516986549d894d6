using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Disclosure;

/// <summary>Counts that their publisher rounds stand for fewer than they say, and figures are of few who were asked.</summary>
public sealed class RoundedCountTests
{
    private static readonly FigureRounding ToFives = new(5);

    [Theory]
    [InlineData(5, null, true)]
    [InlineData(5, 5, false)]
    [InlineData(10, 5, true)]
    [InlineData(5, 10, false)]
    [InlineData(10, 10, true)]
    public void A_rounded_count_is_judged_by_the_least_that_it_can_stand_for(int count, int? to, bool isShown)
    {
        var safe = Safe(new Observed().Value("BU01530001", 2017, "inhabitants", count).With(rounding: to is { } number ? new FigureRounding(number) : null));

        Assert.Equal(isShown ? ObservedState.Known : ObservedState.Suppressed, Assert.Single(safe).Value.State);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(5, false)]
    public void A_share_of_a_rounded_count_is_taken_of_its_smallest_possible_value(int? to, bool isShown)
    {
        // 20 % of 25 is five people; of 23, which is rounded to 25, it is fewer.
        var safe = Safe(new Observed().Value("BU01530001", 2017, "inhabitants", 25).With(rounding: to is { } number ? new FigureRounding(number) : null).Value("BU01530001", 2017, "social_assistance", 20));

        Assert.Equal(isShown ? ObservedState.Known : ObservedState.Suppressed, safe[1].Value.State);
    }

    [Fact]
    public void A_count_rounded_to_zero_may_be_nonzero()
    {
        var exact = Safe(Neighbours(rounding: null));
        var rounded = Safe(Neighbours(ToFives));

        Assert.Equal(["inhabitants BU01530000", "social_assistance BU01530000"], Hidden(exact).Where(name => name.EndsWith("BU01530000", StringComparison.Ordinal)));
        Assert.Contains("inhabitants BU01530000", Hidden(rounded));
        Assert.True(Hidden(rounded).Count >= Hidden(exact).Count);
    }

    [Fact]
    public void A_figure_that_is_withheld_takes_its_margin_with_it()
    {
        var safe = Safe(new Observed()
            .Value("BU01530001", 2017, "inhabitants", 4)
            .Value("BU01530001", 2017, "social_assistance", 50).With(new ObservedInterval(45, 55, 4), FigureStatus.Estimated));

        Assert.Equal((ObservedState.Suppressed, (ObservedInterval?)null), (safe[1].Value.State, safe[1].Interval));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_figure_of_few_respondents_is_withheld(int asked, bool isShown)
    {
        var safe = Safe(new Observed().Value("BU01530001", 2017, "inhabitants", 400).Value("BU01530001", 2017, "social_assistance", 50).With(new ObservedInterval(20, 80, asked)));

        Assert.Equal(isShown ? ObservedState.Known : ObservedState.Suppressed, safe[1].Value.State);
    }

    private static Observed Neighbours(FigureRounding? rounding) => new Observed()
        .Value("BU01530000", 2017, "inhabitants", 0).With(rounding: rounding)
        .Value("BU01530000", 2017, "social_assistance", 10)
        .Value("BU01530001", 2017, "inhabitants", 400).With(rounding: rounding)
        .Value("BU01530001", 2017, "social_assistance", 10)
        .Value("BU01530002", 2017, "inhabitants", 600).With(rounding: rounding)
        .Value("BU01530002", 2017, "social_assistance", 10)
        .Value("WK015300", 2017, "inhabitants", 1000).With(rounding: rounding);

    private static List<string> Hidden(IReadOnlyList<Observation> safe) => [.. safe.Where(o => o.Value.State == ObservedState.Suppressed).Select(o => $"{o.Indicator} {o.Area}")];

    private static IReadOnlyList<Observation> Safe(Observed observed) => DisclosureControl.Apply(observed.All, IndicatorCatalogueTests.Shipped(), new SuppressionRule());
}
