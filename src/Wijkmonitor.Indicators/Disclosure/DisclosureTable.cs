using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Figures that are withheld in the same areas, because each could be derived from the others.</summary>
/// <param name="Members">The figures: an indicator and what was observed of it in each area, several times where several datasets hold it.</param>
internal sealed record DisclosureFamily(IReadOnlyList<(Indicator Indicator, ILookup<AreaCode, Observation> ByArea)> Members);

/// <summary>
/// Table of figures that could be derived from small counts. It covers one count and all figures over it in one period of one municipality.
/// </summary>
/// <remarks>
/// It is solved a family at a time. Where the count of an area is hidden, all that is taken over it is hidden too; where it is shown, the
/// part and the rest are hidden together. So a sum of rests is the difference of a sum of counts and one of parts, and discloses nothing that
/// these two do not distinguish.
/// <para>
/// Of an area where there is nobody no share can be taken, and that discloses it. Its zero is withheld as others are and is not available by
/// subtraction, but no other small count may rest on it.
/// </para>
/// </remarks>
/// <param name="wholes">The count of each area; several observations where synonyms of it were delivered, or several datasets hold it.</param>
/// <param name="families">Families of figures over the count.</param>
/// <param name="sums">Sums among the areas.</param>
/// <param name="rule">Rule for counts that are too small.</param>
/// <param name="before">Observations that are hidden already.</param>
internal sealed class DisclosureTable(
    ILookup<AreaCode, Observation> wholes, IReadOnlyList<DisclosureFamily> families, AreaSums sums, SuppressionRule rule, IReadOnlySet<Observation> before)
{
    private readonly HashSet<AreaCode> areas = [.. wholes.Select(whole => whole.Key)];

    /// <summary>Finds the observations that must be hidden.</summary>
    public IReadOnlyList<Observation> FindHidden()
    {
        List<Observation> found = [];
        var among = families.Select(GetAreas).ToList();
        var empty = areas.Where(area => FindWhole(area) == 0 && wholes[area].All(IsAsCounted)).ToList();
        var withoutWhole = HideTotals([.. empty.Where(area => among.Exists(present => !present.Contains(area)))]);
        found.AddRange(withoutWhole.SelectMany(area => wholes[AreaCode.Parse(area)]));
        foreach (var (family, present) in families.Zip(among))
        {
            var hidden = Hide(
                [.. present.Select(area => new CountCell(area.Value, withoutWhole.Contains(area.Value) ? null : FindMinCount(family, area)))],
                sums.FindSums(present, [.. empty.Where(area => !present.Contains(area))]));
            found.AddRange(hidden.Select(AreaCode.Parse).SelectMany(area => family.Members.SelectMany(member => member.ByArea[area])));
        }

        return found;
    }

    // Once for who subtracts, and once more for who takes the zeros for what they are.
    private HashSet<string> HideTotals(List<AreaCode> published)
    {
        var hidden = Hide([.. areas.Select(area => new CountCell(area.Value, FindCount(area)))], sums.FindSums(areas, []));
        if (published.Count > 0)
        {
            HashSet<AreaCode> others = [.. areas.Except(published)];
            hidden.UnionWith(
                Hide([.. others.Select(area => new CountCell(area.Value, FindCount(area), hidden.Contains(area.Value)))], sums.FindSums(others, published)));
        }

        return hidden;
    }

    private HashSet<string> Hide(List<CountCell> cells, IReadOnlyList<CellSum> among)
    {
        if (cells.TrueForAll(cell => cell.Count is { } known && !rule.IsTooSmall(known)))
        {
            return [];
        }

        var outcome = Suppression.Compute(cells, among, rule);
        return [.. outcome.Hidden, .. outcome.Exposed];
    }

    // Where no whole was delivered nobody knows how many a share stands for, a reader neither.
    private HashSet<AreaCode> GetAreas(DisclosureFamily family) =>
        [.. family.Members.SelectMany(member => member.ByArea.Select(of => of.Key)).Where(areas.Contains)];

    private decimal? FindWhole(AreaCode area) => wholes[area].Min(GetMin);

    // What a publisher rounds stands for any number that rounds to it.
    private static decimal? GetMin(Observation observation) =>
        observation is { Value.Number: { } number, Rounding: { } rounding } ? rounding.GetMinCount(number) : observation.Value.Number;

    private static decimal? GetMax(Observation observation) =>
        observation is { Value.Number: { } number, Rounding: { } rounding } ? rounding.GetMaxCount(number) : observation.Value.Number;

    private static bool IsAsCounted(Observation observation) => observation.Rounding is null;

    private long? FindCount(AreaCode area) => wholes[area].Any(before.Contains) ? null : ToCount(FindWhole(area));

    // The least that a figure of a family stands for in an area; null where one of them is withheld or not known, for then no other may give it.
    private long? FindMinCount(DisclosureFamily family, AreaCode area)
    {
        long? minimum = null;
        foreach (var (indicator, byArea) in family.Members)
        {
            foreach (var observation in SelectTelling(byArea[area]))
            {
                if (before.Contains(observation) || FindMinCount(indicator, observation, FindWhole(area)) is not { } count)
                {
                    return null;
                }

                minimum = minimum is { } other ? Math.Min(other, count) : count;
            }
        }

        return minimum;
    }

    // Of an indicator that several datasets hold, one that does not know it discloses nothing of the others.
    private static IEnumerable<Observation> SelectTelling(IEnumerable<Observation> ofDatasets) =>
        ofDatasets.Any(o => o.Value.Number is not null) ? ofDatasets.Where(o => o.Value.Number is not null) : ofDatasets;

    // A mean or a rate of events shows nobody by itself; it is hidden with its denominator, and its sums would give that away.
    private static long? FindMinCount(Indicator indicator, Observation observation, decimal? whole)
    {
        if (indicator.Unit != "%" && indicator.PartOf is null)
        {
            return ToCount(whole);
        }

        var isShare = indicator.Unit == "%";
        var (min, max) = isShare
            ? (observation.Value.Number * whole / 100, observation.Value.Number * whole / 100)
            : (GetMin(observation), GetMax(observation));
        return ToCount(whole - max is { } rest and >= 0 ? Math.Min(min!.Value, rest) : min);
    }

    private static long? ToCount(decimal? number) => number is { } count and >= 0 and < long.MaxValue ? (long)decimal.Floor(count) : null;
}
