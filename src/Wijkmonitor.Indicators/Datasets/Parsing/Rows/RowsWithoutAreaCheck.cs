using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of the share of rows of a file that are about no area.</summary>
/// <param name="declared">Declaration of the dataset; null where each row has an area.</param>
internal sealed class RowsWithoutAreaCheck(RowsWithoutArea? declared)
{
    private int count;
    private int firstLine;

    /// <summary>Gets or sets how many rows have an area.</summary>
    public int Rows { get; set; }

    /// <summary>Counts a row that is about no area.</summary>
    /// <returns>Whether it is.</returns>
    public bool TryCount(string code, int line)
    {
        if (declared is null || !declared.Codes.Contains(WhiteSpace.Trim(code), StringComparer.Ordinal))
        {
            return false;
        }

        firstLine = count == 0 ? line : firstLine;
        count++;
        return true;
    }

    /// <summary>Reports too many of them, once the file was read.</summary>
    public void Report(int areaColumn, CsvRowReader rows, ProblemLog log)
    {
        if (declared is not null && count > declared.MaxShare * (count + Rows))
        {
            log.Add(AreaProblems.TooManyRowsWithoutArea(firstLine, rows.GetName(areaColumn), count, count + Rows, declared.MaxShare));
        }
    }
}
