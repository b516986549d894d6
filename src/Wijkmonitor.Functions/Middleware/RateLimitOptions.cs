using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Rate limit for each caller.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "RateLimit";

    /// <summary>
    /// The setting <c>RateLimit__RequestsPerMinute</c>: how many requests one caller may make in a minute to one instance. All of them may come at
    /// once. 0, the default, for no limit; at most 100,000.
    /// </summary>
    [SettingRange(Section, 0, 100_000)]
    public int RequestsPerMinute { get; set; }
}
