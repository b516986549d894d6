using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

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
