using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>Basis for splitting a budget. The paper can be read both ways where it says that severity comes in place of homes.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<BudgetMode>))]
public enum BudgetMode
{
    /// <summary>The number of homes, as before.</summary>
    [JsonStringEnumMemberName("by-homes")]
    ByHomes,

    /// <summary>The severity: B x p / sum p.</summary>
    [JsonStringEnumMemberName("severity")]
    Severity,

    /// <summary>The severity times the number of homes: B x p x n / sum(p x n).</summary>
    [JsonStringEnumMemberName("severity-by-homes")]
    SeverityByHomes,
}
