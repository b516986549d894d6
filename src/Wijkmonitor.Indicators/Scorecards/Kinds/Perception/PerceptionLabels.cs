using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class PerceptionLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("deviation", "spreiding tussen de gebieden", "spread between the areas"),
        ("mean", "gemiddelde van de gebieden", "average of the areas"),
        ("objective", "wat de cijfers zeggen", "what the figures say"),
        ("subjective", "wat bewoners zeggen", "what residents say"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("areas", "gebieden", "areas"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [],
    [
        "favourable", "favourable-distance", "favourable-unrounded", "gap",
    ]);
}
