using System.Globalization;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>The counts of a subject that may not be shown: small ones, and those that they could be computed from.</summary>
/// <remarks>
/// What is left to do is a count too, for the target is known, and so are what changed since the start or the year before, what segments leave of the whole,
/// and what is neither done nor running ahead. Every line of a value gives that value away, so that all of them are withheld with it. All scorecards of a
/// subject are treated together, for they are read together.
/// </remarks>
internal sealed class TargetDisclosure
{
    private readonly Dictionary<string, CountCell> cells = new(StringComparer.Ordinal);
    private readonly List<CellSum> sums = [];
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly TargetRules rules;
    private readonly TargetCounts counts;
    private readonly IReadOnlyList<decimal> totals;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="records">The records.</param>
    /// <param name="units">Number of units of the subject; null where it is not known.</param>
    /// <param name="rule">The deployment's rule; the stricter of it and the rules counts.</param>
    public TargetDisclosure(TargetRules rules, TargetRecords records, decimal? units, SuppressionRule rule)
    {
        (this.rules, counts) = (rules, new TargetCounts(rules, units));
        totals = [.. counts.Totals];
        var limit = new SuppressionRule(
            Math.Max(rules.MinCount, rule.Limit), rule.HidesZero && rules.Counted is CountedSubject.Persons or CountedSubject.Households, rule.IntervalWidth);
        if (rules.Counted == CountedSubject.Other)
        {
            return;
        }

        foreach (var year in records.Years)
        {
            AddYear(records, year);
        }

        if (cells.Values.Any(cell => !cell.IsPublished && cell.Count is { } count && limit.IsTooSmall(count)))
        {
            var outcome = Suppression.Compute([.. cells.Values], sums, limit);
            hidden.UnionWith(outcome.Hidden);
            hidden.UnionWith(outcome.Exposed);
        }
    }

    /// <summary>Whether a value may not be shown.</summary>
    public bool IsHidden(Measurement? found, bool isLeading = false) =>
        found?.Value is { } value && value.Ends.Any(end => hidden.Contains(GetKey(isLeading ? "leading" : "value", found, end)));

