using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The deadlines of a checklist: the last days on which answers are not stale yet. Those of one day are one deadline.</summary>
internal static class ChecklistDeadlines
{
    private static readonly BilingualText Label = new("Antwoorden vernieuwen", "Renew answers");

    /// <summary>Adds the deadlines.</summary>
    public static void Add(ChecklistCard card)
    {
        var answered = card.Rules.Conditions.Select(item => (Item: item, Answers: card.GetAnswers(item))).Where(condition => condition.Answers.Day is not null);
        foreach (var day in answered.GroupBy(condition => condition.Answers.Day!.Value).OrderBy(day => day.Key))
        {
            if (card.FindLastFreshDay(day.Key) is { } until)
            {
                Add(card, day.Key, until, [.. day.Select(condition => condition.Item)], [.. day.SelectMany(condition => condition.Answers.Counted)]);
            }
        }
    }

    // An answer that was renewed has a later day, and so a deadline of its own: this one is of answers that still count.
    private static void Add(ChecklistCard card, DateOnly day, DateOnly until, IReadOnlyList<ChecklistItem> items, IReadOnlyList<ItemAnswer> answers)
    {
        List<BilingualText> roles = [.. answers.Select(answer => card.FindRole(answer.Role)).OfType<BilingualText>().Distinct()];
        card.Builder.AddDeadline(new Deadline(
            FormattableString.Invariant($"answers-{day:yyyy-MM-dd}"),
            Label,
            until,
            BothLanguages.Write(text =>
            {
                var labels = string.Join("; ", items.Select(item => text.Localize(item.Label)));
                return text.Localize(
                    $"Beantwoord op {text.FormatDay(day)} en na deze datum te oud: {labels}.",
                    $"Answered on {text.FormatDay(day)} and too old after this day: {labels}.");
            }),
            IsMet: false)
        {
            Line = items is [var only] ? only.Code : null,
            Party = roles.Count == 0 ? null : BothLanguages.Write(text => ChecklistText.Join(text, roles)),
        });
    }
}
