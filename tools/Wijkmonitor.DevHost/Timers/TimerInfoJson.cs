using System.Text.Json;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>The state of a timer, as its function receives it.</summary>
internal static class TimerInfoJson
{
    /// <summary>Creates the JSON.</summary>
    /// <param name="status">The last and the next occurrence; null where the schedule is not monitored.</param>
    /// <param name="zone">The time zone in which they are written.</param>
    public static string Create((DateTimeOffset? Last, DateTimeOffset? Next)? status, TimeZoneInfo zone) => JsonSerializer.Serialize(new
    {
        Schedule = new { AdjustForDST = true },
        ScheduleStatus = status is { } known
            ? new { Last = ConvertToZone(known.Last, zone), Next = ConvertToZone(known.Next, zone), LastUpdated = ConvertToZone(known.Last, zone) }
            : null,
        IsPastDue = false,
    });

    private static DateTimeOffset ConvertToZone(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } known ? TimeZoneInfo.ConvertTime(known, zone) : default;
}
