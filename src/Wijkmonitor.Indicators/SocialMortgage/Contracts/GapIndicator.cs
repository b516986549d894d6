using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>
/// Indicator that repays by the decrease of the gap with the city against the baseline. Improvement = gap(baseline) - gap(year), both in the
/// indicator's direction.
/// </summary>
public sealed record GapIndicator : SteppedIndicator
{
    /// <summary>The city's value at the baseline, frozen in the contract, in the indicator's unit.</summary>
    [ContractQuestion("Wat was de waarde van de stad bij de nulmeting?", "What was the city's value at the baseline?")]
    public required decimal CityBaseline { get; init; }

    /// <summary>Whether improvement beyond the city still counts.</summary>
    [ContractQuestion("Telt verbetering tot voorbij de stad nog mee?", "Does improvement beyond the city still count?")]
    public required OvershootRule Overshoot { get; init; }

    internal override decimal? FrozenCityBaseline => CityBaseline;
}

/// <summary>Indicator that repays by the improvement of the own value against the baseline; the city plays no part.</summary>
public sealed record OwnValueIndicator : SteppedIndicator;

/// <summary>
/// Indicator that repays a share of a cost that was avoided. Share x (baseline cost x (1 + change in the city) - actual cost), where the change in
/// the city is that of its own cost since the baseline.
/// </summary>
public sealed record RelativeToCityIndicator : PricedIndicator
{
    /// <summary>The city's cost at the baseline, frozen in the contract, in euros.</summary>
    [ContractQuestion("Wat waren de kosten in de stad bij de nulmeting?", "What was the city's cost at the baseline?")]
    public required decimal CityBaseline { get; init; }

    /// <summary>The share of the saving that is credited, in percent.</summary>
    [ContractQuestion("Welk percentage van de besparing wordt bijgeschreven?", "Which percentage of the saving is credited?")]
    public required decimal SharePercent { get; init; }

    /// <summary>Basis of the cost.</summary>
    [ContractQuestion("Zijn dit de totale kosten of de kosten per inwoner?", "Is this the total cost or the cost per resident?")]
    public required CostMeasure MeasuredAs { get; init; }

    internal override decimal? FrozenCityBaseline => CityBaseline;
}

/// <summary>Rule for improvement beyond the city: it counts or not.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<OvershootRule>))]
public enum OvershootRule
{
    /// <summary>It counts.</summary>
    [JsonStringEnumMemberName("counts")]
    Counts,

    /// <summary>
    /// It does not: a gap below zero counts as zero. Where the neighbourhood was better than the city at the baseline already, a gap below
    /// that of the baseline counts as that of the baseline.
    /// </summary>
    [JsonStringEnumMemberName("capped-at-city")]
    CappedAtCity,
}

/// <summary>Basis of a cost.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<CostMeasure>))]
public enum CostMeasure
{
    /// <summary>The cost of all residents together.</summary>
    [JsonStringEnumMemberName("total")]
    Total,

    /// <summary>The cost per resident; the saving is multiplied by the contract's population.</summary>
    [JsonStringEnumMemberName("per-head")]
    PerHead,
}
