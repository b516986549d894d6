using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>When a dataset has been silent for so long that somebody should ask why.</summary>
public sealed class FreshnessOptions
{
    private const int LongestQuiet = 730;

    /// <summary>The settings' section.</summary>
    public const string Section = "Freshness";

    /// <summary>
    /// The setting <c>Freshness__QuietDays</c>: after how many days without a delivery of a dataset that was delivered before the log says
    /// so, once a night; 0, which it is unless set, for never. At most 730.
    /// </summary>
    public int QuietDays { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static FreshnessOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<FreshnessOptions>() ?? new FreshnessOptions();
        return options.QuietDays is >= 0 and <= LongestQuiet
            ? options
            : throw new InvalidOperationException($"{Section}__{nameof(QuietDays)} is {options.QuietDays}; it must be 0 to {LongestQuiet}.");
    }
}
