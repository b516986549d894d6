using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>A value that was brought to 0 (least favourable) .. 100 (most favourable).</summary>
/// <param name="Favourable">The place; null where it cannot be computed.</param>
/// <param name="IsBeyond">Whether the value was beyond an end and counts as that end.</param>
/// <param name="Steps">Calculation steps.</param>
/// <param name="Derived">Derivations of what it was compared with, if that came from the municipality's areas.</param>
internal sealed record NormalisedValue(decimal? Favourable, bool IsBeyond, IReadOnlyList<CalculationStep> Steps, IReadOnlyList<ScorecardInput> Derived);

/// <summary>Normaliser of the values of one indicator to 0 .. 100 within one municipality and year.</summary>
internal sealed class Normaliser
{
    private const decimal Best = 100;
    private const decimal Middle = Best / 2;
    private readonly Indicator indicator;
    private readonly Normalisation rule;
    private readonly decimal[] sorted;
    private readonly ZScores? population;
    private readonly string key;

    /// <summary>A normaliser for an indicator.</summary>
    /// <param name="indicator">The indicator; it has a direction.</param>
    /// <param name="rule">The way.</param>
    /// <param name="values">The known values of all areas that are scored.</param>
    /// <param name="municipality">The municipality.</param>
    /// <param name="period">The year.</param>
    public Normaliser(Indicator indicator, Normalisation rule, IEnumerable<decimal> values, AreaCode municipality, Period period)
    {
        this.indicator = indicator;
        this.rule = rule;
        sorted = [.. values.Order()];
        population = rule.Method == NormalisationMethod.ZScore ? ZScores.Compute(sorted) : null;
        Mean = sorted.Length == 0 ? null : sorted.Sum() / sorted.Length;
        key = $"{municipality}/derived/{period}/{indicator.Code}";
    }

    /// <summary>The mean over the areas, each counting once; null where none is known.</summary>
    public decimal? Mean { get; }

    /// <summary>Normalises one of those values.</summary>
    public NormalisedValue Normalise(Observation observation)
    {
        var calculation = new Calculation(FourAngleLabels.Steps);
        var value = new Operand(observation.Value.Number!.Value, observation.Key);
        var (place, derived) = rule.Method switch
        {
            NormalisationMethod.MinMax => (NormaliseBetween(calculation, value, rule.Low!.Value, rule.High!.Value), []),
            NormalisationMethod.Share =>
                (NormaliseBetween(calculation, value, 0, SmallPopulation.TryScale(indicator.Unit, out var scale) ? scale.Value : Best), []),
            NormalisationMethod.ZScore => NormaliseByDeviation(calculation, value),
            _ => NormaliseByRank(calculation, value),
        };
        if (place is not { } found)
        {
            return new NormalisedValue(Favourable: null, IsBeyond: false, calculation.Steps, derived);
        }

        var within = calculation.Max("at-least", calculation.Min("at-most", found, Operand.FromConstant(Best)), Operand.FromConstant(0));
        var lag = calculation.SubtractFromReference("behind-the-middle", indicator, within, Operand.FromConstant(Middle));
        return new NormalisedValue(calculation.Subtract("favourable", Operand.FromConstant(Middle), lag).Value,
            within.Value != found.Value, calculation.Steps, derived);
    }

    private static Operand? NormaliseBetween(Calculation calculation, Operand value, decimal low, decimal high)
    {
        var above = calculation.Subtract("above-the-low-end", value, Operand.FromConstant(low));
        var part = calculation.Multiply("in-hundredths", above, Operand.FromConstant(Best));
        return calculation.Divide("place", part, calculation.Subtract("width", Operand.FromConstant(high), Operand.FromConstant(low)));
    }

    private (Operand? Place, IReadOnlyList<ScorecardInput> Derived) NormaliseByDeviation(Calculation calculation, Operand value)
    {
        if (population is null)
        {
            return (null, []);
        }

        var (mean, width) = (new Operand(population.Mean, key + ".mean"), new Operand(population.Deviation, key + ".deviation"));
        var z = calculation.Divide("z-score", calculation.Subtract("above-the-mean", value, mean), width);
        var reach = Operand.FromConstant(rule.Reach!.Value);
        var part = calculation.Multiply("in-hundredths", calculation.Add("above-the-low-end", z, reach), Operand.FromConstant(Best));
        var place = calculation.Divide("place", part, calculation.Add("width", reach, reach));
        return (place, [Derive(mean), Derive(width)]);
    }

    private (Operand? Place, IReadOnlyList<ScorecardInput> Derived) NormaliseByRank(Calculation calculation, Operand value)
    {
        if (sorted.Length < Spread.MinValues)
        {
            return (null, []);
        }

        var below = FindLowerBound(value.Value, orEqual: false);
        var equal = FindLowerBound(value.Value, orEqual: true) - below;
        Operand[] counts = [new(below, key + ".areas-below"), new(equal, key + ".areas-equal"), new(sorted.Length, key + ".areas")];
        var half = calculation.Divide("half-of-the-equals", counts[1], Operand.FromConstant(2));
        var rank = calculation.Add("rank", counts[0], half);
        var place = calculation.Divide("place", calculation.Multiply("in-hundredths", rank, Operand.FromConstant(Best)), counts[2]);
        return (place, [.. counts.Select(Derive)]);
    }

    // How many values lie below one (or equal it).
    private int FindLowerBound(decimal value, bool orEqual)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private static ScorecardInput Derive(Operand number) =>
        new("municipality", number.From, ObservedState.Known, number.Value, Delivery: null, Line: null);
}
