using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of two columns of a file that mean the same under different names.</summary>
/// <remarks>The first counts, so that the other may say nothing else.</remarks>
internal sealed class EquivalentColumns(CsvRowReader rows, ProblemLog log)
{
    private readonly List<(int Counted, int Other)> pairs = [];

    /// <summary>Adds two columns that mean the same.</summary>
    /// <param name="counted">The column that is read.</param>
    /// <param name="other">The other one.</param>
    public void Add(int counted, int other) => pairs.Add((counted, other));

    /// <summary>Inspects the current row. Two columns are reported once.</summary>
    public void InspectRow()
    {
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            var (counted, other) = pairs[i];
            if (IsOther(rows[counted].AsSpan().Trim(), rows[other].AsSpan().Trim()))
            {
                log.Add(HeaderProblems.ColumnsDiffer(rows.Line, rows.GetName(counted), rows[counted].Trim(), rows.GetName(other), rows[other].Trim()));
                pairs.RemoveAt(i);
            }
        }
    }

    // An empty field says nothing.
    private static bool IsOther(ReadOnlySpan<char> counted, ReadOnlySpan<char> other) =>
        counted.Length > 0 && other.Length > 0 && !counted.Equals(other, StringComparison.OrdinalIgnoreCase);
}
