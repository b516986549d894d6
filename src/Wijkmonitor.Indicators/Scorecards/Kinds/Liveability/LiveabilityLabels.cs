using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class LiveabilityLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("city", "cijfer van de stad", "the city's figure"),
        ("dimension", "dimensie", "dimension"),
        ("earlier", "cijfer van eerder", "an earlier figure"),
        ("from", "meting waar de winst van telt", "measurement that the gain is counted from"),
        ("top", "meting op het hoogtepunt", "measurement at the top"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("sum-of-dimensions", "som van de dimensies", "sum of the dimensions"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("gap-with-lower-bound", "verschil met de ondergrens", "gap to the lower bound"),
        ("sum-off", "verschil van de som met de afwijking", "difference of the sum from the deviation"),
        ("gain", "winst tot de top", "gain up to the top"),
        ("since-top", "sinds de top", "since the top"),
        ("what-is-left", "wat er van de winst over is", "what is left of the gain"),
        ("sum-of-dimensions", "som van de dimensies", "sum of the dimensions"),
        ("rounded", "afgerond aandeel", "rounded share"),
        ("hundred-times", "honderd keer", "hundred times"),
    ],
    [
        "share",
    ]);
}
