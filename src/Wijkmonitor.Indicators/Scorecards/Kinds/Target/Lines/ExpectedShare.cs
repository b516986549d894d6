using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;

/// <summary>The share of the way that was expected: along the path that was agreed, or else in a straight line.</summary>
/// <remarks>A path leads to the first target. Towards a later one it is a straight line, for nobody agreed another path.</remarks>
/// <param name="card">The scorecard.</param>
/// <param name="goal">The target.</param>
internal sealed class ExpectedShare(TargetCard card, Goal goal)
{
    private readonly List<ScorecardInput> inputs = [];

    /// <summary>The inputs, once it was computed.</summary>
    public IReadOnlyList<ScorecardInput> Inputs => inputs;

    /// <summary>Whether a path was agreed to this target.</summary>
    public bool IsAlongPath => card.Rules.Path is { Count: > 0 } && goal.Record is null;

    /// <summary>Computes the share, from 0 to 1 in a straight line.</summary>
    public Operand Compute(Calculation calculation)
    {
        inputs.Clear();
        return IsAlongPath && card.Measured!.Date < goal.Date ? ComputeAlong(calculation, card.Rules.Path!) : ComputeStraight(calculation);
    }

    private Operand ComputeStraight(Calculation calculation)
    {
        var start = card.Rules.Baseline!.Date!.Value;
        var total = AddTime("time-total", "months-total", Duration.GetMonths(start, goal.Date!.Value));
        return calculation.Divide("expected-part", AddTime("time", "months-expected", Math.Min(card.Months!.Value, total.Value)), total);
    }

    private Operand ComputeAlong(Calculation calculation, IReadOnlyList<TargetPoint> path)
    {
        var (baseline, asOf) = (card.Rules.Baseline!, card.Measured!.Date);
        List<(DateOnly Date, Operand Value)> points =
        [
            (baseline.Date!.Value, card.CreateBaseline()), .. path.Select(point => (point.Date, AddPoint(point))), (goal.Date!.Value, card.CreateTarget(goal)),
        ];
        var next = points.FindIndex(1, point => point.Date > asOf);
        var (from, to) = (points[next - 1], points[next]);
        var passed = AddTime("time", "months-leg", Duration.GetMonths(from.Date, asOf));
        var time = calculation.Divide("leg-time", passed, AddTime("time-total", "months-leg-total", Duration.GetMonths(from.Date, to.Date)));
        var change = calculation.Multiply("leg-change", calculation.Subtract("leg", to.Value, from.Value), time);
        var planned = calculation.Subtract("planned-change", calculation.Add("planned", from.Value, change), card.CreateBaseline());
        return calculation.Divide("expected-part", planned, Operand.FromConstant(goal.Value - baseline.Value));
    }

    private Operand AddPoint(TargetPoint point)
    {
        var name = FormattableString.Invariant($"path/{point.Date:yyyy-MM-dd}");
        inputs.Add(card.CreateInput("path", name, point.Value));
        return new Operand(point.Value, card.GetRulesKey(name));
    }

    private Operand AddTime(string role, string name, decimal months)
    {
        inputs.Add(card.CreateInput(role, name, months));
        return new Operand(months, card.GetRulesKey(name));
    }
}
