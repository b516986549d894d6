using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class StayersMoversLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("entrants", "nieuwkomers", "entrants"),
        ("entrants-now", "nieuwkomers, nu", "entrants, now"),
        ("leavers", "vertrekkers", "leavers"),
        ("leavers-then", "vertrekkers, toen", "leavers, then"),
        ("stayers", "blijvers", "stayers"),
        ("stayers-now", "blijvers, nu", "stayers, now"),
        ("stayers-then", "blijvers, toen", "stayers, then"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("now", "nu", "now"),
        ("then", "toen", "then"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("change", "verandering", "change"),
        ("households", "huishoudens", "households"),
        ("change-of-stayers", "verandering van de blijvers", "change of the stayers"),
        ("stayers", "deel van de blijvers", "the stayers' part"),
        ("entrants-less-leavers", "nieuwkomers min vertrekkers", "entrants minus leavers"),
        ("composition", "deel van de verhuizers", "the movers' part"),
        ("then", "toen", "then"),
        ("now", "nu", "now"),
        ("sum-then", "som toen", "sum then"),
        ("sum-then-stayers", "som van de blijvers toen", "sum of the stayers then"),
        ("sum-then-movers", "som van de vertrekkers toen", "sum of the leavers then"),
        ("sum-now", "som nu", "sum now"),
        ("sum-now-stayers", "som van de blijvers nu", "sum of the stayers now"),
        ("sum-now-movers", "som van de nieuwkomers nu", "sum of the entrants now"),
    ],
    [
        "weighted",
    ]);
}
