using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>What the application settings say of timers.</summary>
internal static partial class TimerSettings
{
    private const string ZoneSetting = "WEBSITE_TIME_ZONE";

    /// <exception cref="InvalidOperationException">The time zone is not known.</exception>
    public static TimeZoneInfo Zone(IConfiguration settings)
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

    /// <exception cref="InvalidOperationException">A setting that the schedule names is missing, or it cannot be read.</exception>
    public static TimerSchedule Schedule(DeclaredFunction function, IConfiguration settings, TimeZoneInfo zone)
    {
        var expression = SettingName().Replace(function.Timer!.Schedule, match => Setting(function, match.Groups["name"].Value, settings));
        try
        {
            return TimerSchedule.Parse(expression.Trim(), zone);
        }
        catch (FormatException error)
        {
            throw new InvalidOperationException(
                $"The schedule of function '{function.Name}' ({function.Timer.Schedule}) cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Whether AzureWebJobs.{name}.Disabled (or with underscores, as Linux environments need) switches the function off.</summary>
    public static bool IsDisabled(DeclaredFunction function, IConfiguration settings) =>
        IsSet(settings[$"AzureWebJobs.{function.Name}.Disabled"]) || IsSet(settings[$"AzureWebJobs_{function.Name}_Disabled"]);

    private static bool IsSet(string? value) => value is "1" || (bool.TryParse(value, out var set) && set);

    private static string Setting(DeclaredFunction function, string name, IConfiguration settings) =>
        settings[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The schedule of function '{function.Name}' needs the setting '{name}', which is missing.");

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingName();
}
