using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>Names of the codes in scorecards of this kind.</summary>
internal static class StayersMoversTerms
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindTerms.CreateRoles(
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
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindTerms.CreateLabels(
    [
        ("now", "nu", "now"),
        ("then", "toen", "then"),
    ]);

    /// <summary>The steps of calculations.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindTerms.CreateSteps(
    [
        "change", "change-of-stayers", "composition", "entrants-less-leavers", "households", "now",
        "stayers", "sum-now", "sum-now-movers", "sum-now-stayers", "sum-then", "sum-then-movers",
        "sum-then-stayers", "then", "weighted",
    ]);
}
