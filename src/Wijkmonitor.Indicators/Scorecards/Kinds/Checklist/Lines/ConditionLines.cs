using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Lines;

/// <summary>The lines of conditions that are answered: all together, and each one.</summary>
internal static class ConditionLines
{
    /// <summary>Adds the lines and totals.</summary>
    public static void Add(ChecklistCard card)
    {
        List<ChecklistItem> items = [.. card.Rules.Conditions];
        if (items.Count == 0)
        {
            return;
        }

        var sentences = new ItemSentences(card);
        var counts = ItemCounts.Count(card, items);
        AddAll(card, items, counts);
        foreach (var item in items)
        {
            Add(card, sentences, item);
        }

        List<ScorecardLine> lines = [.. items.Select(item => card.Builder.Lines.First(line => line.Code == item.Code))];
        var isAnswered = counts.Unknown < items.Count;
        AddTotal(card, "met", new("Vervuld", "Met"), isAnswered ? counts.Met : null, lines);
        AddTotal(card, "partly", new("Deels vervuld", "Partly met"), isAnswered ? counts.Partly : null, lines);
        AddTotal(card, "not-met", new("Niet vervuld", "Not met"), isAnswered ? counts.NotMet : null, lines);
        AddTotal(card, "unknown", new("Niet bekend", "Not known"), counts.Unknown, []);
        AddTotal(card, "applicable", new("Van zoveel voorwaarden", "Of so many conditions"), counts.Applicable, []);
    }

    private static void AddAll(ChecklistCard card, List<ChecklistItem> items, ItemCounts counts) => card.Builder
        .AddLine(LineNames.Conditions, ChecklistText.Together, ChecklistText.MetLabel, "count")
        .AddInputs(items.SelectMany(item => card.GetAnswers(item).Counted).Select(ChecklistCard.CreateInput))
        .Require(counts.Unknown == items.Count, LineState.MissingInput, ChecklistText.NothingAnswered)
        .WithValue(counts.Met)
        .AddFigures(("not-met", counts.NotMet), ("partly", counts.Partly), ("unknown", counts.Unknown), ("applicable", counts.Applicable),
            ("not-applicable", counts.NotApplicable), ("differs", counts.Differs), ("blocking", counts.Blocking), ("blocking-open", counts.OpenBlocking))
        .Explain(text => ItemSentences.ExplainConditions(text, counts));

    private static void Add(ChecklistCard card, ItemSentences sentences, ChecklistItem item)
    {
        var answers = card.GetAnswers(item).Counted;
        var line = card.Builder.AddLine(item.Code, item.Theme ?? ChecklistText.Conditions, item.Label, "")
            .AddInputs(answers.Select(ChecklistCard.CreateInput));
        switch (card.GetStanding(item))
        {
            case ItemStanding.Unknown:
                line.Require(LineState.MissingInput, sentences.ExplainUnknown(item));
                break;
            case ItemStanding.Differs:
                line.Require(LineState.Unresolved, sentences.ExplainDiffering(item, answers));
                break;
            default:
                var kind = answers[0].Kind;
                line.WithOutcome(new NamedOutcome(ItemAnswer.GetCode(kind), ItemSentences.GetName(kind)))
                    .Explain(text => sentences.Explain(text, item, answers));
                break;
        }
    }

    private static void AddTotal(ChecklistCard card, string code, BilingualText label, int? value, IReadOnlyList<ScorecardLine> lines) =>
        card.Builder.AddTotal(code, label, "count", value, OmittedLines.GroupByState(lines));
}
