using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Sums among the areas of one municipality: by their codes, and by the parts of custom areas.</summary>
/// <param name="customAreas">The municipality's custom areas.</param>
internal sealed class AreaSums(IReadOnlyCollection<CustomArea> customAreas)
{
    private readonly Dictionary<HashSet<AreaCode>, IReadOnlyList<CellSum>> found = new(HashSet<AreaCode>.CreateSetComparer());

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
            .Where(sum => !without.Contains(sum.Total))
            .Select(sum => new CellSum(sum.Total, [.. sum.Parts.Where(part => !without.Contains(part))]))
            .Where(sum => sum.Parts.Count > 0)];
    }

    private IReadOnlyList<CellSum> FindSums(HashSet<AreaCode> areas)
    {
        if (!found.TryGetValue(areas, out var sums))
        {
            sums = [.. FindNestedSums(areas), .. FindCustomAreaSums(areas)];
            found.Add(areas, sums);
        }

        return sums;
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

    // A custom area of which a part counts for some only is no sum that anybody could subtract from.
    private IEnumerable<CellSum> FindCustomAreaSums(HashSet<AreaCode> areas) => customAreas
        .Where(custom => areas.Contains(custom.Area.Code) && custom.Parts.All(part => part.Weight == 1 && areas.Contains(part.Area)))
        .Select(custom => new CellSum(custom.Area.Code.Value, [.. custom.Parts.Select(part => part.Area.Value)]));
}
