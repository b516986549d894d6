using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>Meaning of an item of the works.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<WorkItems>))]
public enum WorkItems
{
    /// <summary>A part of the work on all homes, such as the roofs.</summary>
    [JsonStringEnumMemberName("parts")]
    Parts,

    /// <summary>A home, so that the sum of few items says something of few households.</summary>
    [JsonStringEnumMemberName("homes")]
    Homes,
}
