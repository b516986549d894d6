using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Purpose of the principal.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<PrincipalCover>))]
public enum PrincipalCover
{
    /// <summary>The building cost.</summary>
    [JsonStringEnumMemberName("building")]
    Building,

    /// <summary>The operation of the house (exploitatie).</summary>
    [JsonStringEnumMemberName("operation")]
    Operation,

    /// <summary>Building cost and operation.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}

/// <summary>Proceeds of the house that repay.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<OperationBasis>))]
public enum OperationBasis
{
    /// <summary>All proceeds; the costs are borne by somebody else.</summary>
    [JsonStringEnumMemberName("gross")]
    Gross,

    /// <summary>The proceeds less the costs of the house.</summary>
    [JsonStringEnumMemberName("net")]
    Net,
}

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

/// <summary>Moment from which a repayment that is behind is flagged as off track.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<OffTrackMoment>))]
public enum OffTrackMoment
{
    /// <summary>Never: no limit was agreed. A statement still says how much was repaid of the reference.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>At the end of any year below the limit.</summary>
    [JsonStringEnumMemberName("one-year")]
    OneYear,

    /// <summary>At the end of the second of two years in a row below the limit.</summary>
    [JsonStringEnumMemberName("two-years")]
    TwoYears,
}
