using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Judge of answers and measurements.</summary>
internal static class ItemJudge
{
    /// <summary>Judges the newest answers to a condition.</summary>
    public static ItemStanding Judge(ChecklistItem item, NewestRows<ItemAnswer> answers)
    {
        List<AnswerKind> kinds = [.. answers.Counted.Select(answer => answer.Kind).Distinct()];
        return kinds switch
        {
            [] => ItemStanding.Unknown,
            [AnswerKind.NotApplicable] => ItemStanding.NotApplicable,
            [AnswerKind.Partly] => ItemStanding.Partly,
            [var answer] => (answer == AnswerKind.Yes) == (item.MustBe == RequiredAnswer.Yes) ? ItemStanding.Met : ItemStanding.NotMet,
            _ => ItemStanding.Differs,
        };
    }

    /// <summary>Judges the newest measurement of an item; of a range each end counts.</summary>
    public static ItemStanding Judge(ChecklistItem item, MeasuredValue? measured, IReadOnlyList<MeasuredValue> series, decimal? units, SuppressionRule rule)
    {
        var norm = item.Measured!;
        return measured is not { IsKnown: true } ? ItemStanding.Unknown
            : IsHidden(norm, measured, series, units, rule) ? ItemStanding.Withheld
            : !norm.HasNorm ? ItemStanding.NotNormed
            : Holds(norm, measured) ? ItemStanding.Met
            : CanHold(norm, measured) ? ItemStanding.Depends
            : ItemStanding.NotMet;
    }

    private static bool Holds(ItemMeasure norm, MeasuredValue measured) =>
        (norm.AtLeast is null || measured.Low >= norm.AtLeast) && (norm.AtMost is null || measured.High <= norm.AtMost);

    // The range and the norm have something in common; an end that is not known can be anything.
    private static bool CanHold(ItemMeasure norm, MeasuredValue measured) =>
        (norm.AtLeast is null || measured.High is null || measured.High >= norm.AtLeast)
        && (norm.AtMost is null || measured.Low is null || measured.Low <= norm.AtMost);

    // Counts, those who are not counted, and what changed between two years. All homes or none may be known.
    private static bool IsHidden(
        ItemMeasure norm, MeasuredValue measured, IReadOnlyList<MeasuredValue> series, decimal? units, SuppressionRule rule) =>
        norm.Counted != CountedSubject.Other && !measured.IsPublished && SmallSeries.IsSmall(
            norm.Unit, [.. series.SelectMany(known => known.Ends)], units, rule with { HidesZero = rule.HidesZero && norm.Counted != CountedSubject.Homes });
}
