using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>Search for the two tables that prove a hidden count protected.</summary>
/// <remarks>
/// It starts from the counts as they are and moves them down and up.
/// A small count must be able to be anything below the limit, in steps of one, and no other count of zero or one may move for it: who is alone, and who
/// sees that nobody is there, knows that one.
/// </remarks>
/// <param name="cells">The counts.</param>
/// <param name="values">Value of each; an assumed one where it is not known.</param>
/// <param name="moves">The moves.</param>
/// <param name="rule">Rule for counts that are too small.</param>
internal sealed class SuppressionProof(List<CountCell> cells, BigInteger[] values, SuppressionMoves moves, SuppressionRule rule)
{
    // How many moves are made for one table. Most take one or two.
    private const int MaxSteps = 64;

    // Smaller counts than this one do not move for another.
    private int minMoving;

    /// <summary>Finds the tables; null where none are found in so many steps.</summary>
    /// <param name="cell">The hidden count.</param>
    /// <param name="mayMoveZeroOrOne">Whether other counts of zero or one may move for a small one after all: where nothing is left to hide.</param>
    public (BigInteger[] Low, BigInteger[] High)? Find(int cell, bool mayMoveZeroOrOne = false)
    {
        var (value, limit, width) = (values[cell], GetLimit(cell), Math.Max(rule.Width, cells[cell].Width));
        var isSmall = value < limit;
        minMoving = mayMoveZeroOrOne || !isSmall ? 0 : 2;
        var max = cells[cell].Max is { } known ? BigInteger.Max(known, value) : (BigInteger?)null;
        var low = Reach(cell, -1, isSmall ? value : BigInteger.Min(value, width));
        if (isSmall && low[cell] > 0)
        {
            return null;
        }

        var wanted = CapAt(BigInteger.Max(low[cell] + width, isSmall ? limit - 1 : 0), max);
        var high = Reach(cell, 1, wanted - value);
        return high[cell] >= wanted ? (low, high) : null;
    }

    // What was promised of a count before still holds.
    private int GetLimit(int cell) => Math.Max(rule.Limit, cells[cell].Limit);

    private static BigInteger CapAt(BigInteger number, BigInteger? max) => max is { } bound ? BigInteger.Min(number, bound) : number;

    // The table in which the count has gone as far in one direction as asked for, or as the moves let it.
    private BigInteger[] Reach(int cell, int direction, BigInteger need)
    {
        var table = (BigInteger[])values.Clone();
        var goal = values[cell] + (direction * need);
        var usable = moves.FindMoves(cell).Where(move => IsUsable(move, cell)).Take(MaxSteps).ToList();
        for (var step = 0; step < MaxSteps && table[cell] != goal && (direction * (goal - table[cell])) > 0; step++)
        {
            if (!usable.Exists(move => Advance(table, move, cell, goal - table[cell]))
                && !usable.Exists(move => Relieve(table, move, cell, goal - table[cell])))
            {
                break;
            }
        }

        return table;
    }

    private bool IsUsable(Dictionary<int, BigInteger> move, int cell) => values[cell] >= GetLimit(cell)
        || (BigInteger.Abs(move[cell]).IsOne && move.Keys.All(other => other == cell || MayMove(other)));

    // In an area without a figure there is no one to protect.
    private bool MayMove(int other) => values[other] >= minMoving || cells[other].IsAbsent;

    private bool Advance(BigInteger[] table, Dictionary<int, BigInteger> move, int cell, BigInteger distance)
    {
        var sign = distance.Sign * move[cell].Sign;
        var size = BigInteger.Abs(move[cell]);
        var times = (BigInteger.Abs(distance) + size - 1) / size;
        foreach (var (other, by) in move)
        {
            times = BigInteger.Min(times, GetRoom(table, other, sign * by.Sign, cell, times * BigInteger.Abs(by)) / BigInteger.Abs(by));
        }

        foreach (var (other, by) in move)
        {
            table[other] += sign * times * by;
        }

        return times > 0;
    }

    // How far a count can go in a direction, if not further than asked for.
    private BigInteger GetRoom(BigInteger[] table, int other, int direction, int cell, BigInteger asked)
    {
        if (direction < 0)
        {
            return table[other];
        }

        var max = other == cell ? cells[other].Max : cells[other].IsPart ? (long)values[other] * 2 : null;
        return max is { } bound ? BigInteger.Max(0, bound - table[other]) : asked;
    }

    // Where a count in the way has no room left, another move gives it some.
    private bool Relieve(BigInteger[] table, Dictionary<int, BigInteger> move, int cell, BigInteger distance)
    {
        var sign = distance.Sign * move[cell].Sign;
        foreach (var (other, by) in move.OrderBy(term => term.Key))
        {
            var size = BigInteger.Abs(by);
            if (other == cell || GetRoom(table, other, sign * by.Sign, cell, size) >= size)
            {
                continue;
            }

            var asked = -sign * by * BigInteger.Abs(distance);
            if (moves.FindMoves(other).Take(MaxSteps).Where(relief => !relief.ContainsKey(cell) && relief.Keys.All(MayMove))
                .Any(relief => Advance(table, relief, other, asked)))
            {
                return true;
            }
        }

        return false;
    }
}
