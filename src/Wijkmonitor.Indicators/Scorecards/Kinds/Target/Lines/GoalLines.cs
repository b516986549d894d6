using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The lines that compare with a target: the share that is done, years left, and the pace that is needed.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="sentences">The sentences.</param>
/// <param name="goal">The target.</param>
/// <param name="isLast">Whether it is the last target, next to the lines of the first.</param>
internal sealed class GoalLines(TargetCard card, TargetSentences sentences, Goal goal, bool isLast)
{
    private TargetRules Rules => card.Rules;

    private BilingualText Theme => isLast ? TargetText.LastTarget : TargetText.Target;

    // Whether more of the measure is more of the way.
    private bool IsUp => Rules.Direction == TargetDirection.HigherIsBetter;

    /// <summary>Adds the lines of the first target, and those of the last one where it was revised.</summary>
    public static void Add(TargetCard card, TargetSentences sentences)
    {
        if (card.Goals.Count == 0)
        {
            card.Builder.AddLine("done", TargetText.Target, TargetText.DoneLabel, "%").Require(LineState.NotNormed, TargetText.NoTarget);
            return;
        }

        new GoalLines(card, sentences, card.Goals[0], isLast: false).Add();
        if (card.Goals.Count > 1)
        {
            new GoalLines(card, sentences, card.Goals[^1], isLast: true).Add();
        }
    }

    /// <summary>Gets the colour of what was done compared with what was expected.</summary>
    /// <remarks>There is none without limits, and where a range is on both sides of one.</remarks>
    public static Signal GetSignal(TargetBand? band, Bounds onTrack)
    {
        Signal GetSignal(decimal percent) => percent >= band!.OnTrackFrom ? Signal.Green : percent < band.BehindBelow ? Signal.Red : Signal.Yellow;
        return band is null ? Signal.None : onTrack switch
        {
            { Low: { } low, High: { } high } => GetSignal(low) == GetSignal(high) ? GetSignal(low) : Signal.None,
            { Low: { } low } => GetSignal(low) == Signal.Green ? Signal.Green : Signal.None,
            { High: { } high } => GetSignal(high) == Signal.Red ? Signal.Red : Signal.None,
            _ => Signal.None,
        };
    }

    private void Add()
    {
        AddDone();
        AddYears();
        AddRequired();
        var expected = new ExpectedShare(card, goal);
        AddExpected(expected);
        AddOnTrack(expected);
        AddStock();
    }

    private LineBuilder Start(string code, BilingualText label, string unit) =>
        card.Builder.AddLine(isLast ? code + TargetRules.LastSuffix : code, Theme, label, unit);

    private LineBuilder RequireWay(LineBuilder line)
    {
        line = card.RequireValue(line, card.Measured)
            .Require(Rules.Baseline is null, LineState.NotNormed, TargetText.NoBaseline)
            .Require(() => !Rules.IsBeyond(goal.Value, Rules.Baseline!.Value), LineState.Unresolved, TargetText.WrongSide);
        return line.IsOpen ? line.AddInput(card.CreateBaselineInput()).AddInput(card.CreateTargetInput(goal)) : line;
    }

    private void AddDone()
    {
        var line = RequireWay(Start("done", TargetText.DoneLabel, "%"));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var value = card.Measured!.Value!.Value;
        var way = calculation.Subtract("way", card.CreateTarget(goal), card.CreateBaseline());
        var done = value.Map(IsUp, (end, number) => TargetCard.ComputePercent(calculation, "done", end, ComputeChange(calculation, end, number), way).Value);
        var rest = RequiredPace.GetRest(Rules, goal.Value, value);
        TargetCard.SetValue(line, done)
            .AddFigures(("to-go", rest.IsExact ? rest.Low : null), ("revisions", isLast ? card.Goals.Count - 1 : null))
            .WithSteps(calculation)
            .Explain(text => sentences.ExplainDone(text, value, goal.Value, done, rest));
    }

