using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>The colour of a line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Signal>))]
public enum Signal
{
    /// <summary>There is no judgement.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Better than the reference.</summary>
    [JsonStringEnumMemberName("green")]
    Green,

    /// <summary>About as the reference.</summary>
    [JsonStringEnumMemberName("yellow")]
    Yellow,

    /// <summary>Worse than the reference.</summary>
    [JsonStringEnumMemberName("red")]
    Red,
}
