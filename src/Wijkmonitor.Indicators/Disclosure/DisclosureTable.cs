using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Figures that are withheld in the same areas, because each could be had from the others.</summary>
/// <param name="Members">The figures: an indicator and what was observed of it in each area.</param>
internal sealed record DisclosureFamily(IReadOnlyList<(Indicator Indicator, Dictionary<AreaCode, Observation> ByArea)> Members);

/// <summary>
/// What can be computed from one count and all that is taken over it, in one period of one municipality: the count of each area, the
/// count behind each share and the rest of it, and their sums over areas.
/// </summary>
/// <remarks>
/// It is solved a family at a time. Where the count of an area is hidden, all that is taken over it is hidden too; where it is shown, the part and the rest are hidden
/// together. So a sum of rests is the difference of a sum of counts and one of parts, and tells nothing that these two do not tell apart.
/// </remarks>
/// <param name="wholes">The count of each area; several observations where synonyms of it were delivered.</param>
/// <param name="families">What is taken over the count.</param>
/// <param name="sums">Which areas are the sum of which.</param>
/// <param name="rule">Which counts are too small.</param>
/// <param name="before">Observations that are hidden already.</param>
internal sealed class DisclosureTable(
    ILookup<AreaCode, Observation> wholes, IReadOnlyList<DisclosureFamily> families, AreaSums sums, SuppressionRule rule, IReadOnlySet<Observation> before)
{
    private readonly HashSet<AreaCode> areas = [.. wholes.Select(whole => whole.Key)];

    /// <summary>The observations that must be hidden.</summary>
    public IReadOnlyList<Observation> Hidden()
    {
        List<Observation> found = [];
        var among = families.Select(AreasOf).ToList();

        // What is taken over a part of the areas only is a sum of counts over these.
        var wholeSums = among.Append(areas).Distinct(HashSet<AreaCode>.CreateSetComparer()).SelectMany(sums.Among).ToList();
        var withoutWhole = Hide(areas.ToDictionary(area => area.Value, CountOf, StringComparer.Ordinal), wholeSums);
        found.AddRange(withoutWhole.SelectMany(area => wholes[AreaCode.Parse(area)]));
        foreach (var (family, present) in families.Zip(among))
        {
            var cells = present.ToDictionary(area => area.Value, area => withoutWhole.Contains(area.Value) ? null : LeastOf(family, area), StringComparer.Ordinal);
            var hidden = Hide(cells, sums.Among(present));
            found.AddRange(hidden.Select(AreaCode.Parse).SelectMany(area => family.Members.Select(member => member.ByArea.GetValueOrDefault(area)).OfType<Observation>()));
        }

        return found;
    }

    private HashSet<string> Hide(Dictionary<string, long?> cells, IReadOnlyList<CellSum> among)
    {
        if (cells.Values.All(count => count is { } known && !rule.IsTooSmall(known)))
        {
            return [];
        }

        var outcome = Suppression.Of([.. cells.Select(cell => new CountCell(cell.Key, cell.Value))], among, rule);
        return [.. outcome.Hidden, .. outcome.Exposed];
    }

    // Where no whole was delivered nobody can tell how many a share stands for, nor whoever reads it.
    private HashSet<AreaCode> AreasOf(DisclosureFamily family) => [.. family.Members.SelectMany(member => member.ByArea.Keys).Where(areas.Contains)];

    private decimal? WholeOf(AreaCode area) => wholes[area].Min(observation => observation.Value.Number);

    private long? CountOf(AreaCode area) => wholes[area].Any(before.Contains) ? null : Count(WholeOf(area));

    // The least that a figure of a family stands for in an area; null where one of them is withheld or not known, for then no other may give it.
    private long? LeastOf(DisclosureFamily family, AreaCode area)
    {
        long? least = null;
        foreach (var (indicator, byArea) in family.Members)
        {
            if (!byArea.TryGetValue(area, out var observation))
            {
                continue;
            }

            if (before.Contains(observation) || LeastOf(indicator, observation.Value.Number, WholeOf(area)) is not { } count)
            {
                return null;
            }

            least = least is { } other ? Math.Min(other, count) : count;
        }

        return least;
    }

    // A mean or a rate of events shows nobody by itself; it is hidden with its denominator, and its sums would give that away.
    private static long? LeastOf(Indicator indicator, decimal? number, decimal? whole)
    {
        if (indicator.Unit != "%" && indicator.PartOf is null)
        {
            return Count(whole);
        }

        var part = indicator.Unit == "%" ? number * whole / 100 : number;
        return Count(whole - part is { } rest and >= 0 ? Math.Min(part!.Value, rest) : part);
    }

    private static long? Count(decimal? number) => number is { } count and >= 0 and < long.MaxValue ? (long)decimal.Floor(count) : null;
}
