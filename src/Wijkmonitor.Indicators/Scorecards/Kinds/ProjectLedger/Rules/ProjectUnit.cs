using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>Unit that a project consists of, for amounts per unit and the smallest number that is shown.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<ProjectUnit>))]
public enum ProjectUnit
{
    /// <summary>Homes.</summary>
    [JsonStringEnumMemberName("homes")]
    Homes,

    /// <summary>Households.</summary>
    [JsonStringEnumMemberName("households")]
    Households,

    /// <summary>Something that discloses nothing of anybody, such as streets.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
