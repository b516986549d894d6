using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Sums among the areas of one municipality: by codes, parts of custom areas, and crosswalks between boundary years.</summary>
/// <param name="customAreas">The municipality's custom areas.</param>
/// <param name="boundaryYears">The years whose boundaries the figures of an area are in.</param>
/// <param name="crosswalks">The crosswalks between those years.</param>
internal sealed class AreaSums(IReadOnlyCollection<CustomArea> customAreas, ILookup<AreaCode, int> boundaryYears, Crosswalks crosswalks)
{
    private readonly BoundaryTies ties = new(crosswalks, boundaryYears);
    private readonly Dictionary<HashSet<AreaCode>, IReadOnlyList<CellSum>> found = new(HashSet<AreaCode>.CreateSetComparer());
    private readonly Dictionary<HashSet<AreaCode>, string> digests = new(HashSet<AreaCode>.CreateSetComparer());

    /// <summary>Finds the sums among some areas: those with a figure and those that add nothing to any sum.</summary>
    /// <param name="areas">The areas that a figure is there for.</param>
    /// <param name="empty">Areas without one in which there is nobody: a sum over them and others is a sum over the others.</param>
    public IReadOnlyList<CellSum> FindSums(HashSet<AreaCode> areas, IReadOnlyCollection<AreaCode> empty)
    {
        if (empty.Count == 0)
        {
            return FindSums(areas);
        }

        var without = empty.Select(area => area.Value).ToHashSet(StringComparer.Ordinal);
        return [.. FindSums([.. areas, .. empty])
            .Select(sum => sum.LeaveOut(without))
            .OfType<CellSum>()];
    }

    /// <summary>Finds the areas without a figure that custom areas with one consist of, as far as they cannot be expanded.</summary>
    /// <param name="areas">The areas that a figure is there for.</param>
    public IReadOnlyList<AreaCode> FindAbsent(HashSet<AreaCode> areas) =>
        [.. customAreas.Where(custom => areas.Contains(custom.Area.Code))
            .SelectMany(custom => custom.Parts.Select(part => part.Area))
            .Where(part => Expand(part, areas).Count == 0)
            .Distinct()
            .Order()];

    /// <summary>Gets a digest of the sums among some areas.</summary>
    /// <param name="areas">The areas that a figure is there for.</param>
    public string GetDigest(HashSet<AreaCode> areas)
    {
        if (!digests.TryGetValue(areas, out var digest))
        {
            var sums = FindSums([.. areas, .. FindAbsent(areas)]);
            digest = UnitDigest.Compute(sums.Select(sum => $"{string.Join('+', sum.Totals)}={string.Join('+', sum.Parts)}{(sum.IsInPart ? "*" : "")}"));
            digests.Add(areas, digest);
        }

        return digest;
    }

    /// <summary>Gets the order in which figures are withheld for the sake of another. That of a custom area goes first, that of a municipality last.</summary>
    public static int GetOrder(AreaCode area) => area.Level switch
    {
        AreaLevel.Custom => 0,
        AreaLevel.Neighbourhood => 1,
        AreaLevel.District => 2,
        _ => 3,
    };

    private IReadOnlyList<CellSum> FindSums(HashSet<AreaCode> areas)
    {
        if (!found.TryGetValue(areas, out var sums))
        {
            sums = [.. SplitByYear(areas).SelectMany(FindNestedSums), .. FindCustomAreaSums(areas), .. ties.Find(areas)];
            found.Add(areas, sums);
        }

        return sums;
    }

    // A municipality is the sum of its areas in the boundaries of either year, and so ties the one to the other.
    private IEnumerable<HashSet<AreaCode>> SplitByYear(HashSet<AreaCode> areas)
    {
        var years = areas.SelectMany(area => boundaryYears[area]).Distinct().Order().ToList();
        return years.Count < 2
            ? [areas]
            : years.Select(year => areas.Where(area => area.Level == AreaLevel.Municipality || boundaryYears[area].Contains(year)).ToHashSet());
    }

    private static IEnumerable<CellSum> FindNestedSums(HashSet<AreaCode> areas)
    {
        foreach (var level in (AreaLevel[])[AreaLevel.District, AreaLevel.Neighbourhood])
        {
            var ofLevel = areas.Where(area => area.Level == level).Order().ToList();
            foreach (var whole in ofLevel.GroupBy(area => area.Municipality).Where(whole => areas.Contains(whole.Key)))
            {
                yield return new CellSum(whole.Key.Value, [.. whole.Select(area => area.Value)]);
            }

            if (level == AreaLevel.Neighbourhood)
            {
                foreach (var whole in ofLevel.GroupBy(area => area.Parent!.Value).Where(whole => areas.Contains(whole.Key)))
                {
                    yield return new CellSum(whole.Key.Value, [.. whole.Select(area => area.Value)]);
                }
            }
        }
    }

    private IEnumerable<CellSum> FindCustomAreaSums(HashSet<AreaCode> areas)
    {
        foreach (var custom in customAreas.Where(custom => areas.Contains(custom.Area.Code)))
        {
            var parts = custom.Parts.Select(part => (Areas: Expand(part.Area, areas), part.Weight)).ToList();
            if (parts.TrueForAll(part => part.Areas.Count > 0))
            {
                yield return new CellSum(custom.Area.Code.Value, [.. parts.SelectMany(part => part.Areas)], parts.Exists(part => part.Weight != 1));
            }
        }
    }

    // A part without a figure is what it consists of.
    private static List<string> Expand(AreaCode part, HashSet<AreaCode> areas) =>
        areas.Contains(part)
            ? [part.Value]
            : part.Level == AreaLevel.District
            ? FindWithin(AreaLevel.Neighbourhood, area => area.Parent == part, areas)
            : part.Level != AreaLevel.Municipality
            ? []
            : FindWithin(AreaLevel.District, area => area.Municipality == part, areas) is { Count: > 0 } districts
            ? districts
            : FindWithin(AreaLevel.Neighbourhood, area => area.Municipality == part, areas);

    private static List<string> FindWithin(AreaLevel level, Func<AreaCode, bool> isWithin, HashSet<AreaCode> areas) =>
        [.. areas.Where(area => area.Level == level && isWithin(area)).Order().Select(area => area.Value)];
}
