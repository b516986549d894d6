using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Lines;

/// <summary>The lines of the stages: how many reached each, which share that is, and how often it was on time.</summary>
internal static class StageLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(PipelineCard card)
    {
        foreach (var stage in card.Rules.AllStages)
        {
            AddCount(card, stage);
            card.Builder.AddStage(new ScorecardStage(stage.Code, stage.HasDeadline ? stage.OnTimeCode : null));
        }

        foreach (var stage in card.Rules.AllStages.Where(stage => stage.Base is not null))
        {
            AddShare(card, stage, "");
            foreach (var segment in stage.PerSegment ? card.Counts.Segments : [])
            {
                AddShare(card, stage, segment);
            }
        }

        foreach (var stage in card.Rules.AllStages.Where(stage => stage.HasDeadline))
        {
            AddOnTime(card, stage);
        }
    }

    private static void AddCount(PipelineCard card, PipelineStage stage)
    {
        var rows = card.Counts.All.GetRows(stage.Code).ToList();
        var line = card.Builder.AddLine(stage.Code, PipelineText.Counts, stage.Label, card.Unit)
            .AddInputs(CreateInputs(card, rows))
            .Require(card.IsHidden("reached", stage.Code), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(() => card.Counts.All.Sum(stage.Code, CountField.Entered) is null, LineState.MissingInput, card.DescribeMissing(stage.Code, ""));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var reached = card.Counts.All.Sum(stage.Code, CountField.Entered)!.Value;
        if (!card.Disclosure.IsProtected && rows.Count > 1)
        {
            calculation.Add("reached", [.. rows.Select(row => new Operand(row.Get(CountField.Entered)!.Value, row.Record.Key))]);
        }

        var open = card.IsHidden("open", stage.Code) ? null : PipelineFlow.GetOpen(card.Rules, card.Counts.All, stage);
        var dropped = card.IsHidden("left", stage.Code) ? null : card.Counts.All.Sum(stage.Code, CountField.Left);
        line.WithValue(reached).AddFigures(("open", open), ("left", dropped)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainCount(text, reached, card.Unit, stage.Label, open, dropped));
    }

    // A row about people is named by its delivery and line, without its number: numbers of one month are small.
    private static IEnumerable<ScorecardInput> CreateInputs(PipelineCard card, List<StageRow> rows) => rows.Select(row => card.Disclosure.IsProtected
        ? ScorecardInput.FromRecord("count", row.Record) with { State = ObservedState.Suppressed }
        : ScorecardInput.FromRecord("count", row.Record, row.Get(CountField.Entered)));

    private static void AddShare(PipelineCard card, PipelineStage stage, string segment)
    {
        var (code, label) = segment.Length == 0
            ? (stage.ShareCode, PipelineText.GetShareLabel(stage.Label))
            : ($"{stage.ShareCode}-{segment}", PipelineText.GetSegmentLabel(PipelineText.GetShareLabel(stage.Label), card.GetSegmentLabel(segment)));
        var basis = stage.Base!;
        var line = card.RequireStages(
            card.Builder.AddLine(code, segment.Length == 0 ? PipelineText.Shares : PipelineText.Segments, label, "%"), segment, stage.Code, basis)
            .Require(() => card.FindShown(basis, segment) == 0, LineState.MissingInput, PipelineText.NothingBefore);
        if (!line.IsOpen)
        {
            return;
        }

        var (reached, whole) = (card.FindShown(stage.Code, segment)!.Value, card.FindShown(basis, segment)!.Value);
        var calculation = new Calculation(PipelineLabels.Steps);
        var part = card.CreateOperand(stage.Code, reached, segment);
        var step = stage.Previous == basis ? null : ComputeShare(card, line, calculation, "step", part, stage.Previous, segment);
        var first = card.Rules.AllStages[0].Code;
        var firstShare = basis == first || stage.Code == first || segment.Length > 0
            ? null
            : ComputeShare(card, line, calculation, "first", part, first, segment);
        var units = basis == PipelineRules.Scope || segment.Length > 0
            ? null
            : ComputeShare(card, line, calculation, "units", part, PipelineRules.Scope, segment);
        var dropped = ComputeLeft(card, calculation, basis, segment);
        var share = PipelineCard.ComputePercent(calculation, "share", part, card.CreateOperand(basis, whole, segment));
        line.WithValue(share.Value)
            .AddFigures(("step-share", step), ("first-share", firstShare), ("units-share", units), ("left-share", dropped))
            .WithSteps(calculation)
            .Explain(text => PipelineText.ExplainShare(text, reached, whole, share.Value, stage.Label, GetLabel(card, basis)));
    }

    private static decimal? ComputeShare(
        PipelineCard card, LineBuilder line, Calculation calculation, string name, Operand part, string? basis, string segment)
    {
        if (basis is null || card.FindShown(basis, segment) is not { } whole || whole == 0)
        {
            return null;
        }

        line.AddInput(card.CreateInput(basis, whole, segment));
        return PipelineCard.ComputePercent(calculation, name, part, card.CreateOperand(basis, whole, segment)).Value;
    }

    // Who refused is counted at the stage that they left from.
    private static decimal? ComputeLeft(PipelineCard card, Calculation calculation, string basis, string segment)
    {
        if (basis == PipelineRules.Scope || card.IsHidden("left", basis, segment) || card.FindShown(basis, segment) is not { } whole || whole == 0
            || card.Counts.Get(segment).Sum(basis, CountField.Left) is not { } dropped)
        {
            return null;
        }

        return PipelineCard.ComputePercent(
            calculation, "left", card.CreateOperand($"{basis}/left", dropped, segment), card.CreateOperand(basis, whole, segment)).Value;
    }

    private static void AddOnTime(PipelineCard card, PipelineStage stage)
    {
        var (onTime, late) = (card.Counts.All.Sum(stage.Code, CountField.OnTime), card.Counts.All.Sum(stage.Code, CountField.Late));
        var line = card.Builder.AddLine(stage.OnTimeCode, PipelineText.Deadlines, PipelineText.GetOnTimeLabel(stage.Label), "%")
            .AddInputs(card.Counts.All.GetRows(stage.Code)
                .Select(row => ScorecardInput.FromRecord("count", row.Record) with { State = ObservedState.Suppressed }))
            .Require(card.IsHidden("on-time", stage.Code) || card.IsHidden("late", stage.Code), LineState.Suppressed,
                StandardTexts.DescribeState(LineState.Suppressed))
            .Require(onTime is null || late is null, LineState.MissingInput,
                PipelineText.DescribeMissing(stage.Label, card.Counts.All.FindMissing(stage.Code, CountField.OnTime)?.Period))
            .Require(onTime + late == 0, LineState.MissingInput, PipelineText.NothingDue);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var (held, tooLate) = (card.CreateOperand($"{stage.Code}/on-time", onTime!.Value), card.CreateOperand($"{stage.Code}/late", late!.Value));
        var due = calculation.Add("due", held, tooLate);
        var share = PipelineCard.ComputePercent(calculation, "on-time", held, due);
        line.WithValue(share.Value).AddFigures(("on-time", onTime), ("late", late)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainOnTime(text, onTime.Value, due.Value, late.Value, stage));
    }

    private static BilingualText GetLabel(PipelineCard card, string stage) =>
        stage == PipelineRules.Scope ? PipelineText.AllUnits : card.Rules.Find(stage)!.Label;
}
