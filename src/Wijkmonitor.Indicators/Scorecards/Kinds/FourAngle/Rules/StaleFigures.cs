using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Treatment of a stale figure; it is named either way.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<StaleFigures>))]
public enum StaleFigures
{
    /// <summary>It counts.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>It does not count: the coverage is less.</summary>
    [JsonStringEnumMemberName("leave-out")]
    LeaveOut,
}
