using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>The sums of a table, with the areas in them of which no figure is there.</summary>
/// <remarks>
/// A custom area may consist of areas that nothing was delivered of, and be known all the same. They are in the sums of their district and municipality next to
/// those with a figure; what else is missing there does not change in a proof. Where there is none with a figure, whether they make the whole is read from
/// the figures.
/// </remarks>
internal sealed class TableSums
{
    private readonly AreaSums sums;

    /// <summary>The sums of a table.</summary>
    /// <param name="sums">Sums among the areas.</param>
    /// <param name="areas">The areas that a count is there for.</param>
    /// <param name="findCount">Finds the count of an area.</param>
    public TableSums(AreaSums sums, HashSet<AreaCode> areas, Func<AreaCode, long?> findCount)
    {
        this.sums = sums;
        HashSet<AreaCode> all = [.. areas, .. sums.FindAbsent(areas)];

        // What a custom area gives its parts comes before what would be left for them in their municipality, which may consist of more.
        Counts = AssumedCounts.Compute(
            all.ToDictionary(area => area.Value, area => areas.Contains(area) ? findCount(area) : null, StringComparer.Ordinal),
            [.. sums.FindSums(all, []).OrderBy(sum => IsOfCustomArea(sum) ? 0 : 1)]);
    }

    /// <summary>The count of each area, or what it is taken to be.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; }

    /// <summary>Finds the sums among some areas, and the areas without a figure that are in them.</summary>
    /// <param name="areas">The areas that a figure is there for.</param>
    /// <param name="empty">Areas without one in which there is nobody.</param>
    public (IReadOnlyList<AreaCode> Absent, IReadOnlyList<CellSum> Sums) Find(HashSet<AreaCode> areas, IReadOnlyCollection<AreaCode> empty)
    {
        var absent = sums.FindAbsent([.. areas, .. empty]);
        if (absent.Count == 0)
        {
            return (absent, sums.FindSums(areas, empty));
        }

        var without = absent.Select(area => area.Value).ToHashSet(StringComparer.Ordinal);
        return (absent, [.. sums.FindSums([.. areas, .. absent], empty)
            .Where(sum => IsOfCustomArea(sum) || !sum.Parts.All(without.Contains) || Holds(sum))]);
    }

    private static bool IsOfCustomArea(CellSum sum) => sum.Total is { } total && AreaCode.Parse(total).Level == AreaLevel.Custom;

    private bool Holds(CellSum sum) =>
        sum.Total is not null && sum.Totals.Concat(sum.Parts).All(Counts.ContainsKey)
        && sum.Parts.Sum(part => Counts[part]) == sum.Totals.Sum(total => Counts[total]);
}
