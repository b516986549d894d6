using System.Text.Json;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Reader of the area and the year of its boundaries from the properties of a feature.</summary>
internal sealed class FeatureProperties(DatasetDefinition definition, JsonElement properties, int line, ProblemLog log)
{
    private const int MaxTextLength = 200;
    private const int DigitsOfYear = 4;

    private DatasetColumns Columns => definition.Columns!;

    private IEnumerable<string> AreaNames => (Columns.AreaAliases ?? []).Prepend(Columns.Area);

    /// <summary>Whether the feature is an area larger than a municipality.</summary>
    public bool IsLargerArea() => FindWithArea().Any(property => property.Value.ValueKind == JsonValueKind.String
        && (SupraMunicipalCodes.IsCode(property.Value.GetString()!) || definition.SkipsArea(property.Value.GetString()!)));

    /// <summary>Reads the area's code; what is wrong with it goes to the log.</summary>
    /// <remarks>A shape can also name the larger areas that it is in: of several codes that of the smallest area counts.</remarks>
    public AreaCode? ReadArea()
    {
        var declared = FindWithArea();
        if (declared.Count == 0)
        {
            log.Add(AreaProblems.PropertyMissing(line, [.. AreaNames], [.. properties.EnumerateObject().Select(property => property.Name)]));
            return null;
        }

        var chosen = declared[0];
        if (!TryReadCode(chosen.Value, out var area))
        {
            log.Tally.AreaColumn ??= chosen.Name;
            log.Add(RowProblems.AreaCodeInvalid(line, chosen.Name, ToText(chosen.Value)));
            return null;
        }

        foreach (var other in declared)
        {
            if (!TryReadCode(other.Value, out var code) && !IsBlank(other.Value) && AreaNaming.FindLevel(other.Name) > area.Level)
            {
                log.Add(RowProblems.AreaCodeInvalid(line, other.Name, ToText(other.Value)));
                return null;
            }

            (chosen, area) = AreaNaming.IsWithin(code, area) ? (other, code) : (chosen, area);
        }

        log.Tally.AreaColumn ??= chosen.Name;
        if (FindSmaller(area) is not var (name, smaller))
        {
            return area;
        }

        log.Add(AreaProblems.SmallerArea(line, chosen.Name, area, name, smaller));
        return null;
    }

    // In the order in which they are declared.
    private List<JsonProperty> FindWithArea() =>
        [.. AreaNames.SelectMany(name => properties.EnumerateObject().Where(property => AreaNaming.IsSame(name, property.Name)))];

    private (string Name, AreaCode Code)? FindSmaller(AreaCode area)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && AreaCode.TryParse(property.Value.GetString(), out var code)
                && AreaNaming.IsWithin(code, area))
            {
                return (property.Name, code);
            }
        }

        return null;
    }

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    /// <summary>Reads the year of the boundaries: what the feature says comes before the file's name.</summary>
    public Period? ReadYear(AreaCode? area)
    {
        var said = new List<(string Name, Period Year)>();
        foreach (var property in properties.EnumerateObject().Where(property => HasYear(property.Name, property.Value)))
        {
            var isTogether = AreaNaming.IsSame(property.Name, Columns.YearAndArea);
            if ((isTogether ? FindYearBefore(ToText(property.Value), area) : ParseYear(ToText(property.Value))) is not { } year)
            {
                log.Add(isTogether && area is { } code
                    ? AreaProblems.YearAndAreaInvalid(line, property.Name, ToText(property.Value), code)
                    : RowProblems.PeriodInvalid(line, property.Name, ToText(property.Value)));
                return null;
            }

            said.Add((property.Name, year));
        }

        return said.Count > 0 ? Choose(said) : ReadYearOfFile();
    }

    private Period? Choose(List<(string Name, Period Year)> said)
    {
        List<Period> years = [.. said.Select(property => property.Year).Distinct().Order()];
        var problem = years.Count > 1 ? PeriodProblems.TwoInFile(line, [.. said.Select(property => property.Name)], years)
            : definition.Choice is { } chosen && chosen != years[0]
                ? PeriodProblems.RowDiffers(line, said[0].Name, Format($"{years[0].Year}"), chosen.Year, isChosen: true)
            : null;
        if (problem is null)
        {
            return years[0];
        }

        ReportOnce(problem);
        return null;
    }

    private Period? ReadYearOfFile()
    {
        if (definition.FilePeriod is null)
        {
            ReportOnce(PeriodProblems.NoFilePeriod(definition));
        }
        else if (FindOtherDay(definition.FilePeriod.Value.Year) is var (name, day))
        {
            ReportOnce(PeriodProblems.ColumnDiffers(line, name, day, definition.FilePeriod.Value.Year, isCertain: false));
        }

        return definition.FilePeriod;
    }

    // The day of a stock, such as that of the boundaries.
    private (string Name, string Day)? FindOtherDay(int year)
    {
        foreach (var property in properties.EnumerateObject().Where(property => PeriodColumnNames.IsOfDays(property.Name)))
        {
            var text = ToText(property.Value);
            if ((PeriodColumnNames.FindYear(text)?.Year ?? WrittenDates.FindLastYear(text)) is { } said && said != year)
            {
                return (property.Name, text);
            }
        }

        return null;
    }

    // What is declared must be a year; what is only named as one can be empty.
    private bool HasYear(string name, JsonElement value) =>
        name == Columns.BoundaryYear || name == Columns.YearAndArea
            || ((PeriodColumnNames.Contains(name) || AreaNaming.IsSame(name, Columns.YearAndArea))
                && value.ValueKind is JsonValueKind.String or JsonValueKind.Number);

    private static Period? ParseYear(string text) =>
        Period.TryParseYear(text, out var year) || (Period.TryParse(text.Trim(), out year) && year.IsCalendarYear) ? year : null;

    // Codes without letters can be numbers too.
    private bool TryReadCode(JsonElement value, out AreaCode area)
    {
        area = default;
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && (Columns.AreaPrefix is { } prefix
                ? AreaCode.TryParseDigits(ToText(value), prefix, out area)
                : value.ValueKind == JsonValueKind.String && AreaCode.TryParse(ToText(value), out area));
    }

    private static Period? FindYearBefore(string text, AreaCode? area) =>
        text.Length > DigitsOfYear
            && Period.TryParseYear(text[..DigitsOfYear], out var year)
            && (area is null || text[DigitsOfYear..].Trim() == area.Value.Value) ? year : null;

    private static string ToText(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length > MaxTextLength ? text[..MaxTextLength] : text;
    }

    private void ReportOnce(RowProblem problem)
    {
        if (!log.CountByCode.ContainsKey(problem.Code))
        {
            log.Add(problem);
        }
    }
}
