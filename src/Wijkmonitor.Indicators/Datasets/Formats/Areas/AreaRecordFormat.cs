using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>Records of areas: <c>area;reference;date</c>, as far as fields do not say these, and the fields that the definition names.</summary>
internal sealed class AreaRecordFormat() : CsvRecordFormat(RecordKind.AreaRecords)
{
    private const char KeySeparator = ' ';
    private const string NoValue = "-";

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
        [.. GetFixedColumns(definition), .. definition.Fields!.Select(field => field.Name)];

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
        var keys = new UniqueKeys<string>(file.Definition.KeyFields is { } named ? string.Join('+', named) : AreaRecordColumns.Reference, file.Log);
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

    // Where fields name a record or say its day, files need no columns for that.
    private static IReadOnlyList<string> GetFixedColumns(DatasetDefinition definition) =>
    [
        AreaRecordColumns.Area,
        .. definition.KeyFields is null ? [AreaRecordColumns.Reference] : Array.Empty<string>(),
        .. definition.DateField is null ? [AreaRecordColumns.Date] : Array.Empty<string>(),
    ];

    private static AreaRecord? ReadRecord(RecordFile file)
    {
        var (fields, places, definition) = (file.Fields, file.Places, file.Definition);
        var errors = file.Log.Errors;
        var fixedColumns = GetFixedColumns(definition).Count;
        var area = fields.ReadArea(places[0]);
        var reference = definition.KeyFields is null ? fields.ReadReference(places[1]) : null;
        var date = definition.DateField is null ? fields.ReadDateOfPeriod(places[fixedColumns - 1]) : null;
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Fields!.Count; i++)
        {
            var (field, place) = (definition.Fields[i], places[fixedColumns + i]);
            if (ReadField(file, field, place) is { } value)
            {
                values.Add(field.Name, value);
            }
        }

        if (file.Log.Errors != errors || area is not { } code)
        {
            return null;
        }

        reference ??= string.Join(KeySeparator, definition.KeyFields!.Select(name => values.GetValueOrDefault(name, NoValue)));
        return (date ?? GetDate(values[definition.DateField!])) is { } day
            ? new AreaRecord(definition.Id, code, day, reference, values, new SourceLine("", file.Line))
            : null;
    }

    private static DateOnly GetDate(string text) =>
        Period.TryParse(text, out var period) ? period.End : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

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
            RecordFieldType.Date => (field.Name == file.Definition.DateField ? file.Fields.ReadDateOfPeriod(place) : file.Fields.ReadDate(place))
                ?.ToString("O", CultureInfo.InvariantCulture),
            RecordFieldType.Area => file.Fields.ReadArea(place)?.Value,
            RecordFieldType.Period => ReadPeriod(file, field, text),
            RecordFieldType.Code => KebabCase.IsMatch(text, RecordField.MaxCodeLength)
                ? text
                : Refuse(file, RowProblems.CodeInvalid(file.Line, field.Name, text)),
            _ => file.Fields.ReadText(place, field.MaxLength ?? RecordField.DefaultMaxLength),
        };
    }

    // A month in records about years is refused with its row: nobody said what it is to be taken for.
    private static string? ReadPeriod(RecordFile file, RecordField field, string text)
    {
        if (!Period.TryParse(text, out var period))
        {
            return Refuse(file, PeriodProblems.Invalid(file.Line, field.Name, text, field.AcceptedPeriods));
        }

        return field.AcceptedPeriods.Contains(period.Granularity)
            ? period.ToString()
            : Refuse(file, PeriodProblems.Undeclared(
                field.Name, new UndeclaredPeriods(period.Granularity, file.Line, text, 1), field.AcceptedPeriods, isRefused: true));
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
        yield return (record.Area, AreaRecordColumns.Area);
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
