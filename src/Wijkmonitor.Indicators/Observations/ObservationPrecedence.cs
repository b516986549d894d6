using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Reason why one figure goes before another of the same area, period and indicator.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrecedenceRule>))]
public enum PrecedenceRule
{
    /// <summary>Several datasets deliver the indicator, and their definitions declare which goes first.</summary>
    [JsonStringEnumMemberName("declared")]
    Declared,

    /// <summary>A dataset that delivers the indicator goes before one that held it before and does not deliver it any more.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,

    /// <summary>The definitions declare that a dataset's figures do not count in this year.</summary>
    [JsonStringEnumMemberName("outside-period")]
    OutsidePeriod,

    /// <summary>A delivered figure goes before a computed one. The latter is composed from the parts of a custom area, or carried by a crosswalk.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,
}

/// <summary>Precedence of a figure among others of the same area, period, indicator and boundary year.</summary>
/// <param name="Counts">Whether it counts: in scorecards, charts and exports.</param>
/// <param name="Rule">Reason for it.</param>
/// <param name="Others">The others.</param>
public sealed record ObservationPrecedence(bool Counts, PrecedenceRule Rule, IReadOnlyList<Observation> Others);
