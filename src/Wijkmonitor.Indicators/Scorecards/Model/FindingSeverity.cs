using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>Severity of a finding.</summary>
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
