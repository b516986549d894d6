using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>An indicator that a mean is taken over.</summary>
/// <param name="Indicator">Its code in the catalogue.</param>
/// <param name="Higher">Meaning of a higher value.</param>
public sealed record Factor(string Indicator, HigherMeans Higher);

/// <summary>Meaning of a higher value for load or capacity.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<HigherMeans>))]
public enum HigherMeans
{
    /// <summary>More of it.</summary>
    [JsonStringEnumMemberName("more")]
    More,

    /// <summary>Less of it.</summary>
    [JsonStringEnumMemberName("less")]
    Less,
}
