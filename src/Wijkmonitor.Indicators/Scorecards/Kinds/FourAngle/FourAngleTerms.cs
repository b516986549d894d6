using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>Names of the codes in scorecards of this kind.</summary>
internal static class FourAngleTerms
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindTerms.CreateRoles(
    [
        ("angle", "invalshoek", "angle"),
        ("budget", "budget", "budget"),
        ("homes", "woningen", "homes"),
        ("indicator", "cijfer in de invalshoek", "figure in the angle"),
        ("municipality", "cijfer van de gemeente", "the municipality's figure"),
        ("note", "aantekening", "note"),
        ("pin", "prikker uit het buurtatelier", "pin of the workshop"),
        ("score", "score", "score"),
        ("score-before", "score van de vorige ronde", "score of the last cycle"),
        ("staff-signal", "signaal van medewerkers", "signal of staff"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindTerms.CreateLabels(
    [
        ("age-in-months", "maanden oud", "months old"),
        ("change", "verandering", "change"),
        ("coverage", "dekking (%)", "coverage (%)"),
        ("difference", "verschil", "difference"),
        ("difference-with-homes", "verschil met alleen woningen", "difference with homes alone"),
        ("homes", "woningen", "homes"),
        ("listed", "op de lijst sinds (rondes)", "on the list for (cycles)"),
        ("score-change", "verschil met de vorige ronde", "change since the last cycle"),
        ("severity", "ernst", "severity"),
        ("weight", "gewicht", "weight"),
    ]);

    /// <summary>The steps of calculations.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindTerms.CreateSteps(
    [
        "above-the-low-end", "above-the-mean", "at-least", "at-most", "behind-the-middle", "below-the-best",
        "budget-in-cents", "budget-times-weight", "cents-with-remainder", "favourable", "half-of-the-equals", "in-hundredths",
        "kept", "mean", "mean-year", "next-year-at-least", "part", "place",
        "products", "rank", "score", "severity", "severity-times-homes", "share",
        "share-in-cents", "slope", "squares", "staff-times-severity", "times-kept", "unrounded-share",
        "unrounded-slope", "weighted", "weights", "whole-cents", "width", "years",
        "z-score",
    ]);
}
