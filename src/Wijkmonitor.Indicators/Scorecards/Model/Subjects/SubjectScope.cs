using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>Extent of a subject.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubjectScope>))]
public enum SubjectScope
{
    /// <summary>A neighbourhood, district or other area.</summary>
    [JsonStringEnumMemberName("area")]
    Area,

    /// <summary>A project within an area.</summary>
    [JsonStringEnumMemberName("project")]
    Project,

    /// <summary>A complex: a custom area of a corporation.</summary>
    [JsonStringEnumMemberName("complex")]
    Complex,

    /// <summary>A municipality.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary>Several municipalities; it is kept with the one that leads it.</summary>
    [JsonStringEnumMemberName("region")]
    Region,
}
