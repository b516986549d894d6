using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Counts of areas that it was not delivered of, where parts of it make the whole.</summary>
/// <remarks>
/// That parts make the whole is taken from the figures: the sums of areas must hold with it. Where there is none to try, two parts that are
/// withheld together are taken to make it.
/// </remarks>
internal static class ImpliedWholes
{
    /// <summary>Finds the counts, as observations that are nowhere else.</summary>
    /// <param name="wholes">The counts that were delivered.</param>
    /// <param name="families">Families of figures over the count.</param>
    /// <param name="sums">Sums among the areas.</param>
    /// <param name="memory">Memory of what was public: a whole was if all its parts were.</param>
    public static IEnumerable<Observation> Find(
        ILookup<AreaCode, Observation> wholes, IEnumerable<DisclosureFamily> families, AreaSums sums, PublicationMemory memory) => families
        .SelectMany(family => FindFor(wholes, [.. family.Members.Where(member => member.Indicator is { PartOf: not null, Unit: not "%" })], sums, memory))
        .DistinctBy(whole => whole.Area);

    private static List<Observation> FindFor(
        ILookup<AreaCode, Observation> wholes, List<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> parts, AreaSums sums,
        PublicationMemory memory)
    {
        foreach (var chosen in ChooseSeveral(parts))
        {
            var without = chosen[0].ByArea.Select(group => group.Key).Where(area => !wholes.Contains(area)).Order();
            var implied = without.Select(area => Sum(chosen, area, memory)).OfType<Observation>().ToList();
            if (implied.Count > 0 && Holds(wholes, implied, sums, isTried: parts.Count > 2))
            {
                return implied;
            }
        }

        return [];
    }

    // All first, then ever fewer.
    private static IEnumerable<List<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)>> ChooseSeveral(
        List<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> parts) =>
        Enumerable.Range(0, 1 << Math.Min(parts.Count, 10))
            .Select(choice => parts.Where((_, place) => (choice >> place & 1) == 1).ToList())
            .Where(chosen => chosen.Count > 1)
            .OrderByDescending(chosen => chosen.Count);

    private static Observation? Sum(
        List<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> parts, AreaCode area, PublicationMemory memory)
    {
        var counted = parts.ConvertAll(part => part.ByArea[area].FirstOrDefault(observation => observation.Value.Number is not null));
        if (counted.Contains(null))
        {
            return null;
        }

        var whole = counted[0]! with
        {
            Value = ObservedValue.Known(counted.Sum(part => part!.Value.Number!.Value)),
            Interval = null,
            IsPublished = counted.TrueForAll(part => part!.IsPublished),
        };
        memory.AddImplied(whole, counted);
        return whole;
    }

    private static bool Holds(ILookup<AreaCode, Observation> wholes, List<Observation> implied, AreaSums sums, bool isTried)
    {
        var counts = wholes.SelectMany(group => group).Concat(implied).Where(whole => whole.Value.Number is not null)
            .GroupBy(whole => whole.Area).ToDictionary(group => group.Key.Value, group => group.First().Value.Number!.Value, StringComparer.Ordinal);
        HashSet<string> added = [.. implied.Select(whole => whole.Area.Value)];
        var tried = sums.FindSums([.. counts.Keys.Select(AreaCode.Parse)], [])
            .Where(sum => sum is { IsInPart: false, Total: { } total, OtherTotals.Count: 0 } && !added.Contains(total) && sum.Parts.Any(added.Contains))
            .ToList();
        return tried.TrueForAll(sum => sum.Parts.Sum(part => counts[part]) == counts[sum.Total!]) && (tried.Count > 0 || !isTried);
    }
}
