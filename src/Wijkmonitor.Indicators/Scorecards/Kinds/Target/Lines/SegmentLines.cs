using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The lines of owners who each have a part of the target: part, progress, and the pace they need.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="sentences">The sentences.</param>
internal sealed class SegmentLines(TargetCard card, TargetSentences sentences)
{
    private readonly Goal? goal = card.Goals.Count > 0 ? card.Goals[^1] : null;

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        foreach (var segment in card.Rules.Segments)
        {
            AddPart(segment);
            AddValue(segment);
            AddRequired(segment);
        }

        if (card.Rules.Segments.Any(segment => segment.IsReachable))
        {
            AddReachable();
        }
    }

    private LineBuilder Start(string code, BilingualText label, TargetSegment segment, string unit) =>
        card.Builder.AddLine(code, TargetText.Segments, TargetText.GetSegmentLabel(label, segment.Label), unit);

    private LineBuilder RequireGoal(LineBuilder line)
    {
        line = line.Require(goal is null, LineState.NotNormed, TargetText.NoTarget);
        return line.IsOpen ? line.AddInput(card.CreateTargetInput(goal!)) : line;
    }

    private void AddPart(TargetSegment segment)
    {
        var line = RequireGoal(Start(segment.PartCode, TargetText.Target, segment, card.Rules.Unit));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var part = ComputePart(calculation, segment);
        var share = goal!.Value == 0 ? 0 : Math.Round(part.Value / goal.Value * 100, 1, MidpointRounding.AwayFromZero);
        line.AddInputs(CreateShares(segment)).WithValue(part.Value).AddFigures(("share", share)).WithSteps(calculation)
            .Explain(text => sentences.ExplainPart(text, segment.Label, part.Value, goal.Value, share));
    }

    private void AddValue(TargetSegment segment)
    {
        var measured = card.FindMeasured(segment.Code);
        var line = card.RequireValue(Start(segment.ValueCode, card.Rules.Measure, segment, card.Rules.Unit), measured);
        if (line.IsOpen)
        {
            TargetCard.SetValue(line, measured!.Value!.Value).Explain(text => sentences.ExplainValue(text, measured.Value.Value, measured.Date));
        }
    }

    private void AddRequired(TargetSegment segment)
    {
        var measured = card.FindMeasured(segment.Code);
        var line = RequireGoal(card.RequireValue(Start(segment.PaceCode, TargetText.RequiredLabel, segment, card.Rules.Unit), measured))
            .Require(goal is { Date: null }, LineState.NotNormed, TargetText.NoDate)
            .Require(() => GetMonthsLeft(measured!) <= 0, LineState.MissingInput, TargetText.PastDate);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var (value, monthsLeft) = (measured!.Value!.Value, card.CreateInput("time-left", "months-left", GetMonthsLeft(measured)));
        var part = ComputePart(calculation, segment);
        var required = value.Map(rises: false, (end, number) => RequiredPace.Compute(
            calculation, card.Rules, end, part, card.CreateOperand(measured, number), new Operand(monthsLeft.Value!.Value, monthsLeft.Key)));
        var rest = RequiredPace.GetRest(card.Rules, part.Value, value);
        TargetCard.SetValue(line.AddInputs(CreateShares(segment)).AddInput(monthsLeft), required)
            .AddFigures(("to-go", rest.IsExact ? rest.Low : null)).WithSteps(calculation)
            .Explain(text => RequiredPace.IsReached(rest)
                ? sentences.ExplainReached(text, part.Value)
                : sentences.ExplainRequired(text, rest, monthsLeft.Value!.Value, required, goal!.Date!.Value));
    }

    private void AddReachable()
    {
        var line = RequireGoal(card.Builder.AddLine("reachable", TargetText.Segments, TargetText.ReachableLabel, "%"))
            .Require(() => goal!.Value == 0, LineState.MissingInput, TargetText.WrongSide);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        List<TargetSegment> within = [.. card.Rules.Segments.Where(segment => segment.IsReachable)];
        var parts = SegmentParts.Split(card.Rules, goal!.Value);
        List<ScorecardInput> inputs = [.. within.Select(segment => card.CreateInput("segment", $"part/{segment.Code}", parts[segment.Code]))];
        var sum = calculation.Add("part", [.. inputs.Select(input => new Operand(input.Value!.Value, input.Key))]);
        var share = TargetCard.ComputePercent(calculation, "reachable", "", sum, card.CreateTarget(goal));
        line.AddInputs(inputs).WithValue(share.Value).WithSteps(calculation).Explain(text => TargetSentences.ExplainReachable(
            text, string.Join(", ", within.Select(segment => text.Localize(segment.Label))), share.Value));
    }

    // The segment without a share has what the others leave, so that the parts add up.
    private Operand ComputePart(Calculation calculation, TargetSegment segment)
    {
        var target = card.CreateTarget(goal!);
        if (segment.Share is { } share)
        {
            var whole = Operand.FromConstant(share.Whole);
            var unrounded = calculation.Divide("part-unrounded", calculation.Multiply("product", target, new(share.Part, GetShareKey(segment))), whole);
            return calculation.Round("part", unrounded, SegmentParts.GetDecimals(card.Rules));
        }

        var parts = SegmentParts.Split(card.Rules, goal!.Value);
        var others = calculation.Add("sum", [.. card.Rules.Segments.Where(other => other.Share is not null)
            .Select(other => new Operand(parts[other.Code], card.GetRulesKey($"part/{other.Code}")))]);
        return calculation.Subtract("part", target, others);
    }

    private IEnumerable<ScorecardInput> CreateShares(TargetSegment segment) => segment.Share is { } share
        ? [card.CreateInput("share", $"share/{segment.Code}", share.Part)]
        : card.Rules.Segments.Where(other => other.Share is not null)
            .Select(other => card.CreateInput("segment", $"part/{other.Code}", SegmentParts.Split(card.Rules, goal!.Value)[other.Code]));

    private string GetShareKey(TargetSegment segment) => card.GetRulesKey($"share/{segment.Code}");

    private decimal GetMonthsLeft(Measurement measured) => Duration.GetMonths(measured.Date, goal!.Date!.Value);
}
