using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>The kinds of periods that a figure can be about, the longest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodGranularity>))]
public enum PeriodGranularity
{
    /// <summary>A calendar year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,

    /// <summary>A school year, from 1 August.</summary>
    [JsonStringEnumMemberName("school-year")]
    SchoolYear,

    /// <summary>A quarter of a calendar year.</summary>
    [JsonStringEnumMemberName("quarter")]
    Quarter,

    /// <summary>A month.</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>A week by ISO 8601, from Monday.</summary>
    [JsonStringEnumMemberName("week")]
    Week,
}
