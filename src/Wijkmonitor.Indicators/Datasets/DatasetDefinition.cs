using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>How the files of a dataset are laid out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatasetFormat>))]
public enum DatasetFormat
{
    /// <summary>A CSV export of CBS StatLine: a row for each area and period, a column for each topic.</summary>
    [JsonStringEnumMemberName("statline")]
    StatLine,

    /// <summary>A CSV with a row for each value: area, period, indicator, value.</summary>
    [JsonStringEnumMemberName("long")]
    Long,

    /// <summary>A CSV with typed rows; <see cref="DatasetDefinition.Records"/> says which.</summary>
    [JsonStringEnumMemberName("records")]
    Records,

    /// <summary>A contract of a social mortgage as one JSON document.</summary>
    [JsonStringEnumMemberName("contract")]
    Contract,
}

/// <summary>What a row is in a file of format <see cref="DatasetFormat.Records"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))]
public enum RecordKind
{
    /// <summary>An area with its name: <c>code;name;boundary_year</c>.</summary>
    [JsonStringEnumMemberName("areas")]
    Areas,

    /// <summary>An activity held under a social mortgage: <c>contract;reference;date;activity;count;confirmed_by</c>.</summary>
    [JsonStringEnumMemberName("activities")]
    Activities,

    /// <summary>Proceeds under a social mortgage: <c>contract;reference;date;description;amount</c>.</summary>
    [JsonStringEnumMemberName("operation")]
    Operation,

    /// <summary>A decision about an entry of a social mortgage: <c>contract;reference;date;decision;about;by_role;quantity;reason</c>.</summary>
    [JsonStringEnumMemberName("decisions")]
    Decisions,

    /// <summary>An outside event beside a series of a social mortgage: <c>contract;reference;date;indicator;text;by_role</c>.</summary>
    [JsonStringEnumMemberName("annotations")]
    Annotations,
}

/// <summary>What a symbol in place of a number means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SymbolMeaning>))]
public enum SymbolMeaning
{
    /// <summary>Unknown, or too unreliable to publish.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Withheld.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,

    /// <summary>Cannot occur.</summary>
    [JsonStringEnumMemberName("not-applicable")]
    NotApplicable,

    /// <summary>Nil: the number 0.</summary>
    [JsonStringEnumMemberName("zero")]
    Zero,
}

/// <summary>The names of a file's columns that are not topics.</summary>
/// <param name="Area">The column with the area's code.</param>
/// <param name="Period">The column with the year.</param>
/// <param name="AreaName">The column with the area's name; required where the dataset registers areas.</param>
/// <param name="Indicator">In a long file: the column with the indicator's code.</param>
/// <param name="Value">In a long file: the column with the value.</param>
/// <param name="BoundaryYear">In a long file: a column that a file may have, with the year of the area's boundaries.</param>
public sealed record DatasetColumns(
    string Area, string Period, string? AreaName = null, string? Indicator = null, string? Value = null, string? BoundaryYear = null);

