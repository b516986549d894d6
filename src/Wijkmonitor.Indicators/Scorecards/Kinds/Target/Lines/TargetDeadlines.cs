using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The deadlines of a target: its date, and the points of the path that was agreed.</summary>
internal static class TargetDeadlines
{
    private static readonly BilingualText Label = new("Doel", "Target");
    private static readonly BilingualText PointLabel = new("Tussendoel", "Interim target");

    /// <summary>Adds the deadlines.</summary>
    public static void Add(TargetCard card)
    {
        if (card.Goals is [.., { Date: { } date } last])
        {
            card.Builder.AddDeadline(new Deadline("target", Label, date, Describe(card, last.Value, date), IsReached(card, last.Value))
            {
                Line = card.Goals.Count > 1 ? "done" + TargetRules.LastSuffix : "done",
                Dates = card.Goals.Count > 1 ? [.. GetDates(card)] : null,
            });
        }

        // A path leads to the first target: once that was revised, nobody is held to its points.
        foreach (var point in card.Goals.Count == 1 ? card.Rules.Path ?? [] : [])
        {
            card.Builder.AddDeadline(new Deadline(
                FormattableString.Invariant($"path-{point.Date:yyyy-MM-dd}"), PointLabel, point.Date, Describe(card, point.Value, point.Date),
                IsReached(card, point.Value))
            {
                Line = "on-track",
            });
        }
    }

    private static IEnumerable<DeadlineDate> GetDates(TargetCard card) => card.Goals.Index().Where(goal => goal.Item.Date is not null).Select(goal =>
        new DeadlineDate(goal.Index == 0 ? DeadlineDateKind.Baseline : DeadlineDateKind.Replan, goal.Item.Date!.Value)
        {
            RecordedOn = goal.Item.Record?.Date,
            Note = Describe(card, goal.Item.Value, goal.Item.Date.Value),
        });

    // For a range it is said only where both ends agree.
    private static bool? IsReached(TargetCard card, decimal target)
    {
        if (card.FindShown(card.Measured) is not { } value)
        {
            return null;
        }

        var rest = RequiredPace.GetRest(card.Rules, target, value);
        return RequiredPace.IsReached(rest) ? true : rest.Low > 0 ? false : null;
    }

    private static BilingualText Describe(TargetCard card, decimal value, DateOnly date)
    {
        string Write(NumberFormatter text) => text.Localize(
            $"{card.Rules.Measure.Nl}: {text.FormatQuantity(value, card.Rules.Unit)} op {text.FormatDay(date)}.",
            $"{card.Rules.Measure.En}: {text.FormatQuantity(value, card.Rules.Unit)} by {text.FormatDay(date)}.");
        return new(Write(NumberFormatter.Nl), Write(NumberFormatter.En));
    }
}
