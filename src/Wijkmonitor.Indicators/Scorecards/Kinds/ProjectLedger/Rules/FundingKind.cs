using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>Kind of a contribution to a project.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<FundingKind>))]
public enum FundingKind
{
    /// <summary>Own money of a party.</summary>
    [JsonStringEnumMemberName("own")]
    Own,

    /// <summary>A grant.</summary>
    [JsonStringEnumMemberName("grant")]
    Grant,

    /// <summary>A loan, which is to be repaid.</summary>
    [JsonStringEnumMemberName("loan")]
    Loan,

    /// <summary>Something that is given in another form than money, such as hours or homes.</summary>
    [JsonStringEnumMemberName("in-kind")]
    InKind,

    /// <summary>A fee that a party pays for work of others.</summary>
    [JsonStringEnumMemberName("fee")]
    Fee,
}
