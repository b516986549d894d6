using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Lines;

/// <summary>The lines of measurements that are compared with a norm: all together, and each one.</summary>
internal static class MeasurementLines
{
    /// <summary>Adds the lines and totals.</summary>
    public static void Add(ChecklistCard card)
    {
        List<ChecklistItem> items = [.. card.Rules.Measurements];
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

        var leftOut = OmittedLines.GroupByState(items.Select(item => card.Builder.Lines.First(line => line.Code == item.Code)));
        void AddTotal(string code, BilingualText label, int value) => card.Builder.AddTotal(
            code, label, "count", counts.Unknown < items.Count ? value : null, leftOut);
        AddTotal("holds", new("Voldoet", "Holds"), counts.Met);
        AddTotal("fails", new("Voldoet niet", "Fails"), counts.NotMet);
        AddTotal("depends", new("Hangt van de marge af", "Depends on the margin"), counts.Depends);
    }

    private static void AddAll(ChecklistCard card, List<ChecklistItem> items, ItemCounts counts)
    {
        var shown = items.Where(item => card.GetStanding(item) != ItemStanding.Withheld).SelectMany(item => card.GetMeasured(item).Counted);
        card.Builder.AddLine(LineNames.Measurements, ChecklistText.Together, ChecklistText.HoldsLabel, "count")
            .AddInputs(ChecklistCard.CreateInputs("measured", shown))
            .Require(counts.Unknown == items.Count, LineState.MissingInput, ChecklistText.NothingMeasured)
            .WithValue(counts.Met)
            .AddFigures(("fails", counts.NotMet), ("depends", counts.Depends), ("unknown", counts.Unknown), ("applicable", counts.Applicable),
                ("blocking", counts.Blocking), ("blocking-open", counts.OpenBlocking))
            .Explain(text => ItemSentences.ExplainMeasurements(text, counts));
    }

    private static void Add(ChecklistCard card, ItemSentences sentences, ChecklistItem item)
    {
        var (standing, norm) = (card.GetStanding(item), item.Measured!);
        var measured = card.GetMeasured(item).First;
        var line = card.Builder.AddLine(item.Code, item.Theme ?? ChecklistText.Measurements, item.Label, norm.Unit)
            .Require(standing == ItemStanding.Withheld, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(standing == ItemStanding.Unknown, LineState.MissingInput, sentences.ExplainNotMeasured(item));
        if (!line.IsOpen)
        {
            return;
        }

        line.AddInputs(CreateInputs(measured!)).AddInputs(CreateNorm(card, item))
            .WithNorm(norm is { AtLeast: not null, AtMost: not null } ? null : norm.AtLeast ?? norm.AtMost)
            .WithOutcome(GetOutcome(standing))
            .AddFigures(("norm-low", norm.AtLeast), ("norm-high", norm.AtMost))
            .Explain(text => sentences.ExplainMeasured(text, item, measured!, standing));
        SetValue(line, measured!);
        if (standing == ItemStanding.NotNormed)
        {
            line.WithState(LineState.NotNormed);
        }
    }

    private static void SetValue(LineBuilder line, MeasuredValue measured)
    {
        if (measured.IsOpen)
        {
            line.WithValue(measured.Low ?? measured.High).WithUncertainty(measured.Low is null ? ChecklistText.AtMost : ChecklistText.AtLeast);
        }
        else if (measured.IsExact)
        {
            line.WithValue(measured.Low);
        }
        else
        {
            line.WithRange(measured.Low!.Value, measured.High!.Value);
        }
    }

    private static NamedOutcome? GetOutcome(ItemStanding standing) => standing switch
    {
        ItemStanding.Met => new("holds", new("voldoet", "holds")),
        ItemStanding.NotMet => new("fails", new("voldoet niet", "fails")),
        ItemStanding.Depends => new("depends", new("hangt van de marge af", "depends on the margin")),
        _ => null,
    };

    private static IEnumerable<ScorecardInput> CreateInputs(MeasuredValue measured) => measured.Ends.Select(end => ScorecardInput.FromRecord(
        "measured", measured.Record, end, measured.IsExact ? null : $"{measured.Record.Key}/{(end == measured.Low ? "low" : "high")}"));

    private static IEnumerable<ScorecardInput> CreateNorm(ChecklistCard card, ChecklistItem item) =>
        new[] { ("at-least", item.Measured!.AtLeast), ("at-most", item.Measured.AtMost) }
            .Where(end => end.Item2 is not null)
            .Select(end => ScorecardInput.FromNumber("norm", card.GetRulesKey($"{item.Code}/{end.Item1}"), end.Item2!.Value));
}
