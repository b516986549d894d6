using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

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
