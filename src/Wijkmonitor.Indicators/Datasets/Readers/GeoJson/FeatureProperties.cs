using System.Text.Json;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

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
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && SupraMunicipalCodes.IsCode(value.GetString()!));

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
        if (Columns.BoundaryYear is { } name && properties.TryGetProperty(name, out var value))
        {
            return Period.TryParseYear(ToText(value), out var year) ? year : Refuse(name, value);
        }

        if (Columns.YearAndArea is { } together && properties.TryGetProperty(together, out var both))
        {
            return FindYearBefore(ToText(both), area) ?? Refuse(together, both);
        }

        if (definition.FilePeriod is null)
        {
            ReportOnce(PeriodProblems.NoFilePeriod(definition));
        }

        return definition.FilePeriod;
    }

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

    private Period? Refuse(string name, JsonElement value)
    {
        log.Add(RowProblems.PeriodInvalid(line, name, ToText(value)));
        return null;
    }

    private void ReportOnce(RowProblem problem)
    {
        if (!log.CountByCode.ContainsKey(problem.Code))
        {
            log.Add(problem);
        }
    }
}
