using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Thresholds for warning about datasets without recent deliveries.</summary>
public sealed class FreshnessOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Freshness";

    /// <summary>
    /// The setting <c>Freshness__StaleAfterDays</c>: the days without a delivery after which a dataset is reported in the log. It is reported once a
    /// night. 0, the default, for never. At most 730.
    /// </summary>
    [SettingRange(Section, 0, 730)]
    [FormerName("QuietDays")]
    public int StaleAfterDays { get; set; }
}
