using Wijkmonitor.Functions.Settings;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Disclosure;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Thresholds for showing counts.</summary>
public sealed class DisclosureOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Disclosure";

    /// <summary>The setting <c>Disclosure__MinCount</c>: the smallest count of people, households or homes that is shown, 1 to 1,000; 5 unless set.</summary>
    [SettingRange(Section, 1, 1000)]
    [FormerName("LeastCount")]
    public int MinCount { get; set; } = SuppressionRule.DefaultLimit;

    /// <summary>
    /// The setting <c>Disclosure__IntervalWidth</c>. How far apart at least the lowest and the highest are that a withheld count can be, 1 to 1,000; the
    /// smallest count that is shown unless it is more.
    /// </summary>
    [SettingRange(Section, 1, 1000)]
    public int IntervalWidth { get; set; } = SuppressionRule.DefaultLimit;

    /// <summary>The rule that follows from them.</summary>
    public SuppressionRule Rule => new(MinCount, IntervalWidth: IntervalWidth);
}