/// <summary>What a data team may deliver under a name, as data: the contract between the team and the monitor.</summary>
/// <param name="Id">The dataset's name and the folder in the inbox: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Source">Who publishes it, where, and under which licence.</param>
/// <param name="Format">How its files are laid out.</param>
/// <param name="Records">What a row is; required for, and only for, the format <c>records</c>.</param>
/// <param name="Delimiter">The character between fields; required for CSV.</param>
/// <param name="DecimalSeparator">The character before decimals; required for CSV.</param>
/// <param name="ThousandsSeparator">The character between thousands; null where there is none.</param>
/// <param name="Comment">The character that starts a line of comment; null where comments cannot occur.</param>
/// <param name="Symbols">What stands in place of a number, by the symbol as written; the empty text is a symbol too.</param>
/// <param name="BoundaryYear">The year of the area's boundaries, or <c>period</c> for the year of the figure; a file that says it itself comes first.</param>
/// <param name="RegistersAreas">Whether the file's areas and names are taken into the register; otherwise they must be in it.</param>
/// <param name="Columns">The columns that are not topics; required for statline and long.</param>
/// <param name="IndicatorColumns">For statline: the indicator of each column, by the column's full name.</param>
/// <param name="Indicators">For long: the indicators that a file may hold.</param>
public sealed partial record DatasetDefinition(
    string Id,
    BilingualText Title,
    string Source,
    DatasetFormat Format,
    RecordKind? Records = null,
    char? Delimiter = null,
    char? DecimalSeparator = null,
    char? ThousandsSeparator = null,
    char? Comment = null,
    IReadOnlyDictionary<string, SymbolMeaning>? Symbols = null,
    string? BoundaryYear = null,
    bool RegistersAreas = false,
    DatasetColumns? Columns = null,
    IReadOnlyDictionary<string, string>? IndicatorColumns = null,
    IReadOnlyList<string>? Indicators = null)
{
    private const string BoundaryYearOfPeriod = "period";

    /// <summary>The codes of all indicators that the dataset can deliver.</summary>
    [JsonIgnore]
    public IEnumerable<string> IndicatorCodes => (IndicatorColumns?.Values ?? []).Concat(Indicators ?? []);

    /// <summary>How numbers are written.</summary>
    [JsonIgnore]
    public NumberForm Numbers => new(DecimalSeparator!.Value, ThousandsSeparator);

    /// <summary>Reads a definition and checks it against the catalogue.</summary>
    /// <param name="json">The definition as JSON.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="catalogue">The catalogue that its indicators must be in.</param>
    /// <exception cref="ConfigurationException">It is malformed or incomplete; the message names the field.</exception>
    public static DatasetDefinition Read(Stream json, string name, IndicatorCatalogue catalogue)
    {
        var definition = ConfigurationException.Reading(name, () => JsonSerializer.Deserialize(json, ConfigurationJson.Default.DatasetDefinition));
        if (definition.Faults(catalogue).ToList() is { Count: > 0 } faults)
        {
            throw new ConfigurationException($"In {name}: {string.Join(' ', faults)}");
        }

        return definition;
    }

    /// <summary>The year of an area's boundaries in a figure about this period.</summary>
    public int BoundaryYearOf(Period period) =>
        BoundaryYear == BoundaryYearOfPeriod ? period.Year : int.Parse(BoundaryYear!, NumberStyles.None, CultureInfo.InvariantCulture);

    private IEnumerable<string> Faults(IndicatorCatalogue catalogue)
    {
        if (!IdForm().IsMatch(Id))
        {
            yield return $"'id' is '{Id}': lower-case letters, digits and hyphens, starting with a letter, 40 at most.";
        }

        if (Format != DatasetFormat.Contract && (Delimiter is null || DecimalSeparator is null))
        {
            yield return "'delimiter' and 'decimalSeparator' are required for CSV.";
        }

        if (Format == DatasetFormat.Records != Records is not null)
        {
            yield return "'records' is required for the format records, and for no other.";
        }

        if (Format is DatasetFormat.StatLine or DatasetFormat.Long)
        {
            foreach (var fault in ObservationFaults(catalogue))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> ObservationFaults(IndicatorCatalogue catalogue)
    {
        if (Symbols is null)
        {
            yield return "'symbols' is required: what stands in place of a number ({} for nothing).";
        }

        if (BoundaryYear != BoundaryYearOfPeriod && !Period.TryParse(BoundaryYear, out _))
        {
            yield return "'boundaryYear' is required: a year such as \"2022\", or \"period\".";
        }

        if (Columns is null || (RegistersAreas && Columns.AreaName is null)
            || (Format == DatasetFormat.Long && (Columns.Indicator is null || Columns.Value is null)))
        {
            yield return "'columns' is required, with 'areaName' where areas are registered, and with 'indicator' and 'value' for the format long.";
        }

        if (!IndicatorCodes.Any() || (Format == DatasetFormat.StatLine ? IndicatorColumns : (object?)Indicators) is null)
        {
            yield return "'indicatorColumns' (statline) or 'indicators' (long) is required.";
        }

        foreach (var code in IndicatorCodes.Where(code => catalogue.Find(code) is null))
        {
            yield return $"Indicator '{code}' is not in the catalogue.";
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex IdForm();
}
