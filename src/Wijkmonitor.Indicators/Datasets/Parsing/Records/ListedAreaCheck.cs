using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>Check of a list of areas for columns with smaller areas, or with another year of boundaries.</summary>
/// <remarks>A list of neighbourhoods can name the municipality of each: then it is none of municipalities. Each column is reported once.</remarks>
internal sealed class ListedAreaCheck(RecordFile file, int areaColumn, int yearColumn)
{
    private readonly List<int> others = [.. Enumerable.Range(0, file.Rows.Header.Count).Where(column => column != areaColumn && column != yearColumn)];

    /// <summary>Checks the current row.</summary>
    /// <param name="area">The area that it is about.</param>
    /// <param name="year">The year of its boundaries.</param>
    public bool Check(AreaCode area, Period year)
    {
        for (var i = others.Count - 1; i >= 0; i--)
        {
            var (column, text) = (others[i], file.Rows[others[i]]);
            var name = file.Rows.GetName(column);
            var problem = AreaNaming.FindCode(AreaNaming.FindLevel(name), text) is { } code && AreaNaming.IsWithin(code, area)
                ? AreaProblems.SmallerArea(file.Line, file.Rows.GetName(areaColumn), area, name, code)
                : PeriodColumnNames.FindYearBeforeArea(text) is { } said && said.Year != year.Year
                    ? PeriodProblems.TwoInFile(file.Line, [name, file.Rows.GetName(yearColumn)], [.. new[] { said, year }.Order()])
                : null;
            if (problem is not null)
            {
                file.Log.Add(problem);
                others.RemoveAt(i);
                return false;
            }
        }

        return true;
    }
}
