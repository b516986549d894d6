using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Search for what must be hidden in one table, which plays the reader who subtracts.</summary>
/// <remarks>
/// It solves the sums for the hidden counts, and hides one more for as long as a small one comes out. What it hides is not always the least that
/// would do, but it is the same every time.
/// </remarks>
internal sealed class SuppressionSearch
{
    // Cells are numbered in the order of their keys.
    private readonly List<CountCell> cells;
    private readonly bool[] small;
    private readonly bool[] totals;
    private readonly BigInteger[] values;
    private readonly SuppressionRule rule;
    private readonly SuppressionMoves moves;
    private readonly SuppressionProof proof;
    private readonly Queue<int> unproved = [];
    private readonly SuppressionEquation[] equations;
    private HashSet<int>? given;

    /// <summary>A search in one table.</summary>
    /// <param name="cells">The counts, in the order of their keys.</param>
    /// <param name="equations">The sums, their cells by place.</param>
    /// <param name="rule">Rule for counts that are too small.</param>
    public SuppressionSearch(List<CountCell> cells, SuppressionEquation[] equations, SuppressionRule rule)
    {
        (this.cells, this.equations, this.rule) = (cells, equations, rule);
        small = [.. cells.Select(cell => cell.IsAbsent || (!cell.IsPublished && (cell.Count - cell.Known is not { } rest || rule.IsTooSmall(rest))))];
        totals = new bool[cells.Count];
        foreach (var total in equations.Select(equation => equation.Total).OfType<int>())
        {
            totals[total] = true;
        }

        values = AssumedCounts.Compute(cells, equations);
        foreach (var (number, cell) in cells.Index())
        {
            values[number] = BigInteger.Max(0, values[number] - cell.Known);
        }

        moves = new SuppressionMoves(equations, values);
        proof = new SuppressionProof(cells, values, moves, rule);
    }

    /// <summary>Hides until every hidden count is proved to be protected, or nothing is left to hide.</summary>
    public Suppression Run()
    {
        var first = Enumerable.Range(0, cells.Count).Where(cell => small[cell] || (cells[cell].IsHidden && !cells[cell].IsPublished)).ToList();
        foreach (var cell in first.OrderByDescending(cell => values[cell]))
        {
            moves.Hide(cell);
        }

        first.FindAll(cell => !cells[cell].IsAbsent || IsGiven(cell)).ForEach(unproved.Enqueue);
        List<(int Cell, BigInteger[] Low, BigInteger[] High)> proofs = [];
        List<int> exposed = [];
        while (unproved.TryDequeue(out var cell))
        {
            if (Prove(cell) is { } found)
            {
                proofs.Add((cell, found.Low, found.High));
            }
            else
            {
                exposed.Add(cell);
            }
        }

        return new Suppression(
            GetKeys(cell => moves.IsHidden(cell) && !cells[cell].IsAbsent), GetKeys(cell => moves.IsHidden(cell) && !small[cell]),
            [.. exposed.Order().Select(cell => cells[cell].Key)],
            [.. proofs.OrderBy(found => found.Cell).Select(found => new Certificate(cells[found.Cell].Key, GetHidden(found.Low), GetHidden(found.High)))]);
    }

    // In an area without a figure only a small count that the figures of others give is protected: it is known exactly where no move changes it.
    private bool IsGiven(int cell)
    {
        given ??= FindGiven();
        return given.Contains(cell) && values[cell] < rule.Limit;
    }

    private HashSet<int> FindGiven()
    {
        var unknown = Enumerable.Range(0, cells.Count).Where(cell => cells[cell].IsAbsent || cells[cell].Count is null).ToList();
        var alone = new SuppressionMoves(equations, values);
        unknown.ForEach(alone.Hide);
        return [.. unknown.Where(cell => !alone.FindMoves(cell).Any())];
    }

    private (BigInteger[] Low, BigInteger[] High)? Prove(int cell)
    {
        while (true)
        {
            if (proof.Find(cell) is { } found)
            {
                return found;
            }

            if (FindPartner(cell) is not { } partner)
            {
                return proof.Find(cell, mayMoveZeroOrOne: true);
            }

            moves.Hide(partner);
            unproved.Enqueue(partner);
        }
    }

    // Something shown that is in an equation with the count, first where what would move is too small; where there is nothing, in an equation with
    // what is in one with it, and so on.
    private int? FindPartner(int cell)
    {
        bool IsInTheWay(int row) => moves.GetPivot(row) is not { } pivot || pivot == cell || values[pivot] < rule.Width;
        HashSet<int> rows = [.. moves.GetRows(cell).Where(IsInTheWay)];
        if (rows.Count == 0)
        {
            rows = [.. moves.GetRows(cell)];
        }

        while (true)
        {
            var among = rows.Order().SelectMany(moves.GetCells).Distinct().ToList();
            var shown = among.FindAll(other => !moves.IsHidden(other) && !cells[other].IsPublished);
            if (shown.Count > 0)
            {
                return ChoosePartner(shown);
            }

            var before = rows.Count;
            rows.UnionWith(among.SelectMany(moves.GetRows));
            if (rows.Count == before)
            {
                return null;
            }
        }
    }

    // What can move far enough; the figure that is missed least; what asks for no partner elsewhere, in equations in which all else is shown; a part before
    // a total; then the smallest, for that costs least.
    private int ChoosePartner(List<int> shown) => shown
        .OrderBy(cell => values[cell] < rule.Width)
        .ThenBy(cell => cells[cell].Order)
        .ThenBy(cell => moves.GetRows(cell).Count(row => moves.GetPivot(row) is null))
        .ThenBy(cell => totals[cell])
        .ThenBy(cell => values[cell])
        .ThenBy(cell => cell)
        .First();

    private IReadOnlyList<string> GetKeys(Func<int, bool> predicate) =>
        [.. Enumerable.Range(0, cells.Count).Where(predicate).Select(cell => cells[cell].Key)];

    private Dictionary<string, BigInteger> GetHidden(BigInteger[] table) =>
        Enumerable.Range(0, cells.Count).Where(moves.IsHidden).ToDictionary(cell => cells[cell].Key, cell => table[cell], StringComparer.Ordinal);
}
