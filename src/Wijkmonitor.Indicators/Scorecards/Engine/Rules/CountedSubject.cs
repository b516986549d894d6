using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Rules;

/// <summary>Subject of a count or a percentage, for the smallest count that is shown.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<CountedSubject>))]
public enum CountedSubject
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

    /// <summary>Something that discloses nothing of anybody, such as a width or a mean of many homes.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
