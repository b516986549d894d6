using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.SocialMortgage.Repayment;

/// <summary>Outcome of one indicator of a contract in one year.</summary>
/// <param name="Rule">The contract's rule.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The year.</param>
/// <param name="Own">The area's observation; null where none was delivered.</param>
/// <param name="City">The city's observation; null where none was delivered.</param>
/// <param name="State">The state of the line.</param>
/// <param name="Valuation">Worth of the level; null where that cannot be computed.</param>
/// <param name="Credit">Credit of this year by the rule; null where there is no worth.</param>
/// <param name="Amount">Amount that is booked this year; null unless the line is valued.</param>
internal sealed record IndicatorYear(
    ContractIndicator Rule,
    Indicator Indicator,
    Period Period,
    Observation? Own,
    Observation? City,
    LineState State,
    IndicatorValuation? Valuation,
    IndicatorCredit? Credit,
    decimal? Amount)
{
    /// <summary>The expectation of the agreed path in this year; null where no change was agreed.</summary>
    public decimal? Agreed { get; init; }

    /// <summary>The mean of the area's values of the last three years; null where one of them is not known.</summary>
    public ThreeYearMean? Mean { get; init; }

    /// <summary>The steps that gave the amount.</summary>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }

    /// <summary>Whether the rule comes to an amount beyond any that a contract can name; the line is then without worth.</summary>
    public bool IsImplausible { get; init; }

    /// <summary>Population of the rate, when the contract states its size.</summary>
    public SmallPopulation? Population => Rule is SteppedIndicator { Denominator.Count: { } count } && SmallPopulation.TryScale(Indicator.Unit, out var scale)
        ? new SmallPopulation(count, scale.Value)
        : null;
}

/// <summary>A year's credit by the rule.</summary>
/// <param name="Before">Credits by the rule over the years before.</param>
/// <param name="BeforeKey">Key of those credits.</param>
/// <param name="Uncapped">This year's credit before the line's cap.</param>
/// <param name="Euros">This year's credit.</param>
internal sealed record IndicatorCredit(decimal Before, string BeforeKey, decimal Uncapped, decimal Euros);

/// <summary>Repayment of one indicator of a contract through its years, in order and through all versions.</summary>
internal sealed class IndicatorRepayment(Indicator indicator, ObservationSet observations)
{
    private decimal credited;

    /// <summary>Computes the outcome of the year after the last one.</summary>
    /// <param name="contract">The version that the year is computed by.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="period">The year.</param>
    /// <param name="settled">Settled statement of the year; null where there is none.</param>
    public IndicatorYear ComputeNext(SocialMortgageContract contract, ContractIndicator rule, Period period, decimal? settled)
    {
        var own = observations.Find(contract.Area, period, rule.Code);
        var city = observations.Find(contract.City, period, rule.Code);
        var year = new IndicatorYear(rule, indicator, period, own, city, GetState(rule, own, city), Valuation: null, Credit: null, Amount: null)
        {
            Agreed = FindAgreed(contract, rule, indicator, period),
            Mean = ThreeYearMean.Compute(period.Year, y => FindValue(contract, rule, y)),
        };
        if (rule is PricedIndicator priced && year.State == LineState.Valued)
        {
            if (TryValue(contract, priced, year) is { } valued)
            {
                return PostCredit(contract, priced, year, valued.Sum, valued.Worth);
            }

            year = year with { State = LineState.MissingInput, IsImplausible = true };
        }

        // A figure that is withdrawn after its year was settled takes nothing back.
        credited += settled ?? 0;
        return year with { Amount = settled };
    }

    // Null where the sum is beyond what any figure of a neighbourhood can come to: the figure or the rule is wrong.
    private (Calculation Sum, IndicatorValuation Worth)? TryValue(SocialMortgageContract contract, PricedIndicator priced, IndicatorYear year)
    {
        try
        {
            var sum = new Calculation(StatementLabels.Steps);
            var worth = IndicatorValuation.Compute(sum, contract, priced, indicator, year.Own!, year.City);
            return Math.Abs(worth.Euros.Value) <= LedgerLimits.MaxEuros ? (sum, worth) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private IndicatorYear PostCredit(SocialMortgageContract contract, PricedIndicator priced, IndicatorYear year, Calculation sum, IndicatorValuation worth)
    {
        var before = new Operand(credited, $"credited-before:{contract.Id}/{year.Period}/{priced.Code}");
        var uncapped = CreditRule.ComputeCredit(sum, priced, worth.Euros, before);
        var euros = CreditRule.ApplyCap(sum, uncapped, priced.Cap, contract.GetFieldKey($"indicators/{priced.Code}/cap"), before);
        credited += euros.Value;
        return year with
        {
            Valuation = worth,
            Credit = new IndicatorCredit(before.Value, before.From, uncapped.Value, euros.Value),
            Amount = euros.Value,
            Steps = sum.Steps
        };
    }

    // In the year of the baseline the frozen value counts, as everywhere.
    private decimal? FindValue(SocialMortgageContract contract, ContractIndicator rule, int year) =>
        year == contract.BaselineYear
            && rule is PricedIndicator priced
            ? priced.Baseline
            : observations.Find(contract.Area, new Period(year), rule.Code)?.Value.Number;

    private static LineState GetState(ContractIndicator rule, Observation? own, Observation? city) => rule switch
    {
        ToBeDeterminedIndicator => LineState.ToBeDetermined,
        UnresolvedIndicator => LineState.Unresolved,
        OwnValueIndicator => LineBuilder.GetState(own),
        _ => LineBuilder.GetState(own, city),
    };

    /// <summary>Finds a year's value on the straight line from the baseline to the agreed change. Null where none was agreed.</summary>
    /// <param name="contract">The version of the contract.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="period">The year.</param>
    public static decimal? FindAgreed(SocialMortgageContract contract, ContractIndicator rule, Indicator indicator, Period period)
    {
        if (rule is not SteppedIndicator { AgreedChange: { } change } stepped || contract.LastYear == contract.BaselineYear)
        {
            return null;
        }

        var inUnit = stepped.StepUnit == StepUnit.Relative ? Math.Abs(stepped.Baseline) * change / 100 : change;
        var soFar = inUnit * (period.Year - contract.BaselineYear) / (contract.LastYear - contract.BaselineYear);
        return Gap.ApplyImprovement(indicator, stepped.Baseline, soFar);
    }
}
