using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>Areas for the register: <c>code;name;boundary_year</c>.</summary>
internal sealed class AreaFormat() : CsvRecordFormat(RecordKind.Areas)
{
    private static readonly IReadOnlyList<string> Columns = RecordColumnNames.For(RecordKind.Areas);

    protected override bool RegistersAreas => true;

    protected override DependencyRank Rank => DependencyRank.Areas;

    public override IReadOnlyList<string> GetColumns(DatasetDefinition definition) => Columns;

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        contents.Count(rows: 1, values: 0);
        contents.AddMunicipality(((AreaItem)item).Area.Code);
    }

    private protected override IEnumerable<DatasetItem> ReadRows(RecordFile file)
    {
        var (fields, places) = (file.Fields, file.Places);
        var keys = new UniqueKeys<AreaPeriod>(Columns[0], file.Log);
        var others = new ListedAreaCheck(file, places[0], places[2]);
        file.Rows.SkipLargerAreas(places[0]);
        while (file.Rows.Read())
        {
            var code = fields.ReadArea(places[0]);
            var name = fields.ReadAreaName(places[1]);
            var year = fields.ReadYear(places[2]);
            if (code is { } area && name is not null && year is { } y && others.Check(area, y) && keys.Add(new(area, y), file.Line))
            {
                yield return new AreaItem(new Area(area, name, y.Year));
            }
        }
    }
}
