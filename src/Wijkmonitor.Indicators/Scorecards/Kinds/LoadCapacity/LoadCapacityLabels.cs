using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class LoadCapacityLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("active", "actieve bewoners", "active residents"),
        ("deviation", "spreiding tussen de gebieden", "spread between the areas"),
        ("mean", "gemiddelde van de gebieden", "average of the areas"),
        ("value", "cijfer van het gebied", "the area's figure"),
        ("visitors-high", "bezoekers, ten hoogste", "visitors, at most"),
        ("visitors-low", "bezoekers, ten minste", "visitors, at least"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("areas", "gebieden", "areas"),
        ("z-score", "z-score", "z-score"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("balance", "balans", "balance"),
        ("low", "ten minste", "at least"),
        ("high", "ten hoogste", "at most"),
        ("contribution", "wat dit bijdraagt", "what this contributes"),
        ("load", "draaglast", "load"),
        ("capacity", "draagkracht", "capacity"),
    ],
    [
        "high-percent", "high-share", "low-percent", "low-share", "sum", "z-score",
        "z-score-distance", "z-score-unrounded",
    ]);
}
