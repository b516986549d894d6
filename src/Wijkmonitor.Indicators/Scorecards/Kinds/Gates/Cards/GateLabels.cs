using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class GateLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("event", "gebeurtenis bij een poort", "event at a gate"),
        ("fact", "wat bekend is", "what is known"),
        ("limit", "gekozen grens", "chosen limit"),
        ("fallback", "scenario als niets is besloten", "scenario while nothing is decided"),
        ("weight", "gewicht van een regel", "weight of a rule"),
        ("homes", "woningen in het blok", "homes in the block"),
        ("joined", "woningen die meedoen", "homes that join"),
        ("mentions", "keren genoemd", "times named"),
        ("effect", "effect van het scenario", "effect of the scenario"),
        ("topics", "onderwerpen op de lijst", "topics on the list"),
        ("affected", "onderwerpen die veranderen", "topics that change"),
        ("subject", "het onderwerp", "the subject"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("phases", "aantal fasen", "number of phases"),
        ("conditions", "voorwaarden", "conditions"),
        ("unknown", "niet bekend", "not known"),
        ("known", "waarvan bekend", "of which known"),
        ("without-limit", "zonder gekozen grens", "without a chosen limit"),
        ("rules", "regels", "rules"),
        ("homes", "woningen", "homes"),
        ("joined", "doen mee", "join"),
        ("affected", "onderwerpen die veranderen", "topics that change"),
        ("topics", "onderwerpen op de lijst", "topics on the list"),
    ]);

    /// <summary>The findings that are alerts.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; } =
        new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["entered-without"] = [AlertRole.Controller, AlertRole.Board],
            ["no-go"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            ["stopped"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            ["stop-rule"] = [AlertRole.Controller, AlertRole.Board],
            ["instrument-late"] = [AlertRole.ProgrammeManager],
            ["not-involved"] = [AlertRole.ProgrammeManager],
            [Deadline.PassedAlert] = [AlertRole.ProgrammeManager, AlertRole.Board],
        };

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = KindLabels.CreateSteps(
    [
        ("joined", "deel dat meedoet", "share that joins"),
        ("topics", "deel van de lijst", "share of the list"),
        ("weight", "gewicht van de regels samen", "weight of the rules together"),
    ],
    [
        "joined-part", "joined-percent", "topics-low", "topics-high", "topics-part", "topics-percent", "topics-low-part", "topics-low-percent",
        "topics-high-part", "topics-high-percent",
    ]);
}
