using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>When a dataset has been silent for so long that somebody should ask why.</summary>
public sealed class FreshnessOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Freshness";

    /// <summary>
    /// The setting <c>Freshness__QuietDays</c>: after how many days without a delivery of a dataset that was delivered before the log says
    /// so, once a night; 0, which it is unless set, for never. At most 730.
    /// </summary>
    [SettingRange(Section, 0, 730)]
    public int QuietDays { get; set; }
}
