using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>Finder of the columns of a kind of records in a file, under the names that the definition gives them.</summary>
internal static class RecordHeader
{
    /// <summary>Gets the columns that files of a dataset are known by.</summary>
    /// <param name="definition">The dataset.</param>
    /// <param name="columns">The columns of the kind of records.</param>
    public static DeclaredColumns GetDeclaredColumns(DatasetDefinition definition, IReadOnlyList<string> columns) =>
        new([.. columns.Select(column => Declare(definition, column)).OfType<DeclaredColumn>()]);

    /// <summary>Reads the header.</summary>
    /// <returns>The place of each column; null where the header has errors: then the rows cannot be read.</returns>
    public static int[]? Read(DatasetDefinition definition, IReadOnlyList<string> columns, CsvRowReader rows, ProblemLog log)
    {
        if (rows.ReadHeader(GetDeclaredColumns(definition, columns)) is not { } found)
        {
            return null;
        }

        var places = new int[columns.Count];
        var said = new List<(string Column, Period Year)>();
        for (var i = 0; i < columns.Count; i++)
        {
            places[i] = Find(Map(definition, columns[i]), columns[i], rows, found, said);
        }

        for (var i = 0; i < columns.Count && said.Count == 0; i++)
        {
            places[i] = places[i] < 0 && Map(definition, columns[i])?.Value == ColumnName.YearMark ? FindPeriod(rows, found) : places[i];
        }

        if (!found.AreComplete() || FindContradiction(definition, said, rows.Line) is { } problem && Refuse(problem, log))
        {
            return null;
        }

        var year = said.Count > 0 ? said[0].Year : definition.FilePeriod;

        for (var i = 0; i < columns.Count; i++)
        {
            if (places[i] < 0 && !AddConstant(Map(definition, columns[i])!, definition, rows, year, log, out places[i]))
            {
                return null;
            }

            if (Map(definition, columns[i])?.Prefix is { } prefix)
            {
                rows.SetAreaPrefix(places[i], prefix);
            }

            rows.SetFactor(places[i], Map(definition, columns[i])?.Factor ?? 1);
        }

        return places;
    }

    private static RecordColumn? Map(DatasetDefinition definition, string column) => definition.RecordColumns?.GetValueOrDefault(column);

    private static DeclaredColumn? Declare(DatasetDefinition definition, string column) => Map(definition, column) switch
    {
        null => new DeclaredColumn([column], IsRequired: true),
        { Names: { Count: > 0 } names } map => new DeclaredColumn(names, map.Value is null),
        _ => null,
    };

    private static int Find(RecordColumn? map, string column, CsvRowReader rows, FileColumns found, List<(string Column, Period Year)> said)
    {
        if (map is null)
        {
            return found.Require(column);
        }

        // The first name that the file has counts; the others are known all the same.
        var first = -1;
        foreach (var name in map.Names ?? [])
        {
            var place = ColumnName.HasYear(name) ? FindWithYear(name, rows, found, said) : found.Find(name);
            first = first < 0 ? place : first;
        }

        if (first < 0 && map.Value is null)
        {
            found.AddMissing(map.Names![0]);
        }

        return first;
    }

    private static int FindWithYear(string name, CsvRowReader rows, FileColumns found, List<(string Column, Period Year)> said)
    {
        var form = ColumnName.GetYearForm(ColumnName.Normalize(name));
        var first = -1;
        foreach (var header in rows.Header)
        {
            var match = form.Match(ColumnName.Normalize(header));
            if (match.Success && Period.TryParseYear(match.Groups["year"].Value, out var period))
            {
                said.Add((header, period));
                var place = found.Find(header);
                first = first < 0 ? place : first;
            }
        }

        return first;
    }

    // What rows say comes before the name of the file, whether the definition names the column or not.
    private static int FindPeriod(CsvRowReader rows, FileColumns found)
    {
        var column = rows.Header.FirstOrDefault(name => PeriodColumnNames.Contains(name))
            ?? rows.Header.FirstOrDefault(PeriodColumnNames.IsYearAndArea);
        return column is null ? -1 : found.Find(column);
    }

    private static RowProblem? FindContradiction(DatasetDefinition definition, List<(string Column, Period Year)> said, int line)
    {
        List<Period> years = [.. said.Select(column => column.Year).Distinct().Order()];
        return years.Count > 1 ? PeriodProblems.TwoInFile(line, [.. said.Select(column => column.Column)], years)
            : years.Count == 1 && definition.Choice is { } chosen && chosen != years[0]
                ? PeriodProblems.RowDiffers(line, said[0].Column, said[0].Column, chosen.Year, isChosen: true)
            : null;
    }

    private static bool Refuse(RowProblem problem, ProblemLog log)
    {
        log.Add(problem);
        return true;
    }

    private static bool AddConstant(RecordColumn map, DatasetDefinition definition, CsvRowReader rows, Period? year, ProblemLog log, out int place)
    {
        place = -1;
        if (map.Value!.Contains(ColumnName.YearMark, StringComparison.Ordinal) && year is null)
        {
            log.Add(PeriodProblems.NoFilePeriod(definition));
            return false;
        }

        place = rows.AddConstant(map.Value.Replace(ColumnName.YearMark, year?.Year.ToString(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal));
        return true;
    }
}
