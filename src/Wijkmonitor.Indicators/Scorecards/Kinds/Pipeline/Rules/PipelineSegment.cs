using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

/// <summary>The name of a segment.</summary>
/// <param name="Code">The code that records name it by.</param>
/// <param name="Label">Its name for people.</param>
public sealed record PipelineSegment(string Code, BilingualText Label);

/// <summary>A figure that the source states next to the counts. It is shown as stated and computed with nothing.</summary>
/// <param name="Code">Code of its line: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The figure; the lower end where it is a range.</param>
/// <param name="High">The upper end; absent where it is no range.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Text">Explanation of it.</param>
/// <param name="Source">Place in the source.</param>
/// <param name="IsApproximate">Whether the source says "about".</param>
public sealed record StatedFigure(
    string Code, BilingualText Label, decimal Value, string Unit, BilingualText Text, string Source, decimal? High = null,
    [property: JsonPropertyName("approximate")] bool IsApproximate = false);

/// <summary>Unit of the counts of a pipeline.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<CountedUnit>))]
public enum CountedUnit
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

    /// <summary>Areas; counts of these disclose nothing of anybody.</summary>
    [JsonStringEnumMemberName("areas")]
    Areas,
}

/// <summary>Start of the counts on the scorecard of a year.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<CountStart>))]
public enum CountStart
{
    /// <summary>The first period that was delivered.</summary>
    [JsonStringEnumMemberName("start")]
    Start,

    /// <summary>The first period of the year itself.</summary>
    [JsonStringEnumMemberName("year")]
    Year,
}
