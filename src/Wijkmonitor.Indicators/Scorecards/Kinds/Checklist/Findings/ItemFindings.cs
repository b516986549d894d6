using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Findings;

/// <summary>The findings about conditions and measurements.</summary>
internal static class ItemFindings
{
    /// <summary>Adds the findings.</summary>
    public static void Add(ChecklistCard card)
    {
        var (nl, en) = (NumberFormatter.Nl.FormatDay(card.AsOf), NumberFormatter.En.FormatDay(card.AsOf));
        card.Builder.AddFinding(new Finding("as-of", FindingSeverity.Information, [], new(
            $"{card.Title}: stand op {nl}.", $"{card.Title}: as of {en}.")));
        Add(card, "not-ready", FindingSeverity.Warning, card.GetOpenBlocking(card.Rules.Items),
            "Nog niet klaar om te beginnen. Wat eerst vervuld moet zijn en nog openstaat", "Not ready to begin. To be met first and still open");
        Add(card, "not-applicable", FindingSeverity.Information, Find(card, ItemStanding.NotApplicable),
            "Niet van toepassing; telt niet mee in het totaal", "Not applicable; does not count in the total");
        Add(card, "stale", FindingSeverity.Warning, card.Rules.Conditions.Where(item => card.GetAnswers(item).Day is { } day && card.IsStale(day)),
            $"Langer geleden beantwoord dan {FormatMonths(card, NumberFormatter.Nl)}", $"Answered more than {FormatMonths(card, NumberFormatter.En)} ago");
        Add(card, "fails", FindingSeverity.Warning, card.Rules.Measurements.Where(item => card.GetStanding(item) == ItemStanding.NotMet),
            "Voldoet niet aan de norm", "Fails the norm");
        Add(card, "depends", FindingSeverity.Information, Find(card, ItemStanding.Depends),
            "Of dit voldoet hangt ervan af waar in de marge het ligt", "Whether this holds depends on where in the margin it is");
        Add(card, "not-normed", FindingSeverity.Information, Find(card, ItemStanding.NotNormed),
            "Gemeten, maar er is geen norm gekozen", "Measured, but no norm was chosen");
        card.Builder.AddFinding("suppressed", FindingSeverity.Information, line => line.State == LineState.Suppressed,
            "Deze maten worden niet getoond: ze gaan over te weinig mensen of woningen.",
            "These measurements are not shown: they are about too few people or homes.");
    }

    private static string FormatMonths(ChecklistCard card, NumberFormatter text) => text.FormatQuantity(card.Rules.FreshMonths ?? 0, "months");

    private static IEnumerable<ChecklistItem> Find(ChecklistCard card, ItemStanding standing) =>
        card.Rules.Items.Where(item => card.GetStanding(item) == standing);

    private static void Add(ChecklistCard card, string code, FindingSeverity severity, IEnumerable<ChecklistItem> items, string nl, string en)
    {
        List<ChecklistItem> found = [.. items];
        var (listNl, listEn) = (Join(found.Select(item => item.Label.Nl)), Join(found.Select(item => item.Label.En)));
        card.Builder.AddFinding(code, severity, found.Select(item => item.Code), $"{nl}: {listNl}.", $"{en}: {listEn}.");
    }

    private static string Join(IEnumerable<string> labels) => string.Join("; ", labels);
}
