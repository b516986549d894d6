using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>What one indicator of a contract did in one year.</summary>
/// <param name="Rule">The contract's rule.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The year.</param>
/// <param name="Own">The area's observation; null where none was delivered.</param>
/// <param name="City">The city's observation; null where none was delivered.</param>
/// <param name="State">The state of the line.</param>
/// <param name="Worth">What the level is worth; null where that cannot be computed.</param>
/// <param name="Credit">What the rule credits this year; null where there is no worth.</param>
/// <param name="Amount">What is booked this year; null unless the line is valued.</param>
internal sealed record IndicatorYear(
    ContractIndicator Rule,
    Indicator Indicator,
    Period Period,
    Observation? Own,
    Observation? City,
    LineState State,
    IndicatorWorth? Worth,
    IndicatorCredit? Credit,
    decimal? Amount)
{
    /// <summary>The expectation of the agreed path in this year; null where no change was agreed.</summary>
    public decimal? Agreed { get; init; }

    /// <summary>The amount that this year was settled at; null where it was not.</summary>
    public decimal? Settled { get; init; }

    /// <summary>What corrected figures of settled years add to this year's amount.</summary>
    public decimal Correction { get; init; }

    /// <summary>What the rate is taken over, where the contract says how many that are.</summary>
    public SmallPopulation? Population => Rule is SteppedIndicator { Denominator.Count: { } count } && SmallPopulation.TryScale(Indicator.Unit, out var scale)
        ? new SmallPopulation(count, scale.Value)
        : null;
}

/// <summary>A year's credit by the rule.</summary>
/// <param name="Before">What the rule credited over the years before.</param>
/// <param name="Uncapped">This year's credit before the line's cap.</param>
/// <param name="Euros">This year's credit.</param>
internal sealed record IndicatorCredit(decimal Before, decimal Uncapped, decimal Euros);

/// <summary>Follows one indicator of a contract through its years, in order.</summary>
internal sealed class IndicatorTrack(SocialMortgageContract contract, ContractIndicator rule, Indicator indicator, ObservationSet observations)
{
    private decimal credited;
    private decimal correction;

    /// <summary>What the indicator did in the year after the last one asked for.</summary>
    public IndicatorYear Next(Period period)
    {
        var own = observations.Find(contract.Area, period, rule.Code);
        var city = observations.Find(contract.City, period, rule.Code);
        var year = new IndicatorYear(rule, indicator, period, own, city, StateOf(own, city), Worth: null, Credit: null, Amount: null) { Agreed = Agreed(period) };
        return rule is PricedIndicator priced ? Book(priced, year) : year;
    }

    private IndicatorYear Book(PricedIndicator priced, IndicatorYear year)
    {
        var settled = contract.Settled?.FirstOrDefault(s => s.Year == year.Period.Year && s.Indicator == rule.Code)?.Amount;
        if (year.State != LineState.Valued)
        {
            credited += settled ?? 0;
            return settled is null ? year : year with { State = LineState.Valued, Settled = settled, Amount = settled };
        }

        var worth = IndicatorWorth.Of(priced, indicator, contract.Population.Count, year.Own!.Value.Number!.Value, year.City?.Value.Number);
        var uncapped = CreditRule.Credit(priced.Basis, priced.Worsening, worth.Euros, credited);
        var credit = new IndicatorCredit(credited, uncapped, CreditRule.Within(uncapped, priced.Cap, credited));
        credited += credit.Euros;
        var valued = year with { Worth = worth, Credit = credit, Settled = settled };
        return settled is null ? BookWithCorrection(valued) : BookSettled(valued, settled.Value);
    }

    private IndicatorYear BookSettled(IndicatorYear year, decimal settled)
    {
        correction += year.Credit!.Euros - settled;
        return year with { Amount = settled };
    }

    private IndicatorYear BookWithCorrection(IndicatorYear year)
    {
        var booked = year with { Amount = year.Credit!.Euros + correction, Correction = correction };
        correction = 0;
        return booked;
    }

    private LineState StateOf(Observation? own, Observation? city) => rule switch
    {
        ToBeDeterminedIndicator => LineState.ToBeDetermined,
        UnresolvedIndicator => LineState.Unresolved,
        OwnValueIndicator => StateOf([own]),
        _ => StateOf([own, city]),
    };

    private static LineState StateOf(Observation?[] needed) =>
        needed.Any(o => o?.Value.State == ObservedState.Suppressed) ? LineState.Suppressed
        : needed.All(o => o?.Value.State == ObservedState.Known) ? LineState.Valued
        : LineState.MissingInput;

    // The straight line from the baseline to the agreed change at the end of the term.
    private decimal? Agreed(Period period)
    {
        if (rule is not SteppedIndicator { AgreedChange: { } change } stepped || contract.LastYear == contract.BaselineYear)
        {
            return null;
        }

        var inUnit = stepped.StepUnit == StepUnit.Relative ? Math.Abs(stepped.Baseline) * change / 100 : change;
        var soFar = inUnit * (period.Year - contract.BaselineYear) / (contract.LastYear - contract.BaselineYear);
        return Gap.Improved(indicator, stepped.Baseline, soFar);
    }
}
