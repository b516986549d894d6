using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>Load, capacity and the balance of the two, each with how much of it is known.</summary>
internal static class LoadCapacityTotals
{
    /// <summary>The totals. A mean over too few of its indicators is not given, and a balance needs both.</summary>
    public static IReadOnlyList<ScorecardTotal> Of(LoadCapacityRules rules, IReadOnlyList<ScorecardLine> load, IReadOnlyList<ScorecardLine> capacity)
    {
        var loadMean = Mean("load", LoadCapacityText.LoadTotal, rules, load);
        var capacityMean = Mean("capacity", LoadCapacityText.CapacityTotal, rules, capacity);
        return
        [
            loadMean,
            capacityMean,
            Balance(loadMean, capacityMean),
            Coverage("load-coverage", LoadCapacityText.LoadCoverage, load),
            Coverage("capacity-coverage", LoadCapacityText.CapacityCoverage, capacity),
        ];
    }

    private static ScorecardTotal Mean(string code, BilingualText label, LoadCapacityRules rules, IReadOnlyList<ScorecardLine> lines)
    {
        var leavesOut = LeftOut.Of(lines.Select(l => (l.State, l.Code)));
        var known = Known(lines);
        if (known.Count == 0 || Share(lines) < rules.LeastCoverage)
        {
            return new ScorecardTotal(code, label, Value: null, LoadCapacityText.Unit, leavesOut);
        }

        var calculation = new Calculation();
        var sum = calculation.Add("sum", [.. known.Select(l => new Operand(l.Figures[FactorLines.Contribution], $"{l.Code}/{FactorLines.Contribution}"))]);
        var mean = calculation.Divide(code, sum, Operand.Constant(known.Count));
        return new ScorecardTotal(code, label, mean.Value, LoadCapacityText.Unit, leavesOut) { Steps = calculation.Steps };
    }

    private static ScorecardTotal Balance(ScorecardTotal load, ScorecardTotal capacity)
    {
        var calculation = new Calculation();
        decimal? balance = load.Value is { } weighs && capacity.Value is { } bears
            ? calculation.Subtract("balance", new Operand(bears, "total:capacity"), new Operand(weighs, "total:load")).Value
            : null;
        return new ScorecardTotal("balance", LoadCapacityText.BalanceTotal, balance, LoadCapacityText.Unit, [.. load.LeavesOut, .. capacity.LeavesOut])
        {
            Steps = calculation.Steps,
        };
    }

    private static ScorecardTotal Coverage(string code, BilingualText label, IReadOnlyList<ScorecardLine> lines) =>
        new(code, label, Math.Round(Share(lines), 1, MidpointRounding.AwayFromZero), "%", LeftOut.Of(lines.Select(l => (l.State, l.Code))));

    private static decimal Share(IReadOnlyList<ScorecardLine> lines) => 100m * Known(lines).Count / lines.Count;

    private static List<ScorecardLine> Known(IReadOnlyList<ScorecardLine> lines) => [.. lines.Where(l => l.State == LineState.Valued)];
}
