using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class PipelineLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("count", "geleverde telling", "delivered count"),
        ("stage", "aantal in een stap", "number in a stage"),
        ("subject", "het onderwerp", "the subject"),
        ("units", "alle eenheden", "all units"),
        ("agreed", "wat is afgesproken", "what was agreed"),
        ("stated", "wat de bron zegt", "what the source says"),
    ]);

    /// <summary>The findings that are alerts.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; } =
        new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["over-capacity"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            ["late"] = [AlertRole.Controller, AlertRole.ProgrammeManager, AlertRole.AreaManager],
            ["quota-behind"] = [AlertRole.Controller, AlertRole.ProgrammeManager],
            [Deadline.PassedAlert] = [AlertRole.Controller, AlertRole.ProgrammeManager, AlertRole.AreaManager],
        };

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("open", "nog niet verder", "not yet further"),
        ("left", "afgevallen", "left"),
        ("left-share", "afgevallen (%)", "left (%)"),
        ("step-share", "deel van de stap ervoor (%)", "share of the stage before (%)"),
        ("first-share", "deel van de eerste stap (%)", "share of the first stage (%)"),
        ("units-share", "deel van alle eenheden (%)", "share of all units (%)"),
        ("on-time", "op tijd", "on time"),
        ("late", "te laat", "late"),
        ("rate", "gemiddeld per periode", "average per period"),
        ("to-go", "nog te gaan", "still to go"),
        ("periods-counted", "perioden waarover dat is gerekend", "periods that this is taken over"),
        ("one-visit-share", "met één bezoek door één persoon, ten minste (%)", "with one visit by one person, at least (%)"),
        ("visits", "bezoeken", "visits"),
        ("part-of-year", "deel van het jaar dat voorbij is (%)", "part of the year that has passed (%)"),
        ("reached", "bereikt", "reached"),
        ("others", "niet bereikt", "not reached"),
        ("lowest", "laagste van het jaar (%)", "lowest of the year (%)"),
        ("highest", "hoogste van het jaar (%)", "highest of the year (%)"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("reached", "bereikt", "reached"),
        ("open", "nog niet verder", "not yet further"),
        ("step", "deel van de stap ervoor", "share of the stage before"),
        ("first", "deel van de eerste stap", "share of the first stage"),
        ("units", "deel van alle eenheden", "share of all units"),
        ("left", "deel dat is afgevallen", "share that left"),
        ("due", "wat op tijd had moeten zijn", "what was due"),
        ("on-time", "deel dat op tijd was", "share that was on time"),
        ("use", "gebruik van de capaciteit", "use of the capacity"),
        ("quota", "deel van wat is afgesproken", "share of what was agreed"),
        ("year", "deel van het jaar", "part of the year"),
        ("rate", "gemiddeld per periode", "average per period"),
        ("to-go", "nog te gaan", "still to go"),
        ("forecast", "perioden die dat duurt", "periods that it takes"),
        ("visits", "bezoeken per geval", "visits per case"),
        ("extra", "extra bezoeken", "extra visits"),
        ("one-visit", "met één bezoek door één persoon", "with one visit by one person"),
        ("coverage", "deel dat is bereikt", "share that was reached"),
    ],
    [
        "share", "share-part", "share-percent", "step-part", "step-percent", "first-part", "first-percent", "units-part", "units-percent",
        "left-part", "left-percent",
        "on-time-part", "on-time-percent", "use-part", "use-percent", "quota-part", "quota-percent", "year-part", "year-percent",
        "forecast-unrounded", "extra-part", "extra-percent", "one-visit-part", "one-visit-percent", "coverage-part", "coverage-percent",
    ]);
}
