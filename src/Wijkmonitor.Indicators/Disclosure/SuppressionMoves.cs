using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>
/// The sums of a table, eliminated for the hidden counts, and the moves that follow. A move changes hidden counts and leaves all sums as they are.
/// </summary>
/// <remarks>
/// Elimination (Gauss-Jordan, exact) keeps the largest hidden counts as pivots. Of all moves of another hidden count its own then
/// covers the largest counts there are, as in a greatest spanning tree.
/// </remarks>
internal sealed class SuppressionMoves
{
    private readonly List<Dictionary<int, BigInteger>> rows;
    private readonly SortedSet<int>[] rowsOf;
    private readonly int?[] pivotOfRow;
    private readonly int?[] rowOfPivot;
    private readonly bool[] hidden;
    private readonly BigInteger[] sizes;

    /// <summary>The moves of a table of which nothing is hidden yet.</summary>
    /// <param name="equations">Its sums.</param>
    /// <param name="sizes">The size of each count.</param>
    public SuppressionMoves(IReadOnlyList<SuppressionEquation> equations, BigInteger[] sizes)
    {
        this.sizes = sizes;
        rows = [.. equations.Select(equation => new Dictionary<int, BigInteger>(equation.Terms))];
        rowsOf = [.. sizes.Select(_ => new SortedSet<int>())];
        pivotOfRow = new int?[rows.Count];
        rowOfPivot = new int?[sizes.Length];
        hidden = new bool[sizes.Length];
        foreach (var (number, row) in rows.Index())
        {
            foreach (var cell in row.Keys)
            {
                rowsOf[cell].Add(number);
            }
        }
    }

    /// <summary>Whether a count is hidden.</summary>
    public bool IsHidden(int cell) => hidden[cell];

    /// <summary>Gets the numbers of the equations that a count is left in.</summary>
    public IReadOnlyCollection<int> GetRows(int cell) => rowsOf[cell];

    /// <summary>Gets the hidden count that an equation gives in terms of the others in it. Null where all in it are shown.</summary>
    public int? GetPivot(int row) => pivotOfRow[row];

    /// <summary>Gets the counts in an equation.</summary>
    public IEnumerable<int> GetCells(int row) => rows[row].Keys;

    /// <summary>Hides a count.</summary>
    public void Hide(int cell)
    {
        hidden[cell] = true;
        if ((FindOpen(cell) ?? FindWeakest(cell)) is { } found)
        {
            Pivot(found, cell);
        }
    }

    /// <summary>Finds the moves that change a hidden count, one for each free count in them; those over the largest first.</summary>
    public IEnumerable<Dictionary<int, BigInteger>> FindMoves(int cell) => rowOfPivot[cell] is { } row
        ? rows[row].Keys.Where(other => other != cell && hidden[other]).OrderByDescending(other => sizes[other]).ThenBy(other => other).Select(CreateMove)
        : [CreateMove(cell)];

    // The shortest equation in which nothing is hidden yet.
    private int? FindOpen(int cell) => rowsOf[cell]
        .Where(row => pivotOfRow[row] is null)
        .OrderBy(row => rows[row].Count)
        .ThenBy(row => row)
        .Select(row => (int?)row)
        .FirstOrDefault();

    // The equation whose pivot is the smallest, if that is smaller than the count.
    private int? FindWeakest(int cell) => rowsOf[cell]
        .Where(row => sizes[pivotOfRow[row]!.Value] < sizes[cell])
        .OrderBy(row => sizes[pivotOfRow[row]!.Value])
        .ThenBy(row => row)
        .Select(row => (int?)row)
        .FirstOrDefault();

    private void Pivot(int row, int cell)
    {
        if (pivotOfRow[row] is { } former)
        {
            rowOfPivot[former] = null;
        }

        (pivotOfRow[row], rowOfPivot[cell]) = (cell, row);
        foreach (var other in rowsOf[cell].Where(other => other != row).ToList())
        {
            Eliminate(other, row, cell);
        }
    }

    // Takes so much of the one equation from the other that the count is gone from it.
    private void Eliminate(int from, int row, int cell)
    {
        var (target, source) = (rows[from], rows[row]);
        var (targetFactor, sourceFactor) = (target[cell], source[cell]);
        var common = BigInteger.GreatestCommonDivisor(targetFactor, sourceFactor);
        var (times, less) = (sourceFactor / common, targetFactor / common);
        if (!times.IsOne)
        {
            foreach (var key in target.Keys.ToList())
            {
                target[key] *= times;
            }
        }

        foreach (var (key, value) in source)
        {
            var remaining = target.GetValueOrDefault(key) - (less * value);
            if (remaining.IsZero)
            {
                target.Remove(key);
                rowsOf[key].Remove(from);
            }
            else
            {
                target[key] = remaining;
                rowsOf[key].Add(from);
            }
        }

        Reduce(target);
    }

    private static void Reduce(Dictionary<int, BigInteger> terms)
    {
        var divisor = BigInteger.Zero;
        foreach (var value in terms.Values)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, value);
            if (divisor.IsOne)
            {
                return;
            }
        }

        foreach (var key in terms.Keys.ToList())
        {
            terms[key] /= divisor;
        }
    }

    // The free count changes, and each pivot in an equation with it.
    private Dictionary<int, BigInteger> CreateMove(int free)
    {
        var step = BigInteger.One;
        foreach (var row in rowsOf[free])
        {
            var pivot = BigInteger.Abs(rows[row][pivotOfRow[row]!.Value]);
            step *= pivot / BigInteger.GreatestCommonDivisor(step, pivot);
        }

        var move = new Dictionary<int, BigInteger> { [free] = step };
        foreach (var row in rowsOf[free])
        {
            var pivot = pivotOfRow[row]!.Value;
            move[pivot] = -rows[row][free] * step / rows[row][pivot];
        }

        Reduce(move);
        return move;
    }
}

/// <summary>A sum of a table as an equation in whole numbers: terms that make zero together, or a constant.</summary>
/// <param name="Total">The number of the total; null where there is none, or several.</param>
/// <param name="Terms">The coefficient of each cell, by its number: of parts above zero, of totals below.</param>
/// <param name="IsConstant">Whether the terms make a number that is known, and not zero.</param>
internal sealed record SuppressionEquation(int? Total, IReadOnlyDictionary<int, BigInteger> Terms, bool IsConstant)
{
    /// <summary>Creates an equation from a sum.</summary>
    public static SuppressionEquation From(CellSum sum, Func<string, int> place)
    {
        var terms = new Dictionary<int, BigInteger>();
        foreach (var (cell, sign) in sum.Totals.Select(total => (place(total), -1)).Concat(sum.Parts.Select(part => (place(part), 1))))
        {
            terms[cell] = terms.GetValueOrDefault(cell) + sign;
        }

        int? total = sum is { Total: { } only, OtherTotals.Count: 0 } ? place(only) : null;
        return new SuppressionEquation(total, terms.Where(term => !term.Value.IsZero).ToDictionary(), sum.Total is null);
    }
}
