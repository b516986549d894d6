using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>An empty file of a dataset: a CSV with its columns, to fill in.</summary>
public static class DatasetTemplate
{
    /// <summary>Whether a dataset has a template.</summary>
    /// <remarks>
    /// It has none where the names of its columns change with each year, where a file is a document, and where a spreadsheet could run the name of a
    /// column as a formula: with an apostrophe in front it would not be read.
    /// </remarks>
    public static bool IsAvailable(DatasetDefinition definition) =>
        definition.Delimiter is not null && DatasetColumn.GetAll(definition) is { Count: > 0 } columns
            && !columns.Any(column => column.IsPattern || SpreadsheetCsv.IsFormula(column.Name));

    /// <summary>Creates the file, as the dataset's files are written: its own delimiter and encoding, and names as they are.</summary>
    public static byte[] Create(DatasetDefinition definition)
    {
        using var csv = new SpreadsheetCsv(definition.Delimiter!.Value, FileEncodings.Get(definition.Encoding));

        // Rows with nothing in such a column would be taken for rows about another group.
        csv.WriteTexts([.. DatasetColumn.GetAll(definition).Select(column => column.Name).Where(name => !definition.IsOptionalDimension(name))]);
        csv.EndRow();
        return csv.ToArray();
    }
}
