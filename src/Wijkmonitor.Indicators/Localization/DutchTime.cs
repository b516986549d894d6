namespace Wijkmonitor.Indicators.Localization;

/// <summary>Days by the clock in the Netherlands, whatever the time zone of the machine.</summary>
/// <remarks>Promises and deadlines are days in the Netherlands: at 23:30 UTC the next one has begun there.</remarks>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Gets the day in the Netherlands at a moment.</summary>
    public static DateOnly GetDay(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>Gets the moment at which a day begins in the Netherlands.</summary>
    public static DateTimeOffset GetStart(DateOnly day)
    {
        var clock = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(clock, Zone.GetUtcOffset(clock));
    }
}
