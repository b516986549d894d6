using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class FunctionLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("first", "eerste jaar", "first year"),
        ("other", "gebied met dezelfde functie", "area with the same function"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("change", "verandering", "change"),
        ("difference", "verschil", "difference"),
        ("first-year", "sinds", "since"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("difference", "verschil", "difference"),
    ],
    [
        "mean", "sum",
    ]);
}
