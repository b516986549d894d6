using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>Subject of a measured count or percentage, for the smallest count that is shown.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<MeasuredSubject>))]
public enum MeasuredSubject
{
    /// <summary>Persons.</summary>
    [JsonStringEnumMemberName("persons")]
    Persons,

    /// <summary>Households.</summary>
    [JsonStringEnumMemberName("households")]
    Households,

    /// <summary>Homes.</summary>
    [JsonStringEnumMemberName("homes")]
    Homes,

    /// <summary>Something that discloses nothing of anybody, such as a width.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
