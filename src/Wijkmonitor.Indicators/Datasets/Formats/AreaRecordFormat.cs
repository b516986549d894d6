using System.Globalization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reads what was noted about areas: <c>area;reference;date</c> and the fields that the definition names.</summary>
internal sealed class NotedRecordReader
{
    private static readonly Dictionary<string, string> YesNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = "true",
        ["yes"] = "true",
        ["true"] = "true",
        ["nee"] = "false",
        ["no"] = "false",
        ["false"] = "false",
    };

    private readonly DatasetDefinition definition;
    private readonly IndicatorCatalogue catalogue;
    private readonly ProblemLog log;
    private readonly CsvRows rows;
    private readonly FieldReader fields;

    private NotedRecordReader(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRows rows, ProblemLog log)
    {
        this.definition = definition;
        this.catalogue = catalogue;
        this.rows = rows;
        this.log = log;
        fields = new FieldReader(definition, rows, log);
    }

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        if (rows.ReadHeader([.. AreaRecordColumns.Fixed, .. definition.Fields!.Select(field => field.Name)]) is not { } places)
        {
            yield break;
        }

        var reader = new NotedRecordReader(definition, catalogue, rows, log);
        var keys = new UniqueKeys<string>(AreaRecordColumns.Fixed[1], log);
        List<LimitCheck> limits = [.. (definition.Limits ?? []).Select(limit => new LimitCheck(limit, log))];
        while (rows.Read())
        {
            if (reader.Record(places) is { } record && keys.Add($"{record.Area.Municipality} {record.Reference}", rows.Line) && limits.TrueForAll(limit => limit.Add(record)))
            {
                yield return new NotedRecord(record);
            }
        }
    }

    private AreaRecord? Record(int[] places)
    {
        var errors = log.Errors;
        var area = fields.Area(places[0]);
        var reference = fields.Reference(places[1]);
        var date = fields.DateOfPeriod(places[2]);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Fields!.Count; i++)
        {
            var (field, place) = (definition.Fields[i], places[AreaRecordColumns.Fixed.Count + i]);
            if (Value(field, place) is { } value)
            {
                values.Add(field.Name, value);
            }
        }

        return area is { } about && reference is not null && date is { } day && log.Errors == errors
            ? new AreaRecord(definition.Id, about, day, reference, values, new SourceLine("", rows.Line))
            : null;
    }

    private string? Value(RecordField field, int place)
    {
        var text = rows[place].Trim(' ');
        if (text.Length == 0)
        {
            if (field.Required)
            {
                log.Add(RowProblems.ValueMissing(rows.Line, field.Name));
            }

            return null;
        }

        return field.Type switch
        {
            RecordFieldType.Choice => field.Values!.Contains(text, StringComparer.Ordinal) ? text : Refuse(RowProblems.ChoiceInvalid(rows.Line, field.Name, text, field.Values!)),
            RecordFieldType.YesNo => YesNo.TryGetValue(text, out var answer) ? answer : Refuse(RowProblems.ChoiceInvalid(rows.Line, field.Name, text, ["ja", "nee"])),
            RecordFieldType.Indicator => catalogue.Find(text) is not null ? text : Refuse(RowProblems.IndicatorNotInCatalogue(rows.Line, field.Name, text)),
            RecordFieldType.Number => Number(field, place),
            RecordFieldType.Date => fields.Date(place)?.ToString("O", CultureInfo.InvariantCulture),
            RecordFieldType.Area => fields.Area(place)?.Value,
            _ => fields.Text(place, field.MaxLength ?? RecordField.UsualLength),
        };
    }

    // Noughts at the end say nothing; with them gone, a number is written in one way.
    private string? Number(RecordField field, int place)
    {
        if (fields.Number(place) is not { } number)
        {
            return null;
        }

        var range = new ValueRange(field.Min, field.Max);
        return range.Holds(number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : Refuse(RowProblems.ValueOutOfRange(rows.Line, field.Name, rows[place], range));
    }

    private string? Refuse(RowProblem problem)
    {
        log.Add(problem);
        return null;
    }
}
