using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Assumed values of unknown counts, with which the sums of their table hold.</summary>
/// <remarks>
/// Any table that agrees with what is shown can be where a proof starts. What a sum lacks is given to the only count that is not known in it;
/// where there are several, in equal parts.
/// </remarks>
internal static class AssumedCounts
{
    /// <summary>Computes the counts by their key, with a value for each.</summary>
    public static Dictionary<string, long> Compute(IReadOnlyDictionary<string, long?> counts, IReadOnlyList<CellSum> sums)
    {
        List<CountCell> cells = [.. counts.Select(count => new CountCell(count.Key, count.Value))];
        if (cells.TrueForAll(cell => cell.Count is not null))
        {
            return cells.ToDictionary(cell => cell.Key, cell => cell.Count!.Value, StringComparer.Ordinal);
        }

        var places = cells.Index().ToDictionary(cell => cell.Item.Key, cell => cell.Index, StringComparer.Ordinal);
        var values = Compute(cells, [.. sums.Where(sum => !sum.IsInPart).Select(sum => SuppressionEquation.From(sum, key => places[key]))]);
        return cells.Index().ToDictionary(cell => cell.Item.Key, cell => (long)BigInteger.Min(values[cell.Index], long.MaxValue), StringComparer.Ordinal);
    }

    /// <summary>Computes the counts, with a value for each.</summary>
    public static BigInteger[] Compute(IReadOnlyList<CountCell> cells, IReadOnlyList<SuppressionEquation> equations)
    {
        BigInteger[] values = [.. cells.Select(cell => (BigInteger)(cell.Count ?? 0))];
        HashSet<int> unknown = [.. Enumerable.Range(0, cells.Count).Where(cell => cells[cell].Count is null)];
        while (unknown.Count > 0
            && equations.Select(equation => (equation, Open: GetOpen(equation, unknown))).Where(sum => sum.Open.Count > 0 && CanShare(sum.equation, sum.Open))
                .OrderBy(sum => sum.Open.Count).FirstOrDefault() is { equation: { } next, Open: var open })
        {
            Share(next, open, values);
            unknown.ExceptWith(open);
        }

        return values;
    }

    private static List<int> GetOpen(SuppressionEquation equation, HashSet<int> unknown) => [.. equation.Terms.Keys.Where(unknown.Contains).Order()];

    private static bool CanShare(SuppressionEquation equation, List<int> open) =>
        !equation.IsConstant && open.TrueForAll(cell => equation.Terms[cell].Sign == equation.Terms[open[0]].Sign);

    private static void Share(SuppressionEquation equation, List<int> open, BigInteger[] values)
    {
        var lacking = -equation.Terms.Aggregate(BigInteger.Zero, (sum, term) => sum + (open.Contains(term.Key) ? 0 : term.Value * values[term.Key]));
        foreach (var (number, cell) in open.Index())
        {
            var share = BigInteger.Max(0, lacking / equation.Terms[cell] / (open.Count - number));
            values[cell] = share;
            lacking -= share * equation.Terms[cell];
        }
    }
}
