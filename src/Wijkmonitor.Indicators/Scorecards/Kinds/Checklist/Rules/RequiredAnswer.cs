using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>Answer by which a condition is met.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<RequiredAnswer>))]
public enum RequiredAnswer
{
    /// <summary>Yes.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>No: it must not be so.</summary>
    [JsonStringEnumMemberName("no")]
    No,
}
