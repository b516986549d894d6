using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reads outside events beside the series of a social mortgage: <c>contract;reference;date;indicator;text;by_role</c>.</summary>
internal static class AnnotationRecordReader
{
    private static readonly string[] Columns = ["contract", "reference", "date", "indicator", "text", "by_role"];

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        if (rows.ReadHeader(Columns) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<string>("reference", log);
        while (rows.Read())
        {
            var contract = fields.KeyText(places[0]);
            var reference = fields.KeyText(places[1]);
            var date = fields.Date(places[2]);
            var (indicator, text, role) = (fields.Text(places[3]), fields.Text(places[4]), fields.Text(places[5]));
            if (contract is not null && reference is not null && date is { } day && indicator is not null && text is not null && role is not null
                && keys.Add($"{contract} {reference}", rows.Line))
            {
                yield return new NotedAnnotation(new SeriesAnnotation(contract, reference, day, indicator, text, role, new SourceLine("", rows.Line)));
            }
        }
    }
}
