using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

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
