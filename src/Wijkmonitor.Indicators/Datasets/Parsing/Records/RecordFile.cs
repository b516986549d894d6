using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Records;

/// <summary>A file with records whose header was read.</summary>
/// <param name="definition">Its dataset.</param>
/// <param name="catalogue">The indicators that records may name.</param>
/// <param name="rows">Its rows.</param>
/// <param name="places">The place in the file of each column of the format.</param>
/// <param name="log">Log for the problems.</param>
internal sealed class RecordFile(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, int[] places, ProblemLog log)
{
    /// <summary>Gets its dataset.</summary>
    public DatasetDefinition Definition => definition;

    /// <summary>Gets the indicators that records may name.</summary>
    public IndicatorCatalogue Catalogue => catalogue;

    /// <summary>Gets its rows.</summary>
    public CsvRowReader Rows => rows;

    /// <summary>Gets the place in the file of each column of the format.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>Gets where problems go.</summary>
    public ProblemLog Log => log;

    /// <summary>Gets the fields of the current row.</summary>
    public FieldReader Fields { get; } = new(rows, log);

    /// <summary>Gets the line that the current row starts on.</summary>
    public int Line => rows.Line;
}
