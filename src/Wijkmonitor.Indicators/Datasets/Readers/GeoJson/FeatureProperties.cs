using System.Text.Json;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
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
    public bool IsLargerArea() => AreaNames.Any(name =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && (SupraMunicipalCodes.IsCode(value.GetString()!) || definition.SkipsArea(value.GetString()!)));

    /// <summary>Reads the area's code; what is wrong with it goes to the log.</summary>
    public AreaCode? ReadArea()
    {
        foreach (var name in AreaNames)
        {
            if (properties.TryGetProperty(name, out var value))
            {
                log.Tally.AreaColumn ??= name;
                if (TryReadCode(value, out var area))
                {
                    return area;
                }

                log.Add(RowProblems.AreaCodeInvalid(line, name, ToText(value)));
                return null;
            }
        }

        log.Add(AreaProblems.PropertyMissing(line, [.. AreaNames], [.. properties.EnumerateObject().Select(property => property.Name)]));
        return null;
    }

    /// <summary>Reads the year of the boundaries: what the feature says comes before the file's name.</summary>
    public Period? ReadYear(AreaCode? area)
    {
        var said = new List<(string Name, Period Year)>();
        foreach (var property in properties.EnumerateObject().Where(property => HasYear(property.Name, property.Value)))
        {
            var isTogether = property.Name == Columns.YearAndArea;
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

        return definition.FilePeriod;
    }

    // What is declared must be a year; what is only named as one can be empty.
    private bool HasYear(string name, JsonElement value) =>
        name == Columns.BoundaryYear || name == Columns.YearAndArea
            || (PeriodColumnNames.Contains(name) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number);

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
