using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Treatment of areas with homes but without a score when a budget is split by severity.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<UnscoredAreaRule>))]
public enum UnscoredAreaRule
{
    /// <summary>They have their share by number of homes first; the rest is split by severity.</summary>
    [JsonStringEnumMemberName("share-by-homes")]
    ShareByHomes,

    /// <summary>Nothing is split until every area with homes has a score.</summary>
    [JsonStringEnumMemberName("no-split")]
    NoSplit,
}
