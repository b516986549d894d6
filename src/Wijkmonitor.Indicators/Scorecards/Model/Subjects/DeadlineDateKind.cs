using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>Kind of a date that was given for a deadline.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineDateKind>))]
public enum DeadlineDateKind
{
    /// <summary>The first promise. It stays the yardstick.</summary>
    [JsonStringEnumMemberName("baseline")]
    Baseline,

    /// <summary>A later promise.</summary>
    [JsonStringEnumMemberName("replan")]
    Replan,

    /// <summary>An expectation, which promises nothing.</summary>
    [JsonStringEnumMemberName("forecast")]
    Forecast,

    /// <summary>The day on which it was met.</summary>
    [JsonStringEnumMemberName("actual")]
    Actual,
}
