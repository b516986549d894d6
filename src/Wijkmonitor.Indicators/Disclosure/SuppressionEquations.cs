namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>A total of a table, its cells by number.</summary>
/// <param name="Total">The total.</param>
/// <param name="Parts">Parts of the sum.</param>
internal sealed record SuppressionEquation(int Total, int[] Parts)
{
    /// <summary>The parts and the total.</summary>
    public int[] Cells { get; } = [.. Parts, Total];
}

/// <summary>The sums of a table as linear equations in the counts that are hidden.</summary>
internal static class SuppressionEquations
{
    // Coefficients start as 0, 1 and -1, so that what is smaller than this after elimination is a zero.
    private const double ZeroTolerance = 1e-9;

    /// <summary>Finds the hidden counts that follow from those shown.</summary>
    /// <remarks>After elimination (Gauss-Jordan) a row with one unknown gives it, and an unknown that follows at all has such a row.</remarks>
    public static List<int> FindDetermined(bool[] hidden, IReadOnlyList<SuppressionEquation> sums)
    {
        var indexes = new int[hidden.Length];
        List<int> unknowns = [];
        for (var cell = 0; cell < hidden.Length; cell++)
        {
            indexes[cell] = hidden[cell] ? unknowns.Count : -1;
            if (hidden[cell])
            {
                unknowns.Add(cell);
            }
        }

        List<double[]> rows = [];
        foreach (var sum in sums.Where(sum => Array.Exists(sum.Cells, cell => hidden[cell])))
        {
            var row = new double[unknowns.Count];
            foreach (var part in sum.Parts.Where(part => hidden[part]))
            {
                row[indexes[part]] += 1;
            }

            if (hidden[sum.Total])
            {
                row[indexes[sum.Total]] -= 1;
            }

            if (Array.Exists(row, coefficient => coefficient != 0))
            {
                rows.Add(row);
            }
        }

        Eliminate(rows, unknowns.Count);
        return [.. rows.Select(FindOnlyUnknown).Where(found => found >= 0).Select(found => unknowns[found]).Order()];
    }

    private static void Eliminate(List<double[]> rows, int unknowns)
    {
        var done = 0;
        for (var column = 0; column < unknowns && done < rows.Count; column++)
        {
            var pivot = FindPivot(rows, done, column);
            if (Math.Abs(rows[pivot][column]) < ZeroTolerance)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            Scale(rows[done], rows[done][column]);
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != done && Math.Abs(rows[other][column]) >= ZeroTolerance)
                {
                    Subtract(rows[other], rows[done], rows[other][column]);
                }
            }

            done++;
        }
    }

    // The first row with the largest coefficient.
    private static int FindPivot(List<double[]> rows, int from, int column)
    {
        var best = from;
        for (var row = from + 1; row < rows.Count; row++)
        {
            if (Math.Abs(rows[row][column]) > Math.Abs(rows[best][column]))
            {
                best = row;
            }
        }

        return best;
    }

    private static void Scale(double[] row, double by)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] /= by;
        }
    }

    private static void Subtract(double[] row, double[] row2, double times)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] -= times * row2[i];
        }
    }

    // The place of the only unknown of a row; -1 where it has none or several.
    private static int FindOnlyUnknown(double[] row)
    {
        var found = -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (Math.Abs(row[i]) < ZeroTolerance)
            {
                continue;
            }

            if (found >= 0)
            {
                return -1;
            }

            found = i;
        }

        return found;
    }
}
