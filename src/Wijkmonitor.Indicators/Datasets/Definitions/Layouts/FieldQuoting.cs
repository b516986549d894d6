using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

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
