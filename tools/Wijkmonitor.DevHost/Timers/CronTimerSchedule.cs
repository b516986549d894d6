using NCrontab;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>
/// A crontab on the clock of a time zone. Where clocks change, a schedule for every hour follows elapsed time: it runs in both passes of
/// a repeated hour. One for certain hours runs once: at the second pass of a repeated hour, and shifted by the gap in a skipped one, as
/// in the Functions host.
/// </summary>
internal sealed class CronTimerSchedule(CrontabSchedule crontab, string expression, TimeZoneInfo zone) : TimerSchedule
{
    private const int HourField = 2;

    /// <summary>The largest clock change of the last fifty years.</summary>
    private static readonly TimeSpan MaxClockChange = TimeSpan.FromHours(3);

    private readonly bool everyHour = expression.Split(' ')[HourField] is "*" or "*/1" or "0-23";

    public override bool IsMonitored { get; } = !RecursWithinAMinute(crontab);

    public override DateTimeOffset? Next(DateTimeOffset after) => everyHour ? FindNextByElapsedTime(after) : FindNextByClock(after);

    /// <summary>Finds the first instant at which the clock shows an occurrence.</summary>
    private DateTimeOffset? FindNextByElapsedTime(DateTimeOffset after)
    {
        var offset = zone.GetUtcOffset(after);
        while (true)
        {
            if (FindNextOnClock(after.ToOffset(offset).DateTime) is not { } clock)
            {
                return null;
            }

            var candidate = new DateTimeOffset(clock, offset);
            if (zone.GetUtcOffset(candidate) == offset)
            {
                return candidate;
            }

            var change = FindFirstInstantOffOffset(after, candidate, offset);
            after = change.AddTicks(-1);
            offset = zone.GetUtcOffset(change);
        }
    }

    /// <summary>Finds the first instant after the given one to which a reading of the clock is resolved.</summary>
    private DateTimeOffset? FindNextByClock(DateTimeOffset after)
    {
        DateTimeOffset? earliest = null;
        var clock = TimeZoneInfo.ConvertTime(after, zone).DateTime - MaxClockChange;
        while (FindNextOnClock(clock) is { } reading)
        {
            var instant = new DateTimeOffset(reading, zone.GetUtcOffset(reading));
            if (instant > after)
            {
                if (earliest is not null && instant > earliest + MaxClockChange)
                {
                    break;
                }

                earliest = earliest is null || instant < earliest ? instant : earliest;
            }

            clock = reading;
        }

        return earliest is { } found ? TimeZoneInfo.ConvertTime(found, zone) : null;
    }

    private DateTime? FindNextOnClock(DateTime clock)
    {
        var next = crontab.GetNextOccurrence(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified));
        return next == DateTime.MaxValue ? null : next;
    }

    /// <summary>Finds the first instant, to the second, in a range that begins in an offset and ends outside of it.</summary>
    private DateTimeOffset FindFirstInstantOffOffset(DateTimeOffset inside, DateTimeOffset outside, TimeSpan offset)
    {
        var (low, high) = (inside.ToUnixTimeSeconds(), outside.ToUnixTimeSeconds());
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == offset ? (middle, high) : (low, middle);
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }

    private static bool RecursWithinAMinute(CrontabSchedule crontab)
    {
        var first = crontab.GetNextOccurrence(DateTime.UnixEpoch);
        return first != DateTime.MaxValue && crontab.GetNextOccurrence(first) - first < TimeSpan.FromMinutes(1);
    }
}
