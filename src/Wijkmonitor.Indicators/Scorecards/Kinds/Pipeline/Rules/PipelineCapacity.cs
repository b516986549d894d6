using System.Text.Json.Serialization;
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
/// <param name="Base">The stage whose cases are to reach it, or <c>scope</c> for all units of the subject.</param>
/// <param name="Who">Words for those of whom it is, such as 'die meedoen'.</param>
/// <param name="PerSegment">Whether there is one for each segment too.</param>
public sealed record PipelineForecast(string Stage, [property: JsonPropertyName("of")] string Base, BilingualText Who, bool PerSegment = false)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"forecast-{Base}";
}

/// <summary>The share of the segments that reached a stage lately, such as areas that were discussed.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Months">Number of months that count as lately, 1 or more.</param>
public sealed record PipelineCoverage(string Stage, int Months);
