using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>How much attention a finding asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    [JsonStringEnumMemberName("information")]
    Information,

    /// <summary>The figures must not be used without knowing this.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,
}
