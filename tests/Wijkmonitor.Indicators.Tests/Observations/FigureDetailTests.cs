using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Observations;

/// <summary>Details of a value: its status, its margin and how it is rounded.</summary>
public sealed class FigureDetailTests
{
    [Theory]
    [InlineData(FigureStatus.None, null)]
    [InlineData(FigureStatus.Provisional, "provisional")]
    [InlineData(FigureStatus.Provisional | FigureStatus.Revised, "provisional revised")]
    [InlineData(FigureStatus.Estimated | FigureStatus.Modelled, "estimated modelled")]
    public void Statuses_have_names(FigureStatus status, string? names) =>
        Assert.Equal(names, FigureStatusNames.Get(status) is { } found ? string.Join(' ', found) : null);

    [Theory]
    [InlineData("2023", FigureStatus.None)]
    [InlineData("2023*", FigureStatus.Provisional)]
    [InlineData("2023**", FigureStatus.Provisional | FigureStatus.Revised)]
    public void Asterisks_behind_a_period_say_how_final_its_figures_are(string written, FigureStatus status) =>
        Assert.Equal(new PublishedPeriod(new Period(2023), status, IsPartOfWeek: false), PublishedPeriod.Read(written));

    [Theory]
    [InlineData("10", "20", true)]
    [InlineData("15", "15", true)]
    [InlineData(null, "15", true)]
    [InlineData("15", null, true)]
    [InlineData("15.1", "20", false)]
    [InlineData("10", "14.9", false)]
    public void A_value_lies_within_its_margin_or_on_its_edge(string? lower, string? upper, bool isWithin)
    {
        decimal? Bound(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(isWithin, new ObservedInterval(Bound(lower), Bound(upper)).Contains(15));
    }

    [Fact]
    public void Bounds_in_the_wrong_order_hold_nothing() => Assert.False(new ObservedInterval(20, 10).Contains(15));

    [Fact]
    public void Margins_survive_renamed_areas_but_not_aggregation()
    {
        var observed = new Observed()
            .Value("BU01530000", 2017, "burglaries", 10).With(new ObservedInterval(8, 12), FigureStatus.Estimated)
            .Value("BU01530001", 2017, "burglaries", 20).With(new ObservedInterval(15, 25), FigureStatus.Provisional)
            .Value("BU01530000", 2017, "inhabitants", 100).Value("BU01530001", 2017, "inhabitants", 100);
        var catalogue = IndicatorCatalogueTests.Shipped();

        Observation Compose(params string[] parts) => DerivedObservations.Compute(
            observed.All, catalogue, [],
            [new CustomArea(new Area(AreaCode.Parse("CU0153-x"), "X", 2016), [.. parts.Select((part, i) => new CustomAreaPart(AreaCode.Parse(part), 1, i + 2))], "c-1")])
            .Find(AreaCode.Parse("CU0153-x"), new Period(2017), "burglaries")!;

        var (whole, together) = (Compose("BU01530000"), Compose("BU01530000", "BU01530001"));
        Assert.Equal((new ObservedInterval(8, 12), FigureStatus.Estimated), (whole.Interval, whole.Status));
        Assert.Equal((null, FigureStatus.Estimated | FigureStatus.Provisional), (together.Interval, together.Status));
    }
}
