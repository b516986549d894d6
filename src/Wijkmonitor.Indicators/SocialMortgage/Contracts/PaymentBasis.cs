using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Frequency of paying an improvement. Of all choices this one moves the outcome most.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<PaymentBasis>))]
public enum PaymentBasis
{
    /// <summary>
    /// Once: the worth of the improvement is credited when it is first reached. A year's credit is the worth now less what the line was
    /// credited before.
    /// </summary>
    [JsonStringEnumMemberName("once")]
    Once,

    /// <summary>Annually: each year's worth, counted from the baseline, is credited again.</summary>
    [JsonStringEnumMemberName("annual")]
    Annual,
}

/// <summary>Effect of a worsening.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<WorseningRule>))]
public enum WorseningRule
{
    /// <summary>
    /// Nothing: a year's credit is never below zero, and what was credited stays. Under <see cref="PaymentBasis.Once"/> this is the
    /// high-water mark: only what goes beyond the best year so far is credited.
    /// </summary>
    [JsonStringEnumMemberName("floor-at-zero")]
    FloorAtZero,

    /// <summary>It claws back what the line was credited, never more.</summary>
    /// <remarks>
    /// The credits of a line over all years together are never below zero. Under <see cref="PaymentBasis.Once"/> the sum of credits follows the worth
    /// down to zero; under <see cref="PaymentBasis.Annual"/> a year below the baseline is charged as far as earlier credits reach.
    /// </remarks>
    [JsonStringEnumMemberName("claw-back")]
    ClawBack,

    /// <summary>
    /// It is charged in full, so that a level below the baseline makes the balance higher. Under <see cref="PaymentBasis.Once"/> the sum
    /// of credits equals the worth, also below zero; under <see cref="PaymentBasis.Annual"/> each year's worth is credited with its sign.
    /// </summary>
    [JsonStringEnumMemberName("negative")]
    Negative,
}

/// <summary>Treatment of part of a step.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<StepRounding>))]
public enum StepRounding
{
    /// <summary>Only whole steps count: the number of steps is cut off towards zero, upward and downward alike.</summary>
    [JsonStringEnumMemberName("whole-steps")]
    WholeSteps,

    /// <summary>Part of a step counts for its part.</summary>
    [JsonStringEnumMemberName("pro-rata")]
    ProRata,
}

/// <summary>Unit of "procent" (and of a step).</summary>
[JsonConverter(typeof(ChoiceJsonConverter<StepUnit>))]
public enum StepUnit
{
    /// <summary>The indicator's own unit: percentage points, euros, points of a grade, cases per 1,000.</summary>
    [JsonStringEnumMemberName("points")]
    Points,

    /// <summary>Percent of what was measured at the baseline, its sign left out.</summary>
    /// <remarks>
    /// For a gap rule that is the gap at the baseline, for an own-value rule the own value at the baseline. An agreed change is always in percent of
    /// the own value at the baseline.
    /// </remarks>
    [JsonStringEnumMemberName("relative")]
    Relative,
}

/// <summary>Denominator of a share or rate.</summary>
public sealed record ContractDenominator
{
    /// <summary>Description of the counted units, such as pupils or inhabitants.</summary>
    [ContractQuestion("Wat wordt er geteld?", "What is counted?")]
    [JsonPropertyName("of")]
    public required BilingualText Description { get; init; }

    /// <summary>Number of units in the neighbourhood; null when unknown. With it, changes within chance are flagged.</summary>
    [ContractQuestion("Hoeveel zijn dat er in de buurt?", "How many of them are there in the neighbourhood?")]
    public int? Count { get; init; }
}