    private void AddYears()
    {
        var line = ProgressLines.RequirePace(card, Start("years-left", TargetText.YearsLabel, "years"));
        var isReached = line.IsOpen && RequiredPace.IsReached(RequiredPace.GetRest(Rules, goal.Value, card.Measured!.Value!.Value));
        var moving = line.IsOpen ? GetMoving(card.Measured!.Value!.Value) : default;
        line.Require(!isReached && moving is { Low: null, High: null }, LineState.MissingInput, IsBestKnown() ? TargetText.NoFinish : TargetText.FinishUnknown);
        if (!line.IsOpen)
        {
            return;
        }

        line.AddInput(card.CreateTargetInput(goal));
        if (isReached)
        {
            line.WithValue(0).Explain(text => sentences.ExplainReached(text, goal.Value));
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var value = card.Measured!.Value!.Value;
        var years = moving.Map(!IsUp, (end, number) =>
        {
            var pace = ProgressLines.ComputePace(card, calculation, end, number);
            var rest = calculation.Subtract($"rest{end}", card.CreateTarget(goal), card.CreateOperand(card.Measured, number));
            var unrounded = calculation.Divide($"years-unrounded{end}", rest, pace);
            var rounded = calculation.Round($"years{end}", unrounded, 1);
            return rounded.Value < 0 ? calculation.Max($"years-kept{end}", rounded, Operand.FromConstant(0)).Value : rounded.Value;
        });
        var paces = value.Map(rises: true, (_, number) => ProgressLines.Round((number - Rules.Baseline!.Value) * Duration.MonthsPerYear / card.Months!.Value));
        var rests = RequiredPace.GetRest(Rules, goal.Value, value);
        TargetCard.SetValue(line, years).AddFigures(("to-go", rests.IsExact ? rests.Low : null)).WithSteps(calculation)
            .Explain(text => sentences.ExplainYears(text, value, goal, card.Months!.Value, paces, rests, years, card.Measured.Date));
    }

    // The ends of a value at which the target comes closer. At the other one there is no finish, so that years have no upper limit.
    private Bounds GetMoving(Bounds value)
    {
        decimal? GetIfBeyond(decimal? end) => end is { } number && Rules.IsBeyond(number, Rules.Baseline!.Value) ? number : null;
        return new Bounds(GetIfBeyond(value.Low), GetIfBeyond(value.High));
    }

    private bool IsBestKnown() => (IsUp ? card.Measured?.Value?.High : card.Measured?.Value?.Low) is not null;

    private void AddRequired()
    {
        var line = card.RequireValue(Start("required-pace", TargetText.RequiredLabel, Rules.Unit), card.Measured)
            .Require(goal.Date is null, LineState.NotNormed, TargetText.NoDate)
            .Require(() => GetMonthsLeft() <= 0, LineState.MissingInput, TargetText.PastDate);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var (value, monthsLeft) = (card.Measured!.Value!.Value, card.CreateInput("time-left", "months-left", GetMonthsLeft()));
        var required = value.Map(rises: false, (end, number) => RequiredPace.Compute(
            calculation, Rules, end, card.CreateTarget(goal), card.CreateOperand(card.Measured, number), new Operand(monthsLeft.Value!.Value, monthsLeft.Key)));
        var rest = RequiredPace.GetRest(Rules, goal.Value, value);
        TargetCard.SetValue(line.AddInput(card.CreateTargetInput(goal)).AddInput(monthsLeft), required)
            .AddFigures(("to-go", rest.IsExact ? rest.Low : null), ("months-left", Math.Round(monthsLeft.Value!.Value, 1, MidpointRounding.AwayFromZero)))
            .WithSteps(calculation)
            .Explain(text => RequiredPace.IsReached(rest)
                ? sentences.ExplainReached(text, goal.Value)
                : sentences.ExplainRequired(text, rest, monthsLeft.Value.Value, required, goal.Date!.Value));
    }

    private decimal GetMonthsLeft() => Duration.GetMonths(card.Measured!.Date, goal.Date!.Value);

    private void AddExpected(ExpectedShare expected)
    {
        var line = RequireExpected(Start("expected", TargetText.ExpectedLabel, "%"));
        if (line.IsOpen)
        {
            var calculation = new Calculation(TargetLabels.Steps);
            var share = expected.Compute(calculation);
            var percent = calculation.Round("expected", calculation.Multiply("expected-percent", share, Operand.FromConstant(100)), 1);
            var value = Rules.Baseline!.Value + (share.Value * (goal.Value - Rules.Baseline.Value));
            line.AddInputs(expected.Inputs).WithValue(percent.Value).AddFigures(("expected", Math.Round(value, 1, MidpointRounding.AwayFromZero)))
                .WithSteps(calculation)
                .Explain(text => sentences.ExplainExpected(text, percent.Value, value, card.Measured!.Date, expected.IsAlongPath));
        }
    }

    private LineBuilder RequireExpected(LineBuilder line) => RequireWay(line)
        .Require(goal.Date is null, LineState.NotNormed, TargetText.NoDate)
        .Require(Rules.Baseline is { Date: null }, LineState.NotNormed, TargetText.NoStartDate)
        .Require(() => goal.Date <= Rules.Baseline!.Date, LineState.Unresolved, TargetText.WrongDate);

    private void AddOnTrack(ExpectedShare expected)
    {
        var line = RequireExpected(Start("on-track", TargetText.OnTrackLabel, "%"));
        line.Require(() => expected.Compute(new Calculation(TargetLabels.Steps)).Value <= 0, LineState.MissingInput, TargetText.NothingExpected);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var value = card.Measured!.Value!.Value;
        var share = expected.Compute(calculation);
        var way = calculation.Subtract("way", card.CreateTarget(goal), card.CreateBaseline());
        var onTrack = value.Map(IsUp, (end, number) =>
        {
            var done = calculation.Divide($"done-part{end}", ComputeChange(calculation, end, number), way);
            return TargetCard.ComputePercent(calculation, "on-track", end, done, share).Value;
        });
        var percent = value.Map(IsUp, (_, number) => (number - Rules.Baseline!.Value) / way.Value * 100);
        TargetCard.SetValue(line.AddInputs(expected.Inputs), onTrack).WithNorm(Rules.Band?.OnTrackFrom).WithSignal(GetSignal(Rules.Band, onTrack))
            .WithSteps(calculation)
            .Explain(text => TargetSentences.ExplainOnTrack(text, percent, share.Value * 100, onTrack, goal.Date!.Value));
    }

    private void AddStock()
    {
        if (card.Stock is not { } stock)
        {
            return;
        }

        var calculation = new Calculation(TargetLabels.Steps);
        var all = card.CreateInput("stock", "stock", stock);
        var share = TargetCard.ComputePercent(calculation, "stock", "", card.CreateTarget(goal), new Operand(stock, all.Key));
        Start("stock-share", TargetText.GetStockLabel(Rules), "%")
            .AddInput(card.CreateTargetInput(goal)).AddInput(all).WithValue(share.Value).WithSteps(calculation)
            .Explain(text => sentences.ExplainStock(text, goal.Value, stock, share.Value));
    }

    private Operand ComputeChange(Calculation calculation, string end, decimal value) =>
        calculation.Subtract($"change{end}", card.CreateOperand(card.Measured!, value), card.CreateBaseline());
}