    private static string GetKey(string what, Measurement measurement, decimal end) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}|{measurement.Segment}|{measurement.Date:yyyy-MM-dd}|{end}");

    private void AddYear(TargetRecords records, int year)
    {
        var goals = records.GetGoals(year);
        Dictionary<string, Measurement> found = [];
        foreach (var segment in rules.Segments.Select(segment => segment.Code).Prepend(""))
        {
            if (records.FindMeasured(year, segment) is { Value: not null } measured)
            {
                found.Add(segment, measured);
                AddRests([GetEnds("value", measured)], segment.Length == 0 ? totals : []);
                AddGoals(GetEnds("value", measured), goals.Select(goal => segment.Length == 0 ? goal.Value : SegmentParts.Split(rules, goal.Value)[segment]));
                AddChange("value", measured, records.FindMeasured(year - 1, segment));
            }
        }

        AddSegments(found);
        AddLeading(records, year, [.. goals.Select(goal => goal.Value), .. totals], found.GetValueOrDefault(""));
    }

    // Upwards a target is a whole with a rest. Downwards the value is: what is above the target is still to go.
    private void AddGoals(IReadOnlyList<Number> ends, IEnumerable<decimal> goals)
    {
        foreach (var goal in goals.Select(GetConstant))
        {
            foreach (var end in ends)
            {
                var isUp = rules.Direction == TargetDirection.HigherIsBetter;
                AddRest(isUp ? goal : end, isUp ? end : goal);
            }
        }
    }

    private void AddChange(string what, Measurement now, Measurement? before)
    {
        var ends = GetEnds(what, now);
        if (before?.Date < now.Date)
        {
            AddDifferences(ends, GetEnds(what, before));
        }

        // A start of zero says nothing more than the value does. Segments have no other start.
        if (what == "value" && now is { Segment.Length: 0, IsBaseline: false } && rules.Baseline is { Value: not 0 } start)
        {
            AddDifferences(ends, [GetConstant(start.Value)]);
        }
    }

    private void AddDifferences(IReadOnlyList<Number> ends, IReadOnlyList<Number> others)
    {
        foreach (var (end, other) in ends.SelectMany(end => others.Select(other => (end, other))))
        {
            AddRest(end.Value > other.Value ? end : other, end.Value > other.Value ? other : end);
        }
    }

    // A segment that was not delivered, or not of this day, is what the others leave of the whole.
    private void AddSegments(Dictionary<string, Measurement> found)
    {
        if (!found.TryGetValue("", out var whole))
        {
            return;
        }

        List<Measurement> parts = [.. rules.Segments.Select(segment => found.GetValueOrDefault(segment.Code)).OfType<Measurement>()];
        List<Measurement> ofDay = parts.FindAll(part => part.Date == whole.Date);
        foreach (var known in new[] { parts, ofDay }.Where(known => known.Count > 0).DistinctBy(known => known.Count))
        {
            var all = known.ConvertAll(part => GetEnds("value", part)).FindAll(ends => ends.Count > 0);
            foreach (var total in GetEnds("value", whole))
            {
                AddParts(total, [.. all.Select(ends => ends[0])], all.Count == rules.Segments.Count);
                AddParts(total, [.. all.Select(ends => ends[^1])], all.Count == rules.Segments.Count);
            }
        }
    }

    // Numbers that were rounded, or that differ by mistake, disclose each other all the same.
    private void AddParts(Number total, Number[] parts, bool areAll)
    {
        if (areAll)
        {
            sums.Add(new CellSum(total.Key, [.. parts.Select(part => part.Key)]));
        }
        else if (parts.Length > 0)
        {
            AddRest(total, parts);
        }
    }

    private void AddLeading(TargetRecords records, int year, IReadOnlyList<decimal> wholes, Measurement? measured)
    {
        if (records.FindLeading(year) is { Value: not null } leading)
        {
            var ahead = GetEnds("leading", leading);
            IReadOnlyList<decimal> all = rules.Leading?.Whole is { } denominator ? [denominator, .. totals] : totals;
            AddRests([ahead], all);
            AddChange("leading", leading, records.FindLeading(year - 1));
            if (rules.Direction == TargetDirection.HigherIsBetter && measured is not null)
            {
                AddRests([GetEnds("value", measured), ahead], [.. wholes, .. all]);
            }
        }
    }

    private void AddRests(IReadOnlyList<IReadOnlyList<Number>> parts, IReadOnlyList<decimal> wholes)
    {
        if (parts.All(ends => ends.Count > 0))
        {
            foreach (var total in wholes.Distinct().Select(GetConstant))
            {
                AddRest(total, [.. parts.Select(ends => ends[0])]);
                AddRest(total, [.. parts.Select(ends => ends[^1])]);
            }
        }
    }

    // What is below zero, such as what is left once more was done than the target, is no count of anybody.
    private void AddRest(Number total, params Number[] parts)
    {
        var rest = total.Value - parts.Sum(part => part.Value);
        var key = $"rest|{total.Key}|{string.Join('|', parts.Select(part => part.Key))}";
        if (rest >= 0 && !cells.ContainsKey(key) && counts.Find(rest, parts.Append(total).Count(number => !number.IsConstant)) is { } count)
        {
            cells.Add(key, new CountCell(key, count) { IsAbsent = true });
            sums.Add(new CellSum(total.Key, [.. parts.Select(part => part.Key), key]));
        }
    }

    // The ends of a value that are counts, each with its cell.
    private List<Number> GetEnds(string what, Measurement found)
    {
        List<Number> numbers = [];
        foreach (var end in found.Value?.Ends ?? [])
        {
            var key = GetKey(what, found, end);
            if (counts.Find(end, rounded: 1) is { } count)
            {
                cells.TryAdd(key, new CountCell(key, count) { IsPublished = found.IsPublished });
                numbers.Add(new Number(key, end, IsConstant: false));
            }
        }

        return numbers;
    }

    private Number GetConstant(decimal value)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"all|{value}");
        cells.TryAdd(key, new CountCell(key, counts.Find(value, rounded: 0) ?? 0) { IsPublished = true });
        return new Number(key, value, IsConstant: true);
    }

    private readonly record struct Number(string Key, decimal Value, bool IsConstant);
}
