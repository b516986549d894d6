using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>Reader of the app settings of timers.</summary>
internal static partial class TimerSettings
{
    private const string ZoneSetting = "WEBSITE_TIME_ZONE";

    /// <summary>Reads the time zone of schedules: UTC unless it is set.</summary>
    /// <exception cref="InvalidOperationException">The time zone is not known.</exception>
    public static TimeZoneInfo ReadZone(IConfiguration settings)
    {
        var id = settings[ZoneSetting];
        if (string.IsNullOrWhiteSpace(id))
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new InvalidOperationException($"The setting {ZoneSetting} names an unknown time zone: '{id}'.");
    }

    /// <summary>Reads the schedule of a function, with the settings that it names filled in.</summary>
    /// <exception cref="InvalidOperationException">A setting that the schedule names is missing, or it cannot be read.</exception>
    public static TimerSchedule ReadSchedule(string function, string schedule, IConfiguration settings, TimeZoneInfo zone)
    {
        var expression = SettingName().Replace(schedule, match => ReadSetting(function, match.Groups["name"].Value, settings));
        try
        {
            return TimerSchedule.Parse(expression.Trim(), zone);
        }
        catch (FormatException error)
        {
            throw new InvalidOperationException($"The schedule of function '{function}' ({schedule}) cannot be read: {error.Message}", error);
        }
    }

    private static string ReadSetting(string function, string name, IConfiguration settings) =>
        settings[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The schedule of function '{function}' needs the setting '{name}', which is missing.");

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SettingName();
}
