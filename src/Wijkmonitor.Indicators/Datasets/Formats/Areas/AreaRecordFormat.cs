using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>Records of areas: <c>area;reference;date</c> and the fields that the definition names.</summary>
internal sealed class AreaRecordFormat() : CsvRecordFormat(RecordKind.AreaRecords)
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

    protected override DependencyRank Rank => DependencyRank.Remarks;

    public override IReadOnlyList<string> GetColumns(DatasetDefinition definition) =>
        [.. AreaRecordColumns.Fixed, .. definition.Fields!.Select(field => field.Name)];

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        var record = ((AreaRecordItem)item).Record;
        contents.Count(rows: 1, record.Fields.Count);
        contents.AddMunicipality(record.Area);
        foreach (var (area, column) in GetReferencedAreas(record, definition))
        {
            contents.AddAreaOfAnyYear(area, record.Source.Line, column);
        }
    }

    private protected override IEnumerable<DatasetItem> ReadRows(RecordFile file)
    {
        var keys = new UniqueKeys<string>(AreaRecordColumns.Fixed[1], file.Log);
        file.Rows.SkipLargerAreas(file.Places[0]);
        List<LimitCheck> limits = [.. (file.Definition.Limits ?? []).Select(limit => new LimitCheck(limit, file.Log))];
        while (file.Rows.Read())
        {
            if (ReadRecord(file) is { } record
                && keys.Add($"{record.Area.Municipality} {record.Reference}", file.Line)
                && limits.TrueForAll(limit => limit.Add(record)))
            {
                yield return new AreaRecordItem(record);
            }
        }
    }

    private static AreaRecord? ReadRecord(RecordFile file)
    {
        var (fields, places, definition) = (file.Fields, file.Places, file.Definition);
        var errors = file.Log.Errors;
        var area = fields.ReadArea(places[0]);
        var reference = fields.ReadReference(places[1]);
        var date = fields.ReadDateOfPeriod(places[2]);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Fields!.Count; i++)
        {
            var (field, place) = (definition.Fields[i], places[AreaRecordColumns.Fixed.Count + i]);
            if (ReadField(file, field, place) is { } value)
            {
                values.Add(field.Name, value);
            }
        }

        return area is { } about && reference is not null && date is { } day && file.Log.Errors == errors
            ? new AreaRecord(definition.Id, about, day, reference, values, new SourceLine("", file.Line))
            : null;
    }

    private static string? ReadField(RecordFile file, RecordField field, int place)
    {
        var text = file.Rows[place].Trim(' ');
        if (text.Length == 0)
        {
            if (field.Required)
            {
                file.Log.Add(RowProblems.ValueMissing(file.Line, field.Name));
            }

            return null;
        }

        return field.Type switch
        {
            RecordFieldType.Choice => field.Values!.Contains(text, StringComparer.Ordinal)
                ? text
                : Refuse(file, RowProblems.ChoiceInvalid(file.Line, field.Name, text, field.Values!)),
            RecordFieldType.YesNo => YesNo.TryGetValue(text, out var answer)
                ? answer
                : Refuse(file, RowProblems.ChoiceInvalid(file.Line, field.Name, text, ["ja", "nee"])),
            RecordFieldType.Indicator => file.Catalogue.Find(text) is not null
                ? text
                : Refuse(file, RowProblems.IndicatorNotInCatalogue(file.Line, field.Name, text)),
            RecordFieldType.Number => ReadNumber(file, field, place),
            RecordFieldType.Date => file.Fields.ReadDate(place)?.ToString("O", CultureInfo.InvariantCulture),
            RecordFieldType.Area => file.Fields.ReadArea(place)?.Value,
            _ => file.Fields.ReadText(place, field.MaxLength ?? RecordField.DefaultMaxLength),
        };
    }

    // Without zeros at the end a number is written in one way only.
    private static string? ReadNumber(RecordFile file, RecordField field, int place)
    {
        if (file.Fields.ReadNumber(place) is not { } number)
        {
            return null;
        }

        var range = new ValueLimits(field.Min, field.Max);
        return range.Contains(number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : Refuse(file, RowProblems.ValueOutOfRange(file.Line, field.Name, file.Rows[place], range));
    }

    // The areas that a record names, each with its column; the subject comes first.
    private static IEnumerable<(AreaCode Area, string Column)> GetReferencedAreas(AreaRecord record, DatasetDefinition definition)
    {
        yield return (record.Area, AreaRecordColumns.Fixed[0]);
        foreach (var field in definition.Fields!.Where(field => field.Type == RecordFieldType.Area))
        {
            if (record.Fields.TryGetValue(field.Name, out var code))
            {
                yield return (AreaCode.Parse(code), field.Name);
            }
        }
    }

    private static string? Refuse(RecordFile file, RowProblem problem)
    {
        file.Log.Add(problem);
        return null;
    }
}
