using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Readers.GeoJson;
using Wijkmonitor.Indicators.Datasets.Sources.Csv;
using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>Shapes of areas as GeoJSON.</summary>
internal sealed class BoundaryFormat() : RecordFormat(DatasetFormat.Boundaries)
{
    protected override DependencyRank Rank => DependencyRank.AreaRelations;

    public override bool IsJson => true;

    private protected override IEnumerable<DatasetItem> ReadItems(
        DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log) =>
        BoundaryReader.Read(definition, (TextFile)file, log);

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        var boundary = ((BoundaryItem)item).Boundary;
        contents.Count(rows: 1, values: 1);
        contents.AddMunicipality(boundary.Area);
        contents.Areas.Add(boundary.Area, boundary.BoundaryYear, boundary.Line, contents.AreaColumn);
    }
}
