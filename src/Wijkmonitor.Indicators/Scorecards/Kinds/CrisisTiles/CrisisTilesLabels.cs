using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class CrisisTilesLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("base", "van hoeveel", "out of"),
        ("count", "telling", "count"),
        ("high", "ten hoogste", "at most"),
        ("low", "ten minste", "at least"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels();

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("one-in", "één op de zoveel", "one in so many"),
    ],
    [
        "one-in-high", "one-in-high-unrounded", "one-in-low", "one-in-low-unrounded", "one-in-unrounded", "share",
        "share-high", "share-high-part", "share-high-percent", "share-low", "share-low-part", "share-low-percent",
        "share-part", "share-percent",
    ]);
}
