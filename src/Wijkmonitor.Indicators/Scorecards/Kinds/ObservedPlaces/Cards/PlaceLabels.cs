using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class PlaceLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("observation", "waarneming in een ronde", "observation in a round"),
        ("place", "gemiddelde van een plek", "average of a place"),
        ("held", "rondes die zijn gehouden", "rounds that were held"),
        ("planned", "geplande rondes in een jaar", "rounds that are planned in a year"),
        ("act-from", "klasse vanaf waar iets moet gebeuren", "class from which something has to be done"),
        ("method", "gemiddelde van een werkwijze", "average of a way of working"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("rounds", "rondes", "rounds"),
        ("clean", "rondes in de laagste klasse", "rounds in the lowest class"),
        ("act-share", "deel van de rondes waarin iets moet gebeuren (%)", "share of the rounds in which something has to be done (%)"),
        ("places", "plekken", "places"),
        ("held", "gehouden", "held"),
        ("planned", "gepland in het jaar", "planned in the year"),
        ("due", "gepland tot nu toe", "planned so far"),
        ("lower-rounds", "rondes waarin de eerste lager was", "rounds in which the first was lower"),
        ("equal-rounds", "rondes met een gelijk gemiddelde", "rounds with an equal average"),
        ("chance", "kans op zo'n verschil door toeval (%)", "chance of such a difference by accident (%)"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("held", "deel van de geplande rondes", "share of the planned rounds"),
        ("difference", "verschil van de gemiddelden", "difference of the averages"),
    ],
    ["sum", "mean", "mean-unrounded", "held-part", "held-percent", "difference-unrounded"]);
}
