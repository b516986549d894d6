using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Formats;

/// <summary>Values of indicators, in a wide or a long file.</summary>
/// <param name="layout">Layout of its files.</param>
/// <param name="read">Reads such a file.</param>
internal sealed class FigureFormat(DatasetFormat layout, Func<DatasetDefinition, IndicatorCatalogue, OpenedFile, ProblemLog, IEnumerable<DatasetItem>> read)
    : RecordFormat(layout)
{
    public override bool HasFigures => true;

    protected override DependencyRank Rank => DependencyRank.Figures;

    internal override DeclaredColumns GetDeclaredColumns(DatasetDefinition definition) => DeclaredColumns.From(definition);

    private protected override IEnumerable<DatasetItem> ReadItems(
        DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log) =>
        definition.Completeness is { } expected ? CheckAll(read(definition, catalogue, file, log), new CompletenessCheck(expected), log)
        : read(definition, catalogue, file, log);

    private static IEnumerable<DatasetItem> CheckAll(IEnumerable<DatasetItem> items, CompletenessCheck check, ProblemLog log)
    {
        foreach (var item in items)
        {
            if (item is AreaObservations row)
            {
                check.Add(row);
            }

            yield return item;
        }

        check.Report(log);
    }

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        if (item is AreaItem registered)
        {
            contents.AddMunicipality(registered.Area.Code);
            return;
        }

        var row = (AreaObservations)item;
        contents.Count(rows: 1, row.Values.Count);
        contents.AddPeriod(row.Period);
        contents.AddMunicipality(row.Area);
        if (!definition.RegistersAreas)
        {
            contents.Areas.Add(row.Area, row.BoundaryYear, row.Values[0].Line, contents.AreaColumn);
        }
    }
}
