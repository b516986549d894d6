using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>Load, capacity and the balance of the two, each with how much of it is known.</summary>
internal static class LoadCapacityTotals
{
    /// <summary>Adds the totals. A mean over too few of its indicators is not given, and a balance needs both.</summary>
    public static void Add(ScorecardBuilder card, LoadCapacityRules rules, IReadOnlyList<ScorecardLine> load, IReadOnlyList<ScorecardLine> capacity)
    {
        var loadMean = AddMean(card, "load", LoadCapacityText.LoadTotal, rules, load);
        var capacityMean = AddMean(card, "capacity", LoadCapacityText.CapacityTotal, rules, capacity);
        var calculation = new Calculation(LoadCapacityLabels.Steps);
        decimal? balance = loadMean.Value is { } loaded && capacityMean.Value is { } difference
            ? calculation.Subtract("balance", new Operand(difference, "total:capacity"), new Operand(loaded, "total:load")).Value
            : null;
        card.AddTotal("balance", LoadCapacityText.BalanceTotal, LoadCapacityText.Unit, balance,
            [.. loadMean.LeavesOut, .. capacityMean.LeavesOut], calculation);
        AddCoverage(card, "load-coverage", LoadCapacityText.LoadCoverage, load);
        AddCoverage(card, "capacity-coverage", LoadCapacityText.CapacityCoverage, capacity);
    }

    private static ScorecardTotal AddMean(ScorecardBuilder card, string code, BilingualText label, LoadCapacityRules rules, IReadOnlyList<ScorecardLine> lines)
    {
        var known = lines.Where(line => line.State == LineState.Valued).ToList();
        if (known.Count == 0 || ComputeShare(lines) < rules.MinCoverage)
        {
            return card.AddTotal(code, label, LoadCapacityText.Unit, value: null, OmittedLines.GroupByState(lines));
        }

        var calculation = new Calculation(LoadCapacityLabels.Steps);
        var sum = calculation.Add("sum",
            [.. known.Select(line => new Operand(line.Figures[FactorLines.Contribution], $"{line.Code}/{FactorLines.Contribution}"))]);
        return card.AddTotal(code, label, LoadCapacityText.Unit, calculation.Divide(code, sum, Operand.FromConstant(known.Count)).Value,
            OmittedLines.GroupByState(lines), calculation);
    }

    private static void AddCoverage(ScorecardBuilder card, string code, BilingualText label, IReadOnlyList<ScorecardLine> lines) =>
        card.AddTotal(code, label, "%", Math.Round(ComputeShare(lines), 1, MidpointRounding.AwayFromZero), OmittedLines.GroupByState(lines));

    private static decimal ComputeShare(IReadOnlyList<ScorecardLine> lines) => 100m * lines.Count(line => line.State == LineState.Valued) / lines.Count;
}
