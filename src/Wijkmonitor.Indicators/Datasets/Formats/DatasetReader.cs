using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

namespace Wijkmonitor.Indicators.Datasets.Readers;

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
    /// <exception cref="ArgumentException">The dataset consists of contracts.</exception>
    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log) =>
        definition.Format switch
        {
            DatasetFormat.StatLine or DatasetFormat.Wide => WideReader.Read(definition, catalogue, content, log),
            DatasetFormat.Long => LongReader.Read(definition, catalogue, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.Areas => AreaRecordReader.Read(definition, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.Decisions => DecisionRecordReader.Read(definition, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.Annotations => AnnotationRecordReader.Read(definition, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.AreaRecords => NotedRecordReader.Read(definition, catalogue, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.Crosswalks => CrosswalkRecordReader.Read(definition, content, log),
            DatasetFormat.Records when definition.Records == RecordKind.CustomAreas => CustomAreaRecordReader.Read(definition, content, log),
            DatasetFormat.Records => EntryRecordReader.Read(definition, content, log),
            DatasetFormat.Boundaries => BoundaryReader.Read(definition, content, log),
            _ => throw new ArgumentException($"Dataset '{definition.Id}' consists of contracts.", nameof(definition)),
        };
}
