using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Sums that tie the areas of two boundary years to each other, by the crosswalk between these.</summary>
/// <remarks>
/// Areas that a crosswalk connects, and that it leads to no others, hold the same people in both years: those of the one year are together those of the
/// other. That is known exactly also where shares only estimate what went where. An area with the same code in both years is one cell with both of its
/// figures, though it may have changed. It is counted with the year that has more areas, and its figure of the other year is taken as known.
/// </remarks>
/// <param name="crosswalks">The crosswalks.</param>
/// <param name="boundaryYears">The years whose boundaries the figures of an area are in.</param>
internal sealed class BoundaryTies(Crosswalks crosswalks, ILookup<AreaCode, int> boundaryYears)
{
    private List<Component>? components;

    /// <summary>Finds the sums among areas of which there is a figure in the boundaries that they are tied in.</summary>
    public IEnumerable<CellSum> Find(HashSet<AreaCode> areas)
    {
        components ??= FindComponents();
        return components.Where(component => component.Before.All(areas.Contains) && component.After.All(areas.Contains)).Select(ToSum);
    }

    private List<Component> FindComponents()
    {
        var years = boundaryYears.SelectMany(years => years).Distinct().Order().ToList();
        var between = years.SelectMany(from => years.Where(to => to != from).Select(to => crosswalks.FindBetween(from, to)));
        return [.. between.OfType<Crosswalk>().SelectMany(FindComponents)];
    }

    private IEnumerable<Component> FindComponents(Crosswalk crosswalk)
    {
        var into = crosswalk.Targets
            .SelectMany(to => crosswalk.GetShares(to).Where(share => share.Share > 0).Select(share => (To: to, share.Area, share.Share)))
            .ToList();
        var (byTarget, byArea) = (into.ToLookup(share => share.To), into.ToLookup(share => share.Area));
        var seen = new HashSet<AreaCode>();
        foreach (var start in crosswalk.Targets.Where(to => !seen.Contains(to)))
        {
            var (before, after, queue) = (new SortedSet<AreaCode>(), new SortedSet<AreaCode>(), new Queue<AreaCode>([start]));
            while (queue.TryDequeue(out var to))
            {
                if (after.Add(to))
                {
                    before.UnionWith(byTarget[to].Select(share => share.Area));
                    byTarget[to].SelectMany(share => byArea[share.Area]).Select(share => share.To).ToList().ForEach(queue.Enqueue);
                }
            }

            seen.UnionWith(after);
            var component = new Component(before, after);
            if (!component.IsUnchanged
                && before.All(area => IsWhole(byArea[area].Sum(share => share.Share)) && boundaryYears[area].Contains(crosswalk.FromYear))
                && after.All(area => boundaryYears[area].Contains(crosswalk.ToYear)))
            {
                yield return component;
            }
        }
    }

    private static bool IsWhole(decimal share) => Math.Abs(share - 1) <= CrosswalkEntry.Tolerance;

    private static CellSum ToSum(Component component)
    {
        var (more, fewer) = component.Before.Count > component.After.Count ? (component.Before, component.After) : (component.After, component.Before);
        List<string> totals = [.. fewer.Except(more).Select(area => area.Value)];
        return new CellSum(totals.FirstOrDefault(), [.. more.Select(area => area.Value)]) { OtherTotals = [.. totals.Skip(1)] };
    }

    private sealed record Component(SortedSet<AreaCode> Before, SortedSet<AreaCode> After)
    {
        public bool IsUnchanged => Before.Count == 1 && After.SetEquals(Before);
    }
}
