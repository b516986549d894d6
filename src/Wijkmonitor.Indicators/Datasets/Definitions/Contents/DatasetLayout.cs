using System.Text.Json.Serialization;
using ThePeriod = Wijkmonitor.Indicators.Observations.Periods.Period;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Layout of the files of a dataset.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatasetFormat>))]
public enum DatasetFormat
{
    /// <summary>A CSV export of CBS StatLine: a row for each area and period, a column for each topic.</summary>
    [JsonStringEnumMemberName("statline")]
    StatLine,

    /// <summary>A CSV with a row for each area and period. Each topic is a column, under a name of its own.</summary>
    [JsonStringEnumMemberName("wide")]
    Wide,

    /// <summary>A CSV with a row for each value: area, period, indicator, value.</summary>
    [JsonStringEnumMemberName("long")]
    Long,

    /// <summary>A CSV with typed rows; <see cref="DatasetDefinition.Records"/> says which.</summary>
    [JsonStringEnumMemberName("records")]
    Records,

    /// <summary>A contract of a social mortgage as one JSON document.</summary>
    [JsonStringEnumMemberName("contract")]
    Contract,

    /// <summary>Shapes of areas as one GeoJSON FeatureCollection (RFC 7946).</summary>
    [JsonStringEnumMemberName("boundaries")]
    Boundaries,
}

/// <summary>Kind of the rows of a file of format <see cref="DatasetFormat.Records"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))]
public enum RecordKind
{
    /// <summary>An area with its name: <c>code;name;boundary_year</c>.</summary>
    [JsonStringEnumMemberName("areas")]
    Areas,

    /// <summary>Changes of areas between boundary years: <c>from_year;from_code;to_year;to_code;share</c>.</summary>
    [JsonStringEnumMemberName("crosswalks")]
    Crosswalks,

    /// <summary>Custom areas with their parts: <c>code;name;boundary_year;part;weight</c>.</summary>
    [JsonStringEnumMemberName("custom-areas")]
    CustomAreas,

    /// <summary>An activity held under a social mortgage: <c>contract;reference;date;activity;count;confirmed_by</c>.</summary>
    [JsonStringEnumMemberName("activities")]
    Activities,

    /// <summary>Proceeds under a social mortgage: <c>contract;reference;date;description;amount</c>.</summary>
    [JsonStringEnumMemberName("operation")]
    Operation,

    /// <summary>A decision about an entry of a social mortgage: <c>contract;reference;date;decision;about;by_role;quantity;reason</c>.</summary>
    [JsonStringEnumMemberName("decisions")]
    Decisions,

    /// <summary>An outside event next to a series of a social mortgage: <c>contract;reference;date;indicator;text;by_role</c>.</summary>
    [JsonStringEnumMemberName("annotations")]
    Annotations,

    /// <summary>A record about an area: <c>area;reference;date</c> and the fields that the definition names.</summary>
    [JsonStringEnumMemberName("area-records")]
    AreaRecords,
}

/// <summary>Meaning of a symbol in place of a number.</summary>
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

/// <summary>Meaning of a publisher's state of a figure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StateMeaning>))]
public enum StateMeaning
{
    /// <summary>The figure next to it counts.</summary>
    [JsonStringEnumMemberName("known")]
    Known,

    /// <summary>Unknown, or too unreliable to publish.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Withheld.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,

    /// <summary>Cannot occur.</summary>
    [JsonStringEnumMemberName("not-applicable")]
    NotApplicable,

    /// <summary>The figure next to it counts and may still change.</summary>
    [JsonStringEnumMemberName("provisional")]
    Provisional,

    /// <summary>The figure next to it counts and was published before with another value.</summary>
    [JsonStringEnumMemberName("revised")]
    Revised,

    /// <summary>The figure next to it counts and was estimated.</summary>
    [JsonStringEnumMemberName("estimated")]
    Estimated,

    /// <summary>The figure next to it counts and was computed by a model.</summary>
    [JsonStringEnumMemberName("modelled")]
    Modelled,
}

/// <summary>The names of a file's columns that are not topics.</summary>
/// <param name="Area">The column with the area's code; of boundaries, the property of a feature.</param>
/// <param name="Period">The column with the period; absent where the period is elsewhere.</param>
/// <param name="AreaName">The column with the area's name; required where the dataset registers areas.</param>
/// <param name="Indicator">In a long file: the column with the indicator's code, or its publisher's code for it.</param>
/// <param name="Value">In a long file: the column with the value.</param>
/// <param name="State">In a long file: the column with the state of the value; absent where there is none.</param>
/// <param name="BoundaryYear">
/// In a long file: a column that a file may have, with the year of the area's boundaries. Of boundaries: a property that features may have.
/// </param>
/// <param name="AreaAliases">Other names of the area's column; the first that a file has counts, in this order.</param>
/// <param name="AreaPrefix">The letters before codes that are digits only, such as GM for 0363 and 363; absent where codes have them.</param>
/// <param name="Lower">In a long file: the column with the lower bound of the value's margin.</param>
/// <param name="Upper">In a long file: the column with the upper bound of the value's margin.</param>
/// <param name="SampleSize">In a long file: the column with the number of persons or homes that were asked or counted.</param>
/// <param name="YearAndArea">
/// Property that features of boundaries may have, with the year of the boundaries and the area's code behind it, such as 2022GM0003.
/// </param>
public sealed record DatasetColumns(
    string Area,
    string? Period = null,
    string? AreaName = null,
    string? Indicator = null,
    string? Value = null,
    string? BoundaryYear = null,
    IReadOnlyList<string>? AreaAliases = null,
    string? YearAndArea = null,
    string? State = null,
    string? AreaPrefix = null,
    string? Lower = null,
    string? Upper = null,
    string? SampleSize = null);

