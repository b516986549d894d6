using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

/// <summary>The capacity of a pipeline.</summary>
/// <param name="Stage">The stage that takes it.</param>
/// <param name="Per">The kind of period.</param>
/// <param name="Count">Number that such a period has places for.</param>
public sealed record PipelineCapacity(string Stage, PeriodGranularity Per, decimal Count);

/// <summary>The number that was agreed for a calendar year.</summary>
/// <param name="Stage">The stage that counts for it.</param>
/// <param name="Count">The number.</param>
public sealed record PipelineQuota(string Stage, decimal Count);

/// <summary>A forecast of the periods that the rest takes at the rate of now.</summary>
/// <param name="Stage">The stage that is to be reached.</param>
/// <param name="Of">The stage whose cases are to reach it, or <c>scope</c> for all units of the subject.</param>
/// <param name="Who">Words for those of whom it is, such as 'die meedoen'.</param>
/// <param name="PerSegment">Whether there is one for each segment too.</param>
public sealed record PipelineForecast(string Stage, string Of, BilingualText Who, bool PerSegment = false)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"forecast-{Of}";
}

/// <summary>The share of the segments that reached a stage lately, such as areas that were discussed.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Months">Number of months that count as lately, 1 or more.</param>
public sealed record PipelineCoverage(string Stage, int Months);

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
