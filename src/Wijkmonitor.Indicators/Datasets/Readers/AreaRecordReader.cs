using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reads areas for the register: <c>code;name;boundary_year</c>.</summary>
internal static class AreaRecordReader
{
    private static readonly string[] Columns = ["code", "name", "boundary_year"];

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        if (rows.ReadHeader(Columns) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<AreaPeriod>(Columns[0], log);
        while (rows.Read())
        {
            var code = fields.Area(places[0]);
            var name = fields.AreaName(places[1]);
            var year = fields.Year(places[2]);
            if (code is { } area && name is not null && year is { } y && keys.Add(new(area, y), rows.Line))
            {
                yield return new RegisteredArea(new Area(area, name, y.Year));
            }
        }
    }
}
