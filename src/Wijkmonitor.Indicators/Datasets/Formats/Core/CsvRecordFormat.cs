using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Formats.Core;

/// <summary>Records as the rows of a CSV file whose columns follow from their kind.</summary>
/// <param name="kind">What a row is.</param>
public abstract class CsvRecordFormat(RecordKind kind) : RecordFormat(DatasetFormat.Records, kind)
{
    /// <summary>Gets the columns that a file must have.</summary>
    /// <param name="definition">A dataset of this format.</param>
    public abstract IReadOnlyList<string> GetColumns(DatasetDefinition definition);

    /// <inheritdoc/>
    protected sealed override IEnumerable<DatasetItem> ReadItems(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log)
    {
        using var rows = new CsvRowReader(definition, content, log);
        if (rows.ReadHeader(GetColumns(definition)) is not { } places)
        {
            yield break;
        }

        foreach (var item in ReadRows(new RecordFile(definition, catalogue, rows, places, log)))
        {
            yield return item;
        }
    }

    /// <summary>Reads the rows below the header.</summary>
    private protected abstract IEnumerable<DatasetItem> ReadRows(RecordFile file);
}
