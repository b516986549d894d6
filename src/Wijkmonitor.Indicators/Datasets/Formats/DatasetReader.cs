using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Formats;

/// <summary>Reader of a file by the definition of its dataset.</summary>
public static class DatasetReader
{
    /// <summary>
    /// Reads a file row by row, so that memory does not grow with it. What is wrong goes to the log, and what it concerns is not
    /// given; only when the log has no errors at the end may what was given be kept.
    /// </summary>
    /// <param name="definition">The definition of a dataset, as it holds for this file (<see cref="DatasetDefinition.ForFile"/>).</param>
    /// <param name="catalogue">The catalogue that holds the dataset's indicators.</param>
    /// <param name="content">The file, from its start.</param>
    /// <param name="log">Log for the problems.</param>
    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log)
    {
        using var opened = Open(definition, content, log);
        if (opened is null)
        {
            yield break;
        }

        var errors = log.Errors;
        var found = FindLayout(definition, opened, log);
        if (log.Errors > errors)
        {
            yield break;
        }

        var format = RecordFormats.For(found);
        var file = found.IsWide ? LayoutFinder.Transpose(found, opened, format.GetDeclaredColumns(found)!, log) ?? opened : opened;
        foreach (var item in format.Read(found, catalogue, file, log))
        {
            yield return item;
        }
    }

    /// <summary>Finds the definition with the layout of a file, by its content. Returns it unchanged where the file cannot be opened.</summary>
    /// <param name="definition">The definition of a dataset, as it holds for a file of this name (<see cref="DatasetDefinition.ForFile"/>).</param>
    /// <param name="content">The file, from its start.</param>
    public static DatasetDefinition FindLayout(DatasetDefinition definition, Stream content)
    {
        var log = new ProblemLog();
        using var file = Open(definition, content, log);
        return file is null ? definition : FindLayout(definition, file, log);
    }

    private static OpenedFile? Open(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        var sheets = (definition.Layouts ?? []).Select(layout => layout.Sheet).Append(definition.Sheet).OfType<string>();
        return FileOpener.Open(content, RecordFormats.For(definition).IsJson, [.. sheets], log);
    }

    private static DatasetDefinition FindLayout(DatasetDefinition definition, OpenedFile file, ProblemLog log) =>
        RecordFormats.For(definition).IsJson
            ? file.EntryName is { } entry ? definition.ForEntry(entry) : definition
            : LayoutFinder.Find(definition, file, candidate => RecordFormats.For(candidate).GetDeclaredColumns(candidate)!, log);
}
