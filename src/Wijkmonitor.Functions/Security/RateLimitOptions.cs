using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Security;

/// <summary>How much one caller may ask.</summary>
public sealed class RateLimitOptions
{
    private const int Most = 100_000;

    /// <summary>The settings' section.</summary>
    public const string Section = "RateLimit";

    /// <summary>
    /// The setting <c>RateLimit__RequestsPerMinute</c>: how many requests one caller may make in a minute to one instance, all of them at once if need be; 0, which it is unless set,
    /// for no limit. At most 100,000.
    /// </summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">The setting is out of range; the message names it.</exception>
    public static RateLimitOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<RateLimitOptions>() ?? new RateLimitOptions();
        return options.RequestsPerMinute is >= 0 and <= Most
            ? options
            : throw new InvalidOperationException($"{Section}__{nameof(RequestsPerMinute)} is {options.RequestsPerMinute}; it must be 0 to {Most}.");
    }
}
