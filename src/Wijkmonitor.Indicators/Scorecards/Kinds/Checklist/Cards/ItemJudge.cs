using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Judge of answers and measurements.</summary>
internal static class ItemJudge
{
    // A percentage of one decimal can be rounded by half of that.
    private const decimal RoundedBy = 0.05m;
    private const decimal Percent = 100;

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
    public static ItemStanding Judge(ChecklistItem item, MeasuredValue? measured, decimal? units, SuppressionRule rule)
    {
        var norm = item.Measured!;
        return measured is not { IsKnown: true } ? ItemStanding.Unknown
            : IsHidden(norm, measured, units, rule) ? ItemStanding.Withheld
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

    // A count, those who are not counted, and both of a percentage of a known number.
    private static bool IsHidden(ItemMeasure norm, MeasuredValue measured, decimal? units, SuppressionRule rule)
    {
        if (norm.Counted == MeasuredSubject.Other || measured.IsPublished)
        {
            return false;
        }

        return measured.Ends.SelectMany(end => norm switch
        {
            { IsCount: true } => [end, .. units is { } all && end <= all ? [all - end] : Array.Empty<decimal>()],
            { Unit: "%" } when units is { } all => GetCounts(end, all),
            _ => Array.Empty<decimal>(),
        }).Any(count => IsSmall(norm, count, rule));
    }

    private static decimal[] GetCounts(decimal percent, decimal all)
    {
        var (count, margin) = (percent * all / Percent, RoundedBy * all / Percent);
        return [Math.Max(0, decimal.Floor(count - margin)), Math.Max(0, all - decimal.Ceiling(count + margin))];
    }

    // All homes or none may be known.
    private static bool IsSmall(ItemMeasure norm, decimal count, SuppressionRule rule) =>
        count < rule.Limit && (count != 0 || (rule.HidesZero && norm.Counted != MeasuredSubject.Homes));
}
