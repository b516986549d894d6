using System.Globalization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>Days by the clock in the Netherlands.</summary>
public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("2021-01-15T22:30:00Z", "2021-01-15")]
    [InlineData("2021-01-15T23:30:00Z", "2021-01-16")]
    [InlineData("2021-07-15T21:30:00Z", "2021-07-15")]
    [InlineData("2021-07-15T22:30:00Z", "2021-07-16")]
    [InlineData("2020-12-31T23:30:00Z", "2021-01-01")]
    public void A_day_begins_at_midnight_in_the_Netherlands(string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), DutchTime.GetDay(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2021-01-16", "2021-01-15T23:00:00Z")]
    [InlineData("2021-07-16", "2021-07-15T22:00:00Z")]
    [InlineData("2021-03-28", "2021-03-27T23:00:00Z")]
    [InlineData("2021-03-29", "2021-03-28T22:00:00Z")]
    public void The_start_of_a_day_follows_the_clock_of_its_season(string day, string moment)
    {
        var start = DutchTime.GetStart(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), start);
        Assert.Equal(day, DutchTime.GetDay(start).ToString("O", CultureInfo.InvariantCulture));
    }
}
