using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;

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

/// <summary>Sums that figures which left the tables are in.</summary>
/// <remarks>
/// The last number of such a figure can be older than the others. A sum that does not hold with it gives no count, and would hide those that do. Then it
/// is the sum of what is in the tables, if that holds.
/// </remarks>
internal static class DepartedSums
{
    /// <summary>Selects the sums that hold, of those that such a figure is in; all others stay as they are.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="figures">The figures of each area: several times where several are withheld together.</param>
    public static IReadOnlyList<CellSum> Select(IReadOnlyList<CellSum> sums, IReadOnlyList<ILookup<AreaCode, Observation>> figures)
    {
        var departed = figures.SelectMany(byArea => byArea)
            .Where(ofArea => ofArea.Any(DepartedFigures.IsDeparted))
            .Select(ofArea => ofArea.Key.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (departed.Count == 0)
        {
            return sums;
        }

        bool IsHeldByAny(CellSum sum) => figures.Any(byArea => Holds(sum, byArea));
        return
        [
            .. sums.Where(sum => !sum.Totals.Concat(sum.Parts).Any(departed.Contains) || IsHeldByAny(sum)),
            .. sums.Where(sum => sum.Totals.Concat(sum.Parts).Any(departed.Contains) && !IsHeldByAny(sum))
                .Select(sum => sum.LeaveOut(departed))
                .OfType<CellSum>()
                .Where(IsHeldByAny),
        ];
    }

    // What is rounded, in part or not known may hold.
    private static bool Holds(CellSum sum, ILookup<AreaCode, Observation> byArea)
    {
        var (totals, parts) = (sum.Totals.Select(FindNumber).ToList(), sum.Parts.Select(FindNumber).ToList());
        return sum.IsInPart || sum.Total is null || totals.Contains(null) || parts.Contains(null) || totals.Sum() == parts.Sum();

        decimal? FindNumber(string area) => byArea[AreaCode.Parse(area)].Any(observation => observation.Rounding is not null)
            ? null
            : byArea[AreaCode.Parse(area)].Min(observation => observation.Value.Number);
    }
}
