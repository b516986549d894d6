using System.Globalization;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>The counts of a subject that may not be shown: small ones, and those that they could be computed from.</summary>
/// <remarks>
/// What is left to do is a count too, for the target is known, and so is what was done since the year before. Every line of a value gives that value away,
/// so that all of them are withheld with it. All scorecards of a subject are treated together, for they are read together.
/// </remarks>
internal sealed class TargetDisclosure
{
    private const decimal Percent = 100;

    private readonly Dictionary<string, CountCell> cells = new(StringComparer.Ordinal);
    private readonly List<CellSum> sums = [];
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly TargetRules rules;
    private readonly decimal? whole;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="records">The records.</param>
    /// <param name="units">Number of units of the subject; null where it is not known.</param>
    /// <param name="rule">The deployment's rule; the stricter of it and the rules counts.</param>
    public TargetDisclosure(TargetRules rules, TargetRecords records, decimal? units, SuppressionRule rule)
    {
        (this.rules, whole) = (rules, rules.Stock ?? units);
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
                var wholes = segment.Length == 0
                    ? [.. goals.Select(goal => ToCount(goal.Value)), ToCount(rules.Form == MeasureForm.Share ? Percent : rules.Stock)]
                    : goals.Select(goal => ToCount(SegmentParts.Split(rules, goal.Value)[segment]));
                AddValue("value", measured, ToCount, wholes);
                AddStep(measured, records.FindMeasured(year - 1, segment));
            }
        }

        if (records.FindLeading(year) is { } leading)
        {
            AddValue("leading", leading, number => number, [rules.Leading!.Of]);
        }

        if (found.Count == rules.Segments.Count + 1 && rules.Segments.Count > 0 && found.Values.All(measured => measured.Value!.Value.IsExact))
        {
            AddSum(GetKey("value", found[""], found[""].Value!.Value.Low!.Value),
                [.. rules.Segments.Select(segment => found[segment.Code]).Select(part => GetKey("value", part, part.Value!.Value.Low!.Value))]);
        }
    }

    // A share is a count where the number of all is known.
    private decimal? ToCount(decimal? value) =>
        (rules.Form != MeasureForm.Share ? value : value * whole / Percent) is { } count ? decimal.Floor(count) : null;

    private void AddValue(string what, Measurement found, Func<decimal?, decimal?> count, IEnumerable<decimal?> wholes)
    {
        foreach (var end in found.Value?.Ends ?? [])
        {
            var key = GetKey(what, found, end);
            if (!AddCell(key, count(end), found.IsPublished))
            {
                continue;
            }

            foreach (var all in wholes.OfType<decimal>().Distinct())
            {
                var total = string.Create(CultureInfo.InvariantCulture, $"all|{all}");
                var rest = string.Create(CultureInfo.InvariantCulture, $"rest|{key}|{all}");
                if (AddCell(total, all, isPublished: true) && AddCell(rest, all - count(end), isPublished: false, isAbsent: true))
                {
                    AddSum(total, [key, rest]);
                }
            }
        }
    }

    private void AddStep(Measurement now, Measurement? before)
    {
        if (rules.Form == MeasureForm.Cumulative && before?.Date < now.Date
            && before is { Value: { IsExact: true, Low: { } earlier } } && now.Value is { IsExact: true, Low: { } later })
        {
            var (key, step) = (GetKey("value", now, later), GetKey("step", now, later));
            if (AddCell(step, later - earlier, isPublished: false, isAbsent: true))
            {
                AddSum(key, [GetKey("value", before, earlier), step]);
            }
        }
    }

    // What is below zero, such as what is left once more was done than the target, is no count of anybody.
    private bool AddCell(string key, decimal? count, bool isPublished, bool isAbsent = false)
    {
        if (count is not { } known || known < 0 || known > long.MaxValue)
        {
            return false;
        }

        cells[key] = new CountCell(key, (long)known) { IsPublished = isPublished, IsAbsent = isAbsent };
        return true;
    }

    private void AddSum(string total, IReadOnlyList<string> parts)
    {
        if (cells.TryGetValue(total, out var sum) && parts.All(cells.ContainsKey) && parts.Sum(part => cells[part].Count) == sum.Count)
        {
            sums.Add(new CellSum(total, parts));
        }
    }
}
