using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>Comparison of a fact with what a test asks of it.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<GateComparison>))]
public enum GateComparison
{
    /// <summary>The answer is yes.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>The answer is no.</summary>
    [JsonStringEnumMemberName("no")]
    No,

    /// <summary>The number is the limit or more.</summary>
    [JsonStringEnumMemberName("at-least")]
    AtLeast,

    /// <summary>The number is the limit or less.</summary>
    [JsonStringEnumMemberName("at-most")]
    AtMost,

    /// <summary>The number is more than the limit.</summary>
    [JsonStringEnumMemberName("above")]
    Above,

    /// <summary>The number is less than the limit.</summary>
    [JsonStringEnumMemberName("below")]
    Below,
}
