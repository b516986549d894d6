using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>
/// What can be computed from one count and all that is taken over it, in one period of one municipality: the count of each area, the
/// count behind each share and the rest of it, and their sums over areas.
/// </summary>
internal sealed class DisclosureTable
{
    private readonly SortedDictionary<string, long?> cells = new(StringComparer.Ordinal);
    private readonly List<CellSum> sums = [];
    private readonly Dictionary<AreaCode, Observation> wholes;
    private readonly List<(Indicator Indicator, Dictionary<AreaCode, Observation> ByArea)> taken = [];

    /// <summary>The table of a count and of the indicators that have it as their denominator.</summary>
    public DisclosureTable(Dictionary<AreaCode, Observation> wholes, IEnumerable<(Indicator Indicator, Dictionary<AreaCode, Observation> ByArea)> over)
    {
        this.wholes = wholes;
        // Where no whole was delivered nobody can tell how many a share stands for, nor whoever reads it.
        taken.AddRange(over.Select(o => (o.Indicator, o.ByArea.Where(a => wholes.ContainsKey(a.Key)).ToDictionary())));
        Add("whole", wholes.ToDictionary(p => p.Key, p => Count(p.Value.Value.Number)));
        foreach (var (indicator, byArea) in taken)
        {
            if (indicator.Unit != "%")
            {
                // A mean or a rate of events shows nobody by itself; it is hidden with its denominator, and its sums would give that away.
                Add(indicator.Code, byArea.ToDictionary(p => p.Key, p => Count(WholeOf(p.Key))));
                continue;
            }

            Add(indicator.Code, byArea.ToDictionary(p => p.Key, p => Count(p.Value.Value.Number * WholeOf(p.Key) / 100)));
            Add(Rest(indicator), byArea.ToDictionary(p => p.Key, p => Count((100 - p.Value.Value.Number) * WholeOf(p.Key) / 100)));
            sums.AddRange(byArea.Keys.Select(a => new CellSum(Key("whole", a), [Key(indicator.Code, a), Key(Rest(indicator), a)])));
        }
    }

    /// <summary>The observations that must be hidden.</summary>
    public IEnumerable<Observation> Hidden(SuppressionRule rule)
    {
        var open = OpenToNobody();
        if (!cells.Any(c => !open.Contains(c.Key) && c.Value is { } count && rule.IsTooSmall(count)) && open.Count == 0)
        {
            return [];
        }

        // A share beside a hidden whole could be joined with a count from elsewhere, so that it is hidden with it, and what that opens is closed in turn.
        while (true)
        {
            var outcome = Suppression.Of([.. cells.Select(c => new CountCell(c.Key, open.Contains(c.Key) ? null : c.Value))], sums, rule);
            var hidden = outcome.Hidden.Concat(outcome.Exposed).ToHashSet(StringComparer.Ordinal);
            var following = wholes.Keys.Where(a => hidden.Contains(Key("whole", a)))
                .SelectMany(a => taken.Where(t => t.ByArea.ContainsKey(a)).Select(t => Key(t.Indicator.Code, a)))
                .Where(key => !hidden.Contains(key))
                .ToList();
            if (following.Count == 0)
            {
                return [.. wholes.Where(w => hidden.Contains(Key("whole", w.Key))).Select(w => w.Value),
                    .. taken.SelectMany(t => t.ByArea.Where(o => hidden.Contains(Key(t.Indicator.Code, o.Key))).Select(o => o.Value))];
            }

            open.UnionWith(following);
        }
    }

    private static string Rest(Indicator indicator) => $"{indicator.Code}+rest";

    private static string Key(string what, AreaCode area) => $"{what}/{area}";

    private static long? Count(decimal? number) => number is { } count and >= 0 and < long.MaxValue ? (long)decimal.Floor(count) : null;

    private decimal? WholeOf(AreaCode area) => wholes.GetValueOrDefault(area)?.Value.Number;

    // Cells that are not published as numbers: what is withheld or not known is kept so.
    private HashSet<string> OpenToNobody() => [.. cells.Where(c => c.Value is null).Select(c => c.Key)];

    private void Add(string what, Dictionary<AreaCode, long?> counts)
    {
        foreach (var (area, count) in counts)
        {
            cells.Add(Key(what, area), count);
        }

        foreach (var parent in counts.Keys.Where(a => a.Level is AreaLevel.Municipality or AreaLevel.District))
        {
            foreach (var level in (AreaLevel[])[AreaLevel.District, AreaLevel.Neighbourhood])
            {
                List<string> parts = [.. counts.Keys.Where(a => a.Level == level && a != parent && LiesIn(a, parent)).Select(a => Key(what, a))];
                if (parts.Count > 0)
                {
                    sums.Add(new CellSum(Key(what, parent), parts));
                }
            }
        }
    }

    // GM0153 holds WK015301, which holds BU01530100: the digits of a code start with those of what it lies in.
    private static bool LiesIn(AreaCode area, AreaCode parent) => area.Value.AsSpan(2).StartsWith(parent.Value.AsSpan(2), StringComparison.Ordinal);
}
