using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class ProjectLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("baseline", "eerste planning", "first plan"),
        ("replan", "gewijzigde planning", "changed plan"),
        ("forecast", "verwachting", "forecast"),
        ("actual", "werkelijke datum", "actual date"),
        ("days", "aantal dagen", "number of days"),
        ("funding", "bijdrage", "contribution"),
        ("repaid", "terugbetaald", "repaid"),
        ("budget", "begroting", "budget"),
        ("offer", "offerte of raming", "offer or estimate"),
        ("units", "aantal woningen of andere eenheden", "number of homes or other units"),
        ("works", "waarde van het werk", "value of the works"),
        ("position", "stand van de rekening", "position of the account"),
        ("delay", "kosten van een eenheid per maand", "cost of a unit in a month"),
        ("delayed-units", "eenheden die wachten", "units that wait"),
        ("months", "maanden", "months"),
        ("condition", "voorwaarde", "condition"),
        ("signals", "aantal signalen", "number of signals"),
        ("limit", "afgesproken grens", "agreed limit"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("replans", "keren dat de planning is gewijzigd", "times that the plan was changed"),
        ("missed", "afgesproken data die voorbijgingen", "agreed dates that passed"),
        ("planned-days", "geplande dagen", "planned days"),
        ("planned-days-low", "geplande dagen, ten minste", "planned days, at least"),
        ("planned-days-high", "geplande dagen, ten hoogste", "planned days, at most"),
        ("unknown-rows", "posten waarvan het bedrag niet bekend is", "rows whose amount is not known"),
        ("share", "deel (%)", "share (%)"),
        ("share-without-loans", "deel zonder leningen (%)", "share without loans (%)"),
        ("base-per-unit", "begroting per eenheid", "budget per unit"),
        ("compared-per-unit", "kosten per eenheid", "cost per unit"),
        ("base", "begroting", "budget"),
        ("compared", "kosten", "cost"),
        ("revisions", "keren dat de begroting is gewijzigd", "times that the budget was changed"),
        ("drawn", "opgenomen", "drawn"),
        ("repaid", "terugbetaald", "repaid"),
        ("total", "totaal", "total"),
        ("accepted", "goedgekeurd", "accepted"),
        ("cost-to-complete", "nodig om af te bouwen", "needed to complete"),
        ("available", "in depot en toegezegd", "in escrow and committed"),
        ("months", "maanden", "months"),
        ("per-month", "kosten per maand", "cost a month"),
        ("late", "te laat", "late"),
        ("open", "nog niet nagekomen", "not met yet"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = CreateSteps();

    /// <summary>The findings that are alerts. Milestones, conditions, loans and signals are deadlines, which alert by themselves.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; } =
        new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["stop-rule"] = [AlertRole.Controller, AlertRole.Board],
            ["no-stop-rule"] = [AlertRole.Controller],
            ["progress-unverified"] = [AlertRole.Controller, AlertRole.ProgrammeManager],
            [Deadline.PassedAlert] = [AlertRole.Controller, AlertRole.ProgrammeManager],
        };

    private static IReadOnlyDictionary<string, BilingualText> CreateSteps()
    {
        (string Name, string Nl, string En)[] own =
        [
            ("slip-factor", "duur ten opzichte van de planning", "duration compared with the plan"),
            ("amount", "bedrag", "amount"),
            ("amount-contributed", "bijdragen", "contributions"),
            ("amount-repaid", "terugbetaald", "repaid"),
            ("all", "alle bijdragen", "all contributions"),
            ("all-contributed", "alle bijdragen, met wat is terugbetaald", "all contributions, with what was repaid"),
            ("all-repaid", "alles wat is terugbetaald", "all that was repaid"),
            ("own", "bijdragen zonder leningen", "contributions without loans"),
            ("others", "alle bijdragen zonder leningen", "all contributions without loans"),
            ("share-without-loans", "deel zonder leningen", "share without loans"),
            ("per-unit", "bedrag per eenheid", "amount per unit"),
            ("base-unit", "begroting van een eenheid", "budget of a unit"),
            ("base-units", "begroting van alle eenheden", "budget of all units"),
            ("base", "begroting", "budget"),
            ("compared-unit", "kosten van een eenheid", "cost of a unit"),
            ("compared-units", "kosten van alle eenheden", "cost of all units"),
            ("compared-funding", "bijdragen", "contributions"),
            ("compared-funding-contributed", "bijdragen, met wat is terugbetaald", "contributions, with what was repaid"),
            ("compared-funding-repaid", "terugbetaald", "repaid"),
            ("compared", "kosten", "cost"),
            ("difference", "verschil", "difference"),
            ("overrun", "meer dan begroot", "more than budgeted"),
            ("works", "waarde van het werk", "value of the works"),
            ("verified", "deel dat is goedgekeurd", "share that was accepted"),
            ("progress-difference", "verschil met de melding", "difference with the report"),
            ("available", "in depot en toegezegd", "in escrow and committed"),
            ("coverage-gap", "tekort", "shortfall"),
            ("delay", "kosten van vertraging", "cost of delay"),
        ];
        string[] others =
        [
            "slip-factor-unrounded", "slip-factor-unrounded-low", "slip-factor-unrounded-high", "slip-factor-low", "slip-factor-high",
            "share", "share-part", "share-percent", "share-without-loans-part", "share-without-loans-percent", "per-unit-unrounded",
            "overrun-part", "overrun-percent", "verified-part", "verified-percent", "progress-difference-unrounded", "delay-unrounded",
        ];
        return KindLabels.CreateSteps(own, others);
    }
}
