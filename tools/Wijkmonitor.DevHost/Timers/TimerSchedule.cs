using System.Globalization;
using NCrontab;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>Schedule of a timer.</summary>
internal abstract class TimerSchedule
{
    /// <summary>Whether the function is given the status of this schedule. It is not for one that recurs within a minute.</summary>
    public abstract bool IsMonitored { get; }

    /// <summary>Finds the first occurrence after an instant, or null where there is none.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    /// <summary>Reads an NCRONTAB expression of six fields, or of five with the seconds left out, or a time span.</summary>
    /// <exception cref="FormatException">The expression is neither.</exception>
    public static TimerSchedule Parse(string expression, TimeZoneInfo zone)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var cron = fields.Length switch
        {
            5 => string.Join(' ', ["0", .. fields]),
            6 => string.Join(' ', fields),
            _ => null,
        };
        if (cron is not null && CrontabSchedule.TryParse(cron, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } crontab)
        {
            return new CronTimerSchedule(crontab, cron, zone);
        }

        if (TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
        {
            return new IntervalTimerSchedule(interval);
        }

        throw new FormatException($"'{expression}' is neither an NCRONTAB expression of six fields nor a time span.");
    }
}

/// <summary>A schedule with the same time between any two occurrences.</summary>
internal sealed class IntervalTimerSchedule(TimeSpan interval) : TimerSchedule
{
    public override bool IsMonitored { get; } = interval >= TimeSpan.FromMinutes(1);

    public override DateTimeOffset? Next(DateTimeOffset after) => after + interval;
}
