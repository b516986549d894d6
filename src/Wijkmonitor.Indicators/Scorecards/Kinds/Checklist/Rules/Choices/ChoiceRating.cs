using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>Rating of an option.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<ChoiceRating>))]
public enum ChoiceRating
{
    /// <summary>The source advises it.</summary>
    [JsonStringEnumMemberName("advised")]
    Advised,

    /// <summary>It will do.</summary>
    [JsonStringEnumMemberName("acceptable")]
    Acceptable,

    /// <summary>It is new and being tried; it counts with what is acceptable.</summary>
    [JsonStringEnumMemberName("experiment")]
    Experiment,

    /// <summary>The source advises against it.</summary>
    [JsonStringEnumMemberName("discouraged")]
    Discouraged,
}
