using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>An empty file of a dataset: a CSV with its columns, to fill in.</summary>
public static class DatasetTemplate
{
    /// <summary>Whether a dataset has one. Where the names of its columns change with each year, or a file is a document, it has none.</summary>
    public static bool IsAvailable(DatasetDefinition definition) =>
        definition.Delimiter is not null && DatasetColumn.GetAll(definition) is { Count: > 0 } columns && !columns.Any(column => column.IsPattern);

    /// <summary>Creates the file, as the dataset's files are written: its own delimiter and encoding, and names as they are.</summary>
    public static byte[] Create(DatasetDefinition definition)
    {
        var delimiter = definition.Delimiter!.Value;
        var header = string.Join(delimiter, DatasetColumn.GetAll(definition).Select(column => Quote(column.Name, delimiter))) + "\r\n";
        return definition.Encoding == FileEncoding.Windows1252
            ? Encoding.Latin1.GetBytes(header)
            : [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(header)];
    }

    private static string Quote(string name, char delimiter) =>
        name.Contains(delimiter, StringComparison.Ordinal) || name.Contains('"', StringComparison.Ordinal)
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}