/// <summary>Character encoding of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileEncoding>))]
public enum FileEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    /// <summary>Windows-1252, as older programs on Windows write it.</summary>
    [JsonStringEnumMemberName("windows-1252")]
    Windows1252,
}

/// <summary>Quoting of fields.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldQuoting>))]
public enum FieldQuoting
{
    /// <summary>Quotation marks; one within the field is doubled.</summary>
    [JsonStringEnumMemberName("double")]
    Double,

    /// <summary>Apostrophes; one within the field is doubled.</summary>
    [JsonStringEnumMemberName("single")]
    Single,

    /// <summary>Nothing: a quotation mark is a character like any other.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}

/// <summary>Source of the period in a wide file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodSource>))]
public enum PeriodSource
{
    /// <summary>In a column: a row for each period.</summary>
    [JsonStringEnumMemberName("column")]
    Column,

    /// <summary>In the header of each topic's column: a column for each period.</summary>
    [JsonStringEnumMemberName("header")]
    Header,

    /// <summary>In the file's name, or in a title above its header.</summary>
    [JsonStringEnumMemberName("file-name")]
    FileName,

    /// <summary>In the definition: all files are about one year.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,
}

/// <summary>Source of the period of a file, or of the boundary year of a file with areas or boundaries.</summary>
/// <param name="From">The place.</param>
/// <param name="FileNames">
/// For the place <c>file-name</c>: the year by a text that the name holds. In the text, <c>{year}</c> stands for a year of four digits between
/// other characters; the year <c>{year}</c> is then what is there. A name that can mean two years is refused.
/// </param>
/// <param name="Year">For the place <c>fixed</c>: the year.</param>
public sealed record DatasetPeriod(PeriodSource From, IReadOnlyDictionary<string, string>? FileNames = null, string? Year = null);

/// <summary>A topic whose values are accepted. It is a column of a wide file, or the rows of a long one with a publisher's code.</summary>
/// <param name="Column">
/// The column's full name, or the code. A name that ends with <c>_*</c> means one with any number behind it, as CBS renumbers topics each
/// year. Where the period is in the header and <paramref name="Period"/> does not say it, <c>{year}</c> is in
/// the name for the year.
/// </param>
/// <param name="Indicator">The indicator that it holds.</param>
/// <param name="ColumnOfYear">The column's name in files about a year, where it differs; other years have <paramref name="Column"/>.</param>
/// <param name="Period">
/// The period that the column is about, such as 2022 or 2022-Q1, where the period is in the header but not as a year of four digits.
/// </param>
/// <param name="Unit">The unit as the file has it; required with a factor.</param>
/// <param name="Factor">Multiplier of a number to have it in the indicator's unit; 1 unless said otherwise.</param>
/// <param name="Required">Whether a file must have the column; true unless said otherwise.</param>
/// <param name="Aliases">Other names of the column, as other layouts have them.</param>
/// <param name="Dimensions">
/// By column with another dimension than area and period, such as an age: the codes of the rows whose values are taken. So one column of a
/// file can hold several indicators.
/// </param>
/// <param name="Lower">In a wide file: the column with the lower bound of the value's margin.</param>
/// <param name="Upper">In a wide file: the column with the upper bound of the value's margin.</param>
/// <param name="SampleSize">In a wide file: the column with the number of persons or homes that were asked or counted.</param>
/// <param name="Occurrence">
/// Number of the column among several that the name stands for, from 1 in the order of the file; required where a file can have several.
/// </param>
/// <param name="FirstYear">The first year in which the topic means this indicator, where its publisher defined it otherwise before.</param>
/// <param name="LastYear">The last year in which the topic means this indicator, where its publisher defined it otherwise after that.</param>
public sealed record TopicColumn(
    string Column,
    string Indicator,
    IReadOnlyDictionary<string, string>? ColumnOfYear = null,
    string? Period = null,
    string? Unit = null,
    decimal Factor = 1,
    bool Required = true,
    IReadOnlyList<string>? Aliases = null,
    int? Occurrence = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions = null,
    string? Lower = null,
    string? Upper = null,
    string? SampleSize = null,
    int? FirstYear = null,
    int? LastYear = null)
{
    /// <summary>Whether it means its indicator in each year.</summary>
    internal bool IsOfAllYears => (FirstYear ?? LastYear) is null;

    /// <summary>Whether it means its indicator in the year of a period; null for any.</summary>
    internal bool IsAbout(ThePeriod? period) => period is not { Year: var year } || !(year < FirstYear || year > LastYear);

    /// <summary>Gets it as it is in a year in which it means its indicator.</summary>
    internal TopicColumn ForYear(ThePeriod year) =>
        this with { Column = ColumnOfYear?.GetValueOrDefault(year.ToString()) ?? Column, ColumnOfYear = null, FirstYear = null, LastYear = null };

    /// <summary>Whether any part of a margin is in a column next to it.</summary>
    internal bool HasMargin => (Lower ?? Upper ?? SampleSize) is not null;
}
