using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class CompassLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("action", "actie van een partner", "action of a partner"),
        ("city", "cijfer van de stad", "the city's figure"),
        ("denominator", "noemer", "denominator"),
        ("derived-city", "afgeleid cijfer van de stad", "derived figure of the city"),
        ("start-city", "stad bij de start", "the city at the start"),
        ("start-derived-city", "afgeleid cijfer van de stad bij de start", "derived figure of the city at the start"),
        ("start-value", "gebied bij de start", "the area at the start"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels();

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("band", "bandbreedte", "band"),
        ("city-without-sign", "cijfer van de stad, zonder teken", "the city's figure, without sign"),
        ("share-of-city", "deel van het cijfer van de stad", "share of the city's figure"),
    ],
    [
        "gap",
    ]);
}
