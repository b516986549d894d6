using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Rule for which counts are too small to be shown, and how vague what is hidden stays.</summary>
/// <param name="Limit">Lowest count that is shown (k); 5 unless configured, 1 or more.</param>
/// <param name="HidesZero">Whether a count of zero is hidden too; it says of everybody that something is not so.</param>
/// <param name="IntervalWidth">Lowest width of the interval that can be inferred of a hidden count; null for the limit.</param>
public sealed record SuppressionRule(int Limit = SuppressionRule.DefaultLimit, bool HidesZero = true, int? IntervalWidth = null)
{
    /// <summary>The limit where none is configured.</summary>
    public const int DefaultLimit = 5;

    /// <summary>The least width of what can be inferred of a hidden count.</summary>
    /// <remarks>It is never less than the limit: hidden counts that are few together would bound each other to less than that.</remarks>
    public int Width => Math.Max(Limit, IntervalWidth ?? Limit);

    /// <summary>Whether a count is too small to be shown.</summary>
    public bool IsTooSmall(long count) => count < Limit && (count != 0 || HidesZero);
}

/// <summary>A count of a table: a cell or a total.</summary>
/// <param name="Key">Name of the cell within the table.</param>
/// <param name="Count">Number of persons or homes, 0 or more; null where it is unknown or withheld by its publisher: then it is hidden already.</param>
/// <param name="IsHidden">Whether it is hidden already, though it is not small.</param>
public readonly record struct CountCell(string Key, long? Count, bool IsHidden = false)
{
    /// <summary>The order in which counts are hidden for the sake of another: before those of a greater order.</summary>
    public int Order { get; init; }

    /// <summary>The most that everybody knows it can be, as a part of a whole that is shown. Null for no bound.</summary>
    public long? Max { get; init; }

    /// <summary>The part of it that everybody knows. Only the rest moves, and is small where there are few in it.</summary>
    public long Known { get; init; }

    /// <summary>Text that an unknown keeps from one publication to another. Null for the count as text.</summary>
    public string? Identity { get; init; }

    /// <summary>The limit that it was withheld with before. It is proved with that of the rule where that is higher.</summary>
    public int Limit { get; init; }

    /// <summary>The width that was promised of it before. It is proved with that of the rule where that is more.</summary>
    public int Width { get; init; }

    /// <summary>Whether its source has published it: it is not hidden, and constant.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether a published figure is about the same. It protects no other then, as everybody knows about how many it is.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether no figure of it is there at all. It is protected only where the others give a small count of it.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Whether it stands for a part and the rest alike. It then moves no further up than down when another is moved.</summary>
    public bool IsPart { get; init; }
}

/// <summary>A total of a table.</summary>
/// <param name="Total">The key of the total; null for a constant.</param>
/// <param name="Parts">The keys of the cells that it is the sum of.</param>
/// <param name="IsInPart">
/// Whether only a share of some of them is in it: then it is no sum to subtract from, but bounds them, and is hidden with any of them.
/// </param>
public sealed record CellSum(string? Total, IReadOnlyList<string> Parts, bool IsInPart = false)
{
    /// <summary>The keys of the other totals: the parts add up to all of them together.</summary>
    public IReadOnlyList<string> OtherTotals { get; init; } = [];

    /// <summary>All totals; none for a constant.</summary>
    public IEnumerable<string> Totals => Total is null ? [] : OtherTotals.Prepend(Total);

    /// <summary>Gets the sum without its empty cells; null where none remains on a side.</summary>
    /// <param name="empty">The keys of cells that are zero.</param>
    public CellSum? LeaveOut(IReadOnlySet<string> empty)
    {
        List<string> totals = [.. Totals.Where(total => !empty.Contains(total))];
        List<string> parts = [.. Parts.Where(part => !empty.Contains(part))];
        return parts.Count == 0 || (Total is not null && totals.Count == 0)
            ? null
            : this with { Total = totals.FirstOrDefault(), OtherTotals = [.. totals.Skip(1)], Parts = parts };
    }
}

/// <summary>
/// A proof that a hidden count is not known. Two tables of whole numbers, none below zero, that agree with all that is shown.
/// </summary>
/// <param name="Key">The hidden count.</param>
/// <param name="Low">Every hidden count in the table where it is least.</param>
/// <param name="High">Every hidden count in the table where it is most.</param>
public sealed record Certificate(string Key, IReadOnlyDictionary<string, BigInteger> Low, IReadOnlyDictionary<string, BigInteger> High);

/// <summary>Suppression of small counts, and of others until each is shown to be protected.</summary>
/// <remarks>
/// A hidden count is a state of its own, and nothing distinguishes a small one from one that was hidden next to it: that would say which is small.
/// </remarks>
/// <param name="Hidden">The keys of all counts that are not shown, in order.</param>
/// <param name="Secondary">Those of them that are hidden for the sake of others only; for those who check, not to be shown.</param>
/// <param name="Exposed">
/// Counts that must be hidden and can be derived all the same, because the table has nothing left to hide next to them: it must not be shown.
/// </param>
/// <param name="Certificates">The proofs for all others that are hidden; for those who check, not to be shown.</param>
public sealed record Suppression(
    IReadOnlyList<string> Hidden, IReadOnlyList<string> Secondary, IReadOnlyList<string> Exposed, IReadOnlyList<Certificate> Certificates)
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
        int GetIndex(string key) =>
            indexes.TryGetValue(key, out var index) ? index : throw new ArgumentException($"A sum names '{key}', which is no cell of the table.", nameof(sums));
        var equations = sums.Where(sum => !sum.IsInPart).Select(sum => SuppressionEquation.From(sum, GetIndex));
        var totalsInPart = sums.Where(sum => sum is { IsInPart: true, Total: not null } && !ordered[GetIndex(sum.Total)].IsPublished);
        return new SuppressionSearch(ordered, [.. equations], rule).Run().WithTotalsInPart([.. totalsInPart]);
    }

    private Suppression WithTotalsInPart(List<CellSum> sums)
    {
        HashSet<string> hidden = [.. Hidden];
        HashSet<string> totals = [.. sums.Where(sum => !hidden.Contains(sum.Total!) && sum.Parts.Any(hidden.Contains)).Select(sum => sum.Total!)];
        return totals.Count == 0 ? this : this with
        {
            Hidden = [.. Hidden.Concat(totals).Order(StringComparer.Ordinal)],
            Secondary = [.. Secondary.Concat(totals).Order(StringComparer.Ordinal)],
        };
    }
}
