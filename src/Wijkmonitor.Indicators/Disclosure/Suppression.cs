namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Rule for which counts are too small to be shown.</summary>
/// <param name="Limit">Lowest count that is shown (k); 5 unless configured, 1 or more.</param>
/// <param name="HidesZero">Whether a count of zero is hidden too; it says of everybody that something is not so.</param>
public sealed record SuppressionRule(int Limit = SuppressionRule.DefaultLimit, bool HidesZero = true)
{
    /// <summary>The limit where none is configured.</summary>
    public const int DefaultLimit = 5;

    /// <summary>Whether a count is too small to be shown.</summary>
    public bool IsTooSmall(long count) => count < Limit && (count != 0 || HidesZero);
}

/// <summary>A count of a table: a cell or a total.</summary>
/// <param name="Key">Name of the cell within the table.</param>
/// <param name="Count">Number of persons or homes, 0 or more; null where it is unknown or withheld by its publisher: then it is hidden already.</param>
/// <param name="IsHidden">Whether it is hidden already, though it is not small.</param>
public readonly record struct CountCell(string Key, long? Count, bool IsHidden = false);

/// <summary>A total of a table.</summary>
/// <param name="Total">The key of the total.</param>
/// <param name="Parts">The keys of the cells that it is the sum of.</param>
public sealed record CellSum(string Total, IReadOnlyList<string> Parts);

/// <summary>Suppression of small counts, and of others from which a hidden count could be derived by shown totals.</summary>
/// <remarks>
/// A hidden count is a state of its own, and nothing distinguishes a small one from one that was hidden next to it: that would say which is small.
/// </remarks>
/// <param name="Hidden">The keys of all counts that are not shown, in order.</param>
/// <param name="Secondary">Those of them that are hidden for the sake of others only; for those who check, not to be shown.</param>
/// <param name="Exposed">
/// Counts that must be hidden and can be derived all the same, because the table has nothing left to hide next to them: it must not be shown.
/// </param>
public sealed record Suppression(IReadOnlyList<string> Hidden, IReadOnlyList<string> Secondary, IReadOnlyList<string> Exposed)
{
    /// <summary>Decides what of a table is hidden.</summary>
    /// <param name="cells">All counts, totals included, each key once.</param>
    /// <param name="sums">Sums among the counts; a total may itself be a part of another.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    /// <exception cref="ArgumentException">A key occurs twice, or a sum names one that is not there.</exception>
    public static Suppression Compute(IReadOnlyList<CountCell> cells, IReadOnlyList<CellSum> sums, SuppressionRule rule)
    {
        List<CountCell> ordered = [.. cells.OrderBy(cell => cell.Key, StringComparer.Ordinal)];
        var indexes = ordered.Index().ToDictionary(cell => cell.Item.Key, cell => cell.Index, StringComparer.Ordinal);
        int Place(string key) =>
            indexes.TryGetValue(key, out var index) ? index : throw new ArgumentException($"A sum names '{key}', which is no cell of the table.", nameof(sums));
        return new SuppressionSearch(ordered, [.. sums.Select(sum => new SuppressionEquation(Place(sum.Total), [.. sum.Parts.Select(Place)]))], rule).Run();
    }
}
