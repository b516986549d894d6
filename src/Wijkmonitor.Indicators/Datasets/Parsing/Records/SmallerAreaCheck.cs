using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>Check of rows of figures for columns with smaller areas, which the figures may be about.</summary>
/// <remarks>A column in which a number was seen holds figures, and is not inspected any more. Each column is reported once.</remarks>
/// <param name="rows">The rows.</param>
/// <param name="areaColumn">The column with the area that is read.</param>
/// <param name="undeclared">The columns that the definition does not name.</param>
/// <param name="log">Log for the problems.</param>
internal sealed class SmallerAreaCheck(CsvRowReader rows, int areaColumn, IEnumerable<int> undeclared, ProblemLog log)
{
    private readonly List<(int Place, string Name, AreaLevel? Level)> columns =
        [.. undeclared.Select(place => (place, rows.GetName(place), AreaNaming.FindLevelOfCodes(rows.GetName(place))))];
    private readonly HashSet<int> reported = [];

    /// <summary>Checks the current row.</summary>
    /// <param name="area">The area that would be read.</param>
    public bool Check(AreaCode area)
    {
        var isRight = true;
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            var (column, name, level) = columns[i];
            var text = rows[column];
            if (level is null && IsNumber(text))
            {
                columns.RemoveAt(i);
            }
            else if (AreaNaming.FindCode(level, text) is { } code && AreaNaming.IsWithin(code, area))
            {
                isRight = false;
                if (reported.Add(column))
                {
                    log.Add(AreaProblems.SmallerArea(rows.Line, rows.GetName(areaColumn), area, name, code, isOfFigures: true));
                }
            }
        }

        return isRight;
    }

    private static bool IsNumber(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length > 0 && char.IsAsciiDigit(trimmed[^1]) && !char.IsAsciiLetter(trimmed[0]);
    }
}
