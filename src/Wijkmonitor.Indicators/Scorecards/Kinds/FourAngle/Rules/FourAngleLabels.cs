using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class FourAngleLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("angle", "invalshoek", "angle"),
        ("budget", "budget", "budget"),
        ("homes", "woningen", "homes"),
        ("indicator", "cijfer in de invalshoek", "figure in the angle"),
        ("municipality", "cijfer van de gemeente", "the municipality's figure"),
        ("note", "aantekening", "note"),
        ("pin", "prikker uit het gebiedsatelier", "pin of the workshop"),
        ("score", "score", "score"),
        ("score-before", "score van de vorige ronde", "score of the last round"),
        ("staff-signal", "signaal van medewerkers", "signal of staff"),
        ("value", "cijfer van het gebied", "the area's figure"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("age-in-months", "maanden oud", "months old"),
        ("change", "verandering", "change"),
        ("coverage", "dekking (%)", "coverage (%)"),
        ("difference", "verschil", "difference"),
        ("difference-with-homes", "verschil met alleen woningen", "difference from homes alone"),
        ("homes", "woningen", "homes"),
        ("listed", "op de lijst sinds (rondes)", "on the list for (rounds)"),
        ("score-change", "verschil met de vorige ronde", "change since the last round"),
        ("severity", "ernst", "severity"),
        ("weight", "gewicht", "weight"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("weights", "som van de gewichten", "sum of the weights"),
        ("score", "score, afgerond", "score, rounded"),
        ("above-the-low-end", "boven het ongunstige eind", "above the unfavourable end"),
        ("above-the-mean", "boven het gemiddelde", "above the average"),
        ("in-hundredths", "in honderdsten", "in hundredths"),
        ("width", "breedte van de schaal", "width of the scale"),
        ("place", "plaats op de schaal", "place on the scale"),
        ("at-most", "ten hoogste het gunstige eind", "at most the favourable end"),
        ("at-least", "ten minste het ongunstige eind", "at least the unfavourable end"),
        ("behind-the-middle", "achter bij het midden", "behind the middle"),
        ("half-of-the-equals", "helft van de gelijken", "half of the equals"),
        ("rank", "rang", "rank"),
        ("years", "som van de jaren", "sum of the years"),
        ("mean-year", "gemiddeld jaar", "average year"),
        ("products", "som van de producten", "sum of the products"),
        ("squares", "som van de kwadraten", "sum of the squares"),
        ("unrounded-slope", "helling, niet afgerond", "slope, unrounded"),
        ("slope", "helling", "slope"),
        ("below-the-best", "onder de beste score", "below the best score"),
        ("severity", "ernst", "severity"),
        ("severity-times-homes", "ernst maal woningen", "severity times homes"),
        ("staff-times-severity", "inzet maal ernst", "staff times severity"),
        ("unrounded-share", "aandeel, niet afgerond", "share, unrounded"),
        ("times-kept", "inzet maal wat blijft", "effort times what is kept"),
        ("kept", "wat blijft", "what is kept"),
        ("next-year-at-least", "volgend jaar ten minste", "next year at least"),
        ("budget-in-cents", "budget in centen", "budget in cents"),
        ("budget-times-weight", "budget maal gewicht", "budget times weight"),
        ("share-in-cents", "deel in centen", "share in cents"),
        ("whole-cents", "hele centen", "whole cents"),
        ("cents-with-remainder", "centen met de rest", "cents with the remainder"),
        ("part", "deel", "part"),
    ],
    [
        "favourable", "mean", "share", "weighted", "z-score",
    ]);
}
