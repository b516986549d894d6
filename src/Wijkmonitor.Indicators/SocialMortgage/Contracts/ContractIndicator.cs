using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>
/// One indicator of a contract and the rule that it repays by, as in table 3.1 of Platform31. Source: "Aan de slag in kwetsbare wijken" (2017), section 3.4.
/// The member <c>rule</c> names the rule.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = RuleMember)]
[JsonDerivedType(typeof(GapIndicator), "gap")]
[JsonDerivedType(typeof(OwnValueIndicator), "own-value")]
[JsonDerivedType(typeof(RelativeToCityIndicator), "relative-to-city")]
[JsonDerivedType(typeof(ToBeDeterminedIndicator), "to-be-determined")]
[JsonDerivedType(typeof(UnresolvedIndicator), "unresolved")]
public abstract record ContractIndicator
{
    /// <summary>The member that says which rule it is.</summary>
    public const string RuleMember = "rule";

    /// <summary>The indicator's code in the catalogue.</summary>
    [ContractQuestion("Welke indicator uit de catalogus is dit?", "Which indicator of the catalogue is this?")]
    public required string Code { get; init; }
}

/// <summary>An indicator whose improvement is worth money by the contract.</summary>
public abstract record PricedIndicator : ContractIndicator
{
    /// <summary>The value at the baseline (nulmeting), frozen in the contract, in the indicator's unit.</summary>
    [ContractQuestion("Wat was de waarde van de buurt bij de nulmeting?", "What was the neighbourhood's value at the baseline?")]
    public required decimal Baseline { get; init; }

    /// <summary>Source of the baseline values.</summary>
    [ContractQuestion("Waar komt de nulmeting vandaan?", "Where does the baseline come from?")]
    public required string BaselineSource { get; init; }

    /// <summary>Frequency of paying an improvement.</summary>
    [ContractQuestion(
        "Wordt een verbetering eenmaal betaald als zij bereikt is, of elk jaar opnieuw?",
        "Is an improvement paid once when it is reached, or again each year?")]
    public required PaymentBasis Basis { get; init; }

    /// <summary>Effect of a worsening.</summary>
    [ContractQuestion("Wat gebeurt er als het cijfer verslechtert?", "What happens if the figure gets worse?")]
    public required WorseningRule Worsening { get; init; }

    /// <summary>Highest credit of the line; null for no limit.</summary>
    [ContractQuestion("Wat levert deze indicator hooguit op?", "What does this indicator credit at most?")]
    public RepaymentCap? Cap { get; init; }

    /// <summary>The city's value at the baseline; null for a rule that does not use the city.</summary>
    internal virtual decimal? FrozenCityBaseline => null;
}

/// <summary>An indicator that is worth an amount per step of improvement.</summary>
public abstract record SteppedIndicator : PricedIndicator
{
    /// <summary>The size of a step, above zero, in <see cref="StepUnit"/>.</summary>
    [ContractQuestion("Hoe groot is een stap?", "How large is a step?")]
    public required decimal Step { get; init; }

    /// <summary>Unit of a step and of an agreed change.</summary>
    [ContractQuestion(
        "Is 'procent' hier een punt in de eenheid van het cijfer, of een percentage van de nulmeting?",
        "Does 'percent' mean a point in the figure's unit here, or a percentage of the baseline?")]
    public required StepUnit StepUnit { get; init; }

    /// <summary>Value of a step, in euros.</summary>
    [ContractQuestion("Hoeveel euro is een stap waard?", "How many euros is a step worth?")]
    public required decimal Amount { get; init; }

    /// <summary>Treatment of part of a step.</summary>
    [ContractQuestion("Telt een deel van een stap mee?", "Does part of a step count?")]
    public required StepRounding Rounding { get; init; }

    /// <summary>
    /// The improvement of the own value that was agreed for the last year, in <see cref="StepUnit"/>; null where none was. The agreed path
    /// to it is a straight line from the baseline year.
    /// </summary>
    [ContractQuestion("Welke verbetering is voor de hele looptijd afgesproken?", "Which improvement was agreed for the whole term?")]
    public decimal? AgreedChange { get; init; }

    /// <summary>Denominator of a share or rate, with its size when small numbers matter; null when not stated.</summary>
    [ContractQuestion(
        "Waarvan is dit een aandeel of aantal (leerlingen, inwoners, woningen)?",
        "What is this a share or rate of (pupils, residents, homes)?")]
    public ContractDenominator? Denominator { get; init; }
}

/// <summary>An indicator whose rule is still to be agreed (nader te bepalen). It is shown as such, never as EUR 0.</summary>
public sealed record ToBeDeterminedIndicator : ContractIndicator
{
    /// <summary>Note about the open agreement; null for none.</summary>
    [ContractQuestion("Wat moet er nog worden afgesproken?", "What is still to be agreed?")]
    public BilingualText? Note { get; init; }
}

/// <summary>An indicator whose written rule can be read in several ways. It repays nothing until one is chosen.</summary>
public sealed record UnresolvedIndicator : ContractIndicator
{
    /// <summary>The rule as it was written.</summary>
    [ContractQuestion("Hoe staat de regel er letterlijk?", "How is the rule written, word for word?")]
    public required string AsWritten { get; init; }

    /// <summary>The readings that cannot be distinguished.</summary>
    [ContractQuestion("Op welke manieren kan de regel worden gelezen?", "In which ways can the rule be read?")]
    public required IReadOnlyList<BilingualText> Readings { get; init; }
}
