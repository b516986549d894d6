using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Columns that wide and long files of figures have in common.</summary>
internal static class FigureColumns
{
    /// <summary>Reads the header, or null where the file cannot be read on.</summary>
    public static FileColumns? Read(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
    {
        if (rows.ReadHeader(DeclaredColumns.From(definition)) is not { } columns)
        {
            return null;
        }

        if (definition.IsAboutOneYear && definition.FilePart is { } part)
        {
            log.Add(PeriodProblems.PartOfYear(part.Text, part.Month?.Year));
            return null;
        }

        if (definition.IsAboutOneYear && definition.FilePeriod is null)
        {
            log.Add(PeriodProblems.NoFilePeriod(definition));
            return null;
        }

        if (definition.IsAboutOneYear && definition.Forecast is { } words)
        {
            log.Add(PeriodProblems.ForecastToConfirm(words, definition.FilePeriod!.Value.Year));
        }

        return columns;
    }

    /// <summary>Gets the column with the codes of areas.</summary>
    public static int RequireArea(DatasetDefinition definition, FileColumns columns) =>
        columns.Require([definition.Columns!.Area, .. definition.Columns.AreaAliases ?? []]);

    /// <summary>Whether all required columns are there; then rows are read as the definition says of its areas.</summary>
    public static bool AreComplete(DatasetDefinition definition, FileColumns columns, CsvRowReader rows, int areaColumn)
    {
        if (!columns.AreComplete())
        {
            return false;
        }

        rows.SkipLargerAreas(areaColumn);
        if (definition.Columns!.AreaPrefix is { } prefix)
        {
            rows.SetAreaPrefix(areaColumn, prefix);
        }

        return true;
    }
}
