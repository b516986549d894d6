using System.Text.Json;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Observations;

public sealed class ObservationTests
{
    [Theory]
    [InlineData("2019", 2019)]
    [InlineData("2019JJ00", 2019)]
    [InlineData(" 1900 ", 1900)]
    public void A_year_is_parsed_in_both_notations(string text, int year)
    {
        Assert.True(Period.TryParseYear(text, out var period));
        Assert.Equal(new Period(year), period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("2019KW01")]
    [InlineData("2019-Q1")]
    [InlineData("2019-SY")]
    [InlineData("1899")]
    [InlineData("2200")]
    [InlineData("-019")]
    public void Other_text_is_not_a_year(string? text) => Assert.False(Period.TryParseYear(text, out _));

    [Fact]
    public void A_year_outside_the_range_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Period(1899));

    [Fact]
    public void Years_are_ordered_and_written_as_text()
    {
        Assert.True(new Period(2016) < new Period(2017) && new Period(2017) >= new Period(2017));
        Assert.Equal("\"2017\"", JsonSerializer.Serialize(new Period(2017)));
        Assert.Equal(new Period(2017), JsonSerializer.Deserialize<Period>("\"2017\""));
    }

    [Fact]
    public void Minus_one_is_an_ordinary_value()
    {
        Assert.Equal(-1m, ObservedValue.Known(-1).Number);
        Assert.Null(ObservedValue.Unknown.Number);
    }

    [Fact]
    public void Known_zero_is_not_unknown() => Assert.NotEqual(ObservedValue.Known(0), ObservedValue.Unknown);

    [Theory]
    [InlineData(ObservedState.Unknown)]
    [InlineData(ObservedState.Suppressed)]
    [InlineData(ObservedState.NotApplicable)]
    public void A_value_without_number_keeps_its_reason(ObservedState state)
    {
        Assert.Equal(state, ObservedValue.FromState(state).State);
        Assert.Null(ObservedValue.FromState(state).Number);
    }

    [Fact]
    public void A_known_value_needs_its_number() => Assert.Throws<ArgumentOutOfRangeException>(() => ObservedValue.FromState(ObservedState.Known));

    [Fact]
    public void A_set_finds_by_area_period_and_indicator_and_the_last_delivered_counts()
    {
        var set = new ObservationSet([At("BU03630000", 2019, 1), At("GM0363", 2018, 2), At("BU03630000", 2019, 3)]);

        Assert.Equal(3m, set.Find(AreaCode.Parse("BU03630000"), new Period(2019), "x")!.Value.Number);
        Assert.Null(set.Find(AreaCode.Parse("BU03630000"), new Period(2018), "x"));
        Assert.Equal([2018, 2019], set.Periods.Select(p => p.Year));
        Assert.Equal(["BU03630000", "GM0363"], set.Areas.Select(a => a.Value));
        Assert.Equal(2, set.All.Count);
    }

    [Fact]
    public void A_key_names_area_dataset_period_and_indicator() => Assert.Equal("GM0363/d/2019/x", At("GM0363", 2019, 1).Key);

    private static Observation At(string area, int year, decimal value) => new(
        AreaCode.Parse(area), new Period(year), "x", ObservedValue.Known(value), "d", year, FigureStatus.None, new SourceLine("delivery", 2));
}
