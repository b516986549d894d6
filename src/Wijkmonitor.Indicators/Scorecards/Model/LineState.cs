using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>State of a line: it has a value, or the reason why not. The states are never mixed and none of them is a number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineState>))]
public enum LineState
{
    /// <summary>The line has its value.</summary>
    [JsonStringEnumMemberName("valued")]
    Valued,

    /// <summary>The rule is still to be agreed (nader te bepalen).</summary>
    [JsonStringEnumMemberName("to-be-determined")]
    ToBeDetermined,

    /// <summary>A figure that the rule needs was not delivered or is unknown.</summary>
    [JsonStringEnumMemberName("missing-input")]
    MissingInput,

    /// <summary>The rule itself is ambiguous, so that no amount can be computed from it.</summary>
    [JsonStringEnumMemberName("unresolved")]
    Unresolved,

    /// <summary>The figure is withheld because it could be traced to persons.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,

    /// <summary>The value is there, but nobody set the norm that it is judged by.</summary>
    [JsonStringEnumMemberName("not-normed")]
    NotNormed,
}
