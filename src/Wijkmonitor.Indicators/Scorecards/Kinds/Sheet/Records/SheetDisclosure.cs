using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;

/// <summary>Counts of people, households and homes of a sheet that are too few to show, and samples of too few.</summary>
/// <remarks>
/// Where one count of any year is too small, delivered or computed from delivered ones, all delivered counts of the sheet are withheld with everything
/// that is computed from any of them: then no other line or year gives it away. A record of an input with several ones is taken to be of one home or
/// household, whatever its unit is: where too few were delivered, nothing that is computed from them is shown. What a publication has printed is shown
/// and protects nothing.
/// </remarks>
internal sealed class SheetDisclosure
{
    private readonly SheetRules rules;
    private readonly SuppressionRule rule;
    private readonly int limit;
    private readonly IReadOnlySet<string> counts;
    private readonly IReadOnlySet<string> smallSamples;
    private readonly bool isAnySmall;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="records">The records of all years.</param>
    /// <param name="rule">The deployment's rule; the stricter of it and the rules counts.</param>
    public SheetDisclosure(SheetRules rules, SheetRecords records, SuppressionRule rule)
    {
        (this.rules, this.rule) = (rules, rule);
        limit = Math.Max(rules.MinCount, rule.Limit);
        counts = records.GetProtected();
        smallSamples = rules.Inputs.Where(input => rules.HasItems(input.Code) && IsSmallSample(records.GetProtectedItems(input)))
            .Select(input => input.Code).ToHashSet(StringComparer.Ordinal);
        isAnySmall = counts.Count > 0 && records.Years.SelectMany(records.GetReadings).Any(reading => GetCounts(reading).Any(IsSmall));
    }

    /// <summary>Whether an input or result may not be shown.</summary>
    public bool IsHidden(string code) => (isAnySmall && IsOfCounts(code)) || rules.GetSources(code).Overlaps(smallSamples);

    private bool IsOfCounts(string code) => rules.GetSources(code).Overlaps(counts);

    // What one year adds to the years before follows from both, so that each year has to have enough; and so does each end of a range.
    private bool IsSmallSample(IEnumerable<SheetRow> rows) => rows.GroupBy(row => row.Record.Date.Year).Any(year =>
        year.Count() < limit || IsFew(year.Count(row => row.HasLow)) || IsFew(year.Count(row => row.HasHigh)));

    private bool IsFew(int number) => number > 0 && number < limit;

    private bool IsSmall((decimal Number, string Unit) count) => Math.Abs(count.Number) is var number && number < limit
        && (number != 0 || (rule.HidesZero && SheetUnits.IsOfPeople(count.Unit)));

    private IEnumerable<(decimal Number, string Unit)> GetCounts(SheetComputation reading)
    {
        var inputs = rules.Inputs.Where(input => counts.Contains(input.Code)).SelectMany(input =>
            GetEnds([reading.Get(input.Code), .. reading.Source.Items.GetValueOrDefault(input.Code) ?? []], input.Unit));
        var results = rules.Steps.Where(step => SheetUnits.IsCount(step.Unit) && IsOfCounts(step.Result)).SelectMany(step =>
            GetEnds([reading.Get(step.Result)], step.Unit));
        return [.. inputs, .. results, .. rules.Steps.Where(step => IsPart(step.Op)).SelectMany(step => GetRests(reading, step))];
    }

    private static bool IsPart(SheetOperation op) => op is SheetOperation.Multiply or SheetOperation.Divide;

    // From a percentage of a known count, and from a count in percent of another one, the others follow too.
    private IEnumerable<(decimal Number, string Unit)> GetRests(SheetComputation reading, SheetStep step)
    {
        List<string> used = [.. step.Used.Where(code => SheetUnits.IsCount(rules.FindUnit(code) ?? "") && IsOfCounts(code))];
        if (step.Op == SheetOperation.Multiply)
        {
            return SheetUnits.IsCount(step.Unit) && step.Used.Any(code => rules.FindUnit(code) == SheetUnits.Percent)
                ? used.SelectMany(code => GetRest(reading, code, step.Result))
                : [];
        }

        return step.Unit == SheetUnits.Percent && used.Count == 2 ? GetRest(reading, used[1], used[0]) : [];
    }

    private IEnumerable<(decimal Number, string Unit)> GetRest(SheetComputation reading, string whole, string part)
    {
        var (wholeEnds, partEnds) = (reading.Get(whole).Ends, reading.Get(part).Ends);
        return new[] { wholeEnds.Low - partEnds.Low, wholeEnds.High - partEnds.High }.OfType<decimal>().Select(end => (end, rules.FindUnit(whole)!));
    }

    private static IEnumerable<(decimal Number, string Unit)> GetEnds(IEnumerable<SheetValue> values, string unit) =>
        values.SelectMany(value => new[] { value.Ends.Low, value.Ends.High }).OfType<decimal>().Select(end => (end, unit));
}
