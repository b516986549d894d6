using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Formats;

/// <summary>Reads a file as its dataset's definition says.</summary>
public static class DatasetReader
{
    /// <summary>
    /// Reads a file row by row, so that memory does not grow with it. What is wrong goes to the log, and what it concerns is not
    /// given; only when the log has no errors at the end may what was given be kept.
    /// </summary>
    /// <param name="definition">The definition of a dataset, as it holds for this file (<see cref="DatasetDefinition.ForFile"/>).</param>
    /// <param name="catalogue">The catalogue that holds the dataset's indicators.</param>
    /// <param name="content">The file, from its start.</param>
    /// <param name="log">Where problems go.</param>
    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log) =>
        RecordFormats.For(definition).Read(definition, catalogue, content, log);
}
