using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Counts of conditions or measurements by their standing. No percentage is made of them.</summary>
/// <param name="Met">Number that is met.</param>
/// <param name="NotMet">Number that is not met.</param>
/// <param name="Partly">Number that is met in part.</param>
/// <param name="Unknown">Number of which nothing is known.</param>
/// <param name="Differs">Number of which the answers differ.</param>
/// <param name="Depends">Number that holds at one end of its range only.</param>
/// <param name="NotNormed">Number without a norm.</param>
/// <param name="Withheld">Number that is not shown.</param>
/// <param name="NotApplicable">Number that does not apply, which is not in the total.</param>
/// <param name="Applicable">Number of all that apply.</param>
/// <param name="Blocking">Number that has to be met first.</param>
/// <param name="OpenBlocking">Number of these that is not met, as far as is known.</param>
/// <param name="WithheldBlocking">Number of these of which it is not shown whether they hold.</param>
internal sealed record ItemCounts(
    int Met, int NotMet, int Partly, int Unknown, int Differs, int Depends, int NotNormed, int Withheld, int NotApplicable, int Applicable, int Blocking,
    int OpenBlocking, int WithheldBlocking)
{
    /// <summary>Counts items by their standing.</summary>
    public static ItemCounts Count(ChecklistCard card, IReadOnlyCollection<ChecklistItem> items)
    {
        int CountItems(ItemStanding standing) => items.Count(item => card.GetStanding(item) == standing);
        var notApplicable = CountItems(ItemStanding.NotApplicable);
        return new(
            CountItems(ItemStanding.Met), CountItems(ItemStanding.NotMet), CountItems(ItemStanding.Partly), CountItems(ItemStanding.Unknown),
            CountItems(ItemStanding.Differs), CountItems(ItemStanding.Depends), CountItems(ItemStanding.NotNormed), CountItems(ItemStanding.Withheld),
            notApplicable, items.Count - notApplicable,
            items.Count(item => item.IsBlocking), card.GetOpenBlocking(items).Count(),
            items.Count(item => item.IsBlocking && card.GetStanding(item) == ItemStanding.Withheld));
    }
}
