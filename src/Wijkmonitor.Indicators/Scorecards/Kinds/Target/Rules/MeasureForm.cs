using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

/// <summary>Form of a measure.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<MeasureForm>))]
public enum MeasureForm
{
    /// <summary>A number that is added up since the start.</summary>
    [JsonStringEnumMemberName("cumulative")]
    Cumulative,

    /// <summary>The level on a day, such as a mean or a number that there is.</summary>
    [JsonStringEnumMemberName("level")]
    Level,

    /// <summary>A percentage of a whole.</summary>
    [JsonStringEnumMemberName("share")]
    Share,
}

/// <summary>Direction in which a measure improves.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<TargetDirection>))]
public enum TargetDirection
{
    /// <summary>A higher value is better.</summary>
    [JsonStringEnumMemberName("higher-is-better")]
    HigherIsBetter,

    /// <summary>A lower value is better.</summary>
    [JsonStringEnumMemberName("lower-is-better")]
    LowerIsBetter,
}
