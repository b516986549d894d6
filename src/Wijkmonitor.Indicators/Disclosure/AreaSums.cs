using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Which areas of one municipality are the sum of which: by their codes, and by what custom areas consist of.</summary>
/// <param name="customAreas">The municipality's custom areas.</param>
internal sealed class AreaSums(IReadOnlyCollection<CustomArea> customAreas)
{
    private readonly Dictionary<HashSet<AreaCode>, IReadOnlyList<CellSum>> found = new(HashSet<AreaCode>.CreateSetComparer());

    /// <summary>The sums among some areas: those that a figure is there for.</summary>
    public IReadOnlyList<CellSum> Among(HashSet<AreaCode> areas)
    {
        if (!found.TryGetValue(areas, out var sums))
        {
            sums = [.. Nested(areas), .. Drawn(areas)];
            found.Add(areas, sums);
        }

        return sums;
    }

    private static IEnumerable<CellSum> Nested(HashSet<AreaCode> areas)
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
    private IEnumerable<CellSum> Drawn(HashSet<AreaCode> areas) => customAreas
        .Where(custom => areas.Contains(custom.Area.Code) && custom.Parts.All(part => part.Weight == 1 && areas.Contains(part.Area)))
        .Select(custom => new CellSum(custom.Area.Code.Value, [.. custom.Parts.Select(part => part.Area.Value)]));
}
