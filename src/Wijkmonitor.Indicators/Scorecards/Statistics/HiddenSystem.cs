namespace Wijkmonitor.Indicators.Scorecards.Statistics;

/// <summary>The sums of a table as linear equations in the counts that are hidden.</summary>
internal static class HiddenSystem
{
    // Coefficients start as 0, 1 and -1, so that what is smaller than this after elimination is a nought.
    private const double Nought = 1e-9;

    /// <summary>
    /// The hidden counts that follow from those shown. After elimination (Gauss-Jordan) a row with one unknown gives it, and an unknown
    /// that follows at all has such a row.
    /// </summary>
    public static IReadOnlyList<string> Determined(IReadOnlyCollection<string> hidden, IReadOnlyList<CellSum> sums)
    {
        List<string> unknowns = [.. hidden];
        var places = unknowns.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i, StringComparer.Ordinal);
        List<double[]> rows = [];
        foreach (var sum in sums)
        {
            var row = new double[unknowns.Count];
            foreach (var part in sum.Parts.Where(places.ContainsKey))
            {
                row[places[part]] += 1;
            }

            if (places.TryGetValue(sum.Total, out var total))
            {
                row[total] -= 1;
            }

            if (Array.Exists(row, coefficient => coefficient != 0))
            {
                rows.Add(row);
            }
        }

        Eliminate(rows, unknowns.Count);
        return [.. rows.Select(Unknowns).Where(found => found.Count == 1).Select(found => unknowns[found[0]]).Order(StringComparer.Ordinal)];
    }

    private static void Eliminate(List<double[]> rows, int unknowns)
    {
        var done = 0;
        for (var column = 0; column < unknowns && done < rows.Count; column++)
        {
            var pivot = Enumerable.Range(done, rows.Count - done).MaxBy(r => Math.Abs(rows[r][column]));
            if (Math.Abs(rows[pivot][column]) < Nought)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            Scale(rows[done], rows[done][column]);
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != done && Math.Abs(rows[other][column]) >= Nought)
                {
                    Subtract(rows[other], rows[done], rows[other][column]);
                }
            }

            done++;
        }
    }

    private static void Scale(double[] row, double by)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] /= by;
        }
    }

    private static void Subtract(double[] row, double[] what, double times)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] -= times * what[i];
        }
    }

    private static List<int> Unknowns(double[] row) => [.. Enumerable.Range(0, row.Length).Where(i => Math.Abs(row[i]) >= Nought)];
}
