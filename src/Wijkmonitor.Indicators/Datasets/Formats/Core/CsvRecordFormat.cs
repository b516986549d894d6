using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Formats.Core;

/// <summary>Rows of a CSV file whose columns follow from the kind of their records.</summary>
/// <param name="kind">Kind of the rows.</param>
public abstract class CsvRecordFormat(RecordKind kind) : RecordFormat(DatasetFormat.Records, kind)
{
    /// <summary>Gets the columns that a file must have.</summary>
    /// <param name="definition">A dataset of this format.</param>
    public abstract IReadOnlyList<string> GetColumns(DatasetDefinition definition);

    /// <inheritdoc/>
    internal sealed override DeclaredColumns GetDeclaredColumns(DatasetDefinition definition) =>
        RecordHeader.GetDeclaredColumns(definition, GetColumns(definition));

    /// <inheritdoc/>
    private protected sealed override IEnumerable<DatasetItem> ReadItems(
        DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log)
    {
        using var rows = new CsvRowReader(definition, file, log);
        if (RecordHeader.Read(definition, GetColumns(definition), rows, log) is not { } places)
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
