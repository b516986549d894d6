using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;

/// <summary>Counts of people, households and homes of a sheet that are too few to show.</summary>
/// <remarks>
/// Where one count is too small, or a sum or difference of counts, all delivered counts of the sheet are withheld with everything that is computed
/// from any of them: then no other line gives it away. Counts that a publication has printed are shown and protect nothing.
/// </remarks>
internal sealed class SheetDisclosure
{
    private readonly SheetRules rules;
    private readonly IReadOnlySet<string> counts;
    private readonly bool isAnySmall;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="counts">The inputs with counts that were delivered and are not published.</param>
    /// <param name="readings">The sheet in each way that it can be read.</param>
    /// <param name="rule">The deployment's rule; the stricter of it and the rules counts.</param>
    public SheetDisclosure(SheetRules rules, IReadOnlySet<string> counts, IReadOnlyList<SheetComputation> readings, SuppressionRule rule)
    {
        (this.rules, this.counts) = (rules, counts);
        var limit = Math.Max(rules.MinCount, rule.Limit);
        bool IsSmall(SheetValue value, string unit) => new[] { value.Ends.Low, value.Ends.High }.OfType<decimal>()
            .Any(end => end >= 0 && end < limit && (end != 0 || (rule.HidesZero && SheetUnits.IsOfPeople(unit))));
        List<(string Code, string Unit)> shown =
        [
            .. rules.Inputs.Where(input => counts.Contains(input.Code)).Select(input => (input.Code, input.Unit)),
            .. rules.Steps
                .Where(step => SheetUnits.IsCount(step.Unit) && step.Op is SheetOp.Add or SheetOp.Subtract or SheetOp.SumOfRecords && IsOfCounts(step.Result))
                .Select(step => (step.Result, step.Unit)),
        ];
        isAnySmall = readings.Any(reading => shown.Exists(count =>
            IsSmall(reading.Get(count.Code), count.Unit) || (reading.Source.Items.GetValueOrDefault(count.Code) ?? []).Any(item => IsSmall(item, count.Unit))));
    }

    /// <summary>Whether an input or result may not be shown.</summary>
    public bool IsHidden(string code) => isAnySmall && IsOfCounts(code);

    private bool IsOfCounts(string code) => rules.GetSources(code).Overlaps(counts);
}
