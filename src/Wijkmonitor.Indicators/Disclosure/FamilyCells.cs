using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Figures that are withheld in the same areas, because each could be had from the others.</summary>
/// <param name="Members">The figures: an indicator and what was observed of it in each area, several times where several datasets hold it.</param>
internal sealed record DisclosureFamily(IReadOnlyList<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> Members);

/// <summary>Makes of a family the cells of a table: for each area the fewest that any of its figures is about, as a part or as the rest.</summary>
/// <remarks>
/// Where a proof moves the one up and the other down by no more than that, no part of the family and no rest comes below nought, so that a proof for
/// the cells is one for each member.
/// </remarks>
/// <param name="family">The figures.</param>
/// <param name="wholes">The count of each area, or what it is taken to be.</param>
/// <param name="before">Observations that are hidden already.</param>
internal sealed class FamilyCells(DisclosureFamily family, IReadOnlyDictionary<string, long> wholes, IReadOnlySet<Observation> before)
{
    /// <summary>Makes the cells.</summary>
    /// <param name="areas">The areas of the table.</param>
    /// <param name="sums">Which of them are the sum of which.</param>
    /// <param name="withoutWhole">Those whose count is not shown.</param>
    public List<CountCell> Create(HashSet<AreaCode> areas, IReadOnlyList<CellSum> sums, IReadOnlySet<string> withoutWhole)
    {
        var members = family.Members.Select(member => (member.Indicator, member.ByArea, Parts: FindParts(member.Indicator, member.ByArea, areas, sums))).ToList();
        return [.. areas.Select(area =>
        {
            var told = members.Where(member => member.ByArea.Contains(area)).ToList();
            return new CountCell(
                area.Value,
                told.Min(member => ObservedCount.Telling(member.ByArea[area]).Min(o => FindLeast(member.Indicator, o, member.Parts[area.Value], wholes[area.Value]))),
                withoutWhole.Contains(area.Value) || told.Exists(member => ObservedCount.Telling(member.ByArea[area]).Any(o => before.Contains(o) || o.Value.Number is null)))
            {
                Order = AreaSums.GetOrder(area),
                Most = withoutWhole.Contains(area.Value) ? null : wholes[area.Value],
                IsPart = members.Exists(member => IsPart(member.Indicator)),
            };
        })];
    }

    private Dictionary<string, long> FindParts(Indicator indicator, ILookup<AreaCode, Observation> byArea, HashSet<AreaCode> areas, IReadOnlyList<CellSum> sums) =>
        AssumedCounts.Compute(
            areas.ToDictionary(
                area => area.Value,
                area => IsPart(indicator) ? byArea[area].Select(o => ObservedCount.ToCount(FindPart(indicator, o, wholes[area.Value]))).Min() : wholes[area.Value],
                StringComparer.Ordinal),
            sums);

    // A mean or a rate of events shows nobody by itself; it is hidden with its denominator, and its sums would give that away.
    private static bool IsPart(Indicator indicator) => indicator.Unit == "%" || indicator.PartOf is not null;

    private static decimal? FindPart(Indicator indicator, Observation observation, long whole) =>
        indicator.Unit == "%" ? observation.Value.Number * whole / 100 : ObservedCount.GetMin(observation);

    private static long? FindLeast(Indicator indicator, Observation observation, long part, long whole)
    {
        if (!IsPart(indicator))
        {
            return whole;
        }

        var (min, max) = observation.Value.Number is null ? (part, part)
            : (FindPart(indicator, observation, whole), indicator.Unit == "%" ? FindPart(indicator, observation, whole) : ObservedCount.GetMax(observation));
        return ObservedCount.ToCount(whole - max is { } rest and >= 0 ? Math.Min(min!.Value, rest) : min);
    }
}
