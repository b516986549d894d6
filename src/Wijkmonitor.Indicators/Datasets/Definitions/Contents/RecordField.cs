using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>A field of records about areas, next to the fixed columns <c>area;reference;date</c>.</summary>
/// <param name="Name">The column's name: lower-case letters, digits and underscores, starting with a letter, 40 at most.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Values">For a choice: the values that may be chosen, as written.</param>
/// <param name="MaxLength">Highest number of characters of a text, 1 to 4,000; 200 unless said otherwise.</param>
/// <param name="Min">Lower bound of a number; null for none.</param>
/// <param name="Max">Upper bound of a number; null for none.</param>
/// <param name="Periods">For a period: the kinds of periods that are taken; calendar years only unless said otherwise.</param>
/// <param name="CountsPeople">
/// Whether a number counts persons, households or homes. It is not served row by row then, unless the dataset is <c>published</c>.
/// </param>
public sealed record RecordField(
    string Name,
    RecordFieldType Type,
    bool Required = false,
    IReadOnlyList<string>? Values = null,
    int? MaxLength = null,
    decimal? Min = null,
    decimal? Max = null,
    IReadOnlyList<PeriodGranularity>? Periods = null,
    bool CountsPeople = false)
{
    /// <summary>Highest number of characters of a text where nothing else is said.</summary>
    public const int DefaultMaxLength = 200;

    /// <summary>Highest number of characters that a definition can allow a text.</summary>
    public const int LengthLimit = 4_000;

    /// <summary>Highest number of characters of a code.</summary>
    internal const int MaxCodeLength = 40;

    /// <summary>The kinds of periods that are taken.</summary>
    [JsonIgnore]
    internal IReadOnlyList<PeriodGranularity> AcceptedPeriods => Periods ?? [PeriodGranularity.Year];

    /// <summary>Whether its values can be part of the reference of a record.</summary>
    [JsonIgnore]
    internal bool CanBeKey => Type is RecordFieldType.Code or RecordFieldType.Period or RecordFieldType.Choice or RecordFieldType.Date
        or RecordFieldType.Indicator or RecordFieldType.Area;
}

/// <summary>Maximum number of records of a file with equal values in some fields, such as five pins for each participant.</summary>
/// <param name="Per">The fields, each of them required; <c>area</c> and <c>date</c> can be among them.</param>
/// <param name="Max">Highest number of records with the same values there; 1 or more.</param>
public sealed record RecordLimit(IReadOnlyList<string> Per, [property: FormerName("most")] int Max);

/// <summary>Type of the field of a record.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordFieldType>))]
public enum RecordFieldType
{
    /// <summary>A text; checked for personal data.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>One of the values that the field names.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>A number in the dataset's form.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>A day as year-month-day.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>The code of an indicator in the catalogue.</summary>
    [JsonStringEnumMemberName("indicator")]
    Indicator,

    /// <summary>The code of an area in the register.</summary>
    [JsonStringEnumMemberName("area")]
    Area,

    /// <summary>Yes or no: <c>ja</c>, <c>nee</c>, <c>yes</c>, <c>no</c>, <c>true</c> or <c>false</c>.</summary>
    [JsonStringEnumMemberName("yes-no")]
    YesNo,

    /// <summary>A period, such as 2024, 2024-Q1, 2024-03 or 2024-W05.</summary>
    [JsonStringEnumMemberName("period")]
    Period,

    /// <summary>A code that other records and rules name: lower-case letters, digits and hyphens, starting with a letter, 40 at most.</summary>
    [JsonStringEnumMemberName("code")]
    Code,

    /// <summary>The name of a kind of scorecards that are about subjects.</summary>
    [JsonStringEnumMemberName("subject-kind")]
    SubjectKind,
}
