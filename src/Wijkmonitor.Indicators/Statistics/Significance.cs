using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>
/// Significance of a rate's difference with a reference such as the city's value. The rate was counted among a known number, so that
/// Wilson's interval of 95 % (<see cref="WilsonInterval"/>) says which underlying rates fit the count; a difference is called one only
/// where the reference lies outside it.
/// </summary>
/// <param name="Lower">The lower bound of the interval, in the rate's unit.</param>
/// <param name="Upper">The upper bound of the interval, in the rate's unit.</param>
/// <param name="Reference">Figure that the rate is compared with, in the rate's unit.</param>
public sealed record Significance(decimal Lower, decimal Upper, decimal Reference)
{
    /// <summary>Confidence level of the interval, in percent.</summary>
    public decimal Level { get; init; } = IntervalMethod.CommonLevel;

    /// <summary>Whether the interval is the source's own; otherwise it was computed here.</summary>
    public bool IsOfSource { get; init; }

    /// <summary>Whether the reference lies outside the interval. On its edge it does not.</summary>
    public bool IsOutsideChance => Reference < Lower || Reference > Upper;

    /// <summary>Computes the significance of a figure's difference with a reference by the margin that its source gives.</summary>
    /// <returns>Null where the source gives no margin with both bounds.</returns>
    public static Significance? From(ObservedInterval? interval, decimal reference) => interval is { Lower: { } lower, Upper: { } upper }
        ? new Significance(lower, upper, reference) { Level = interval.Method?.Level ?? IntervalMethod.CommonLevel, IsOfSource = true }
        : null;

    /// <summary>Computes the significance of a rate's difference with a reference.</summary>
    /// <param name="unit">The rate's unit in the catalogue: <c>%</c>, <c>per 100</c> or <c>per 1000</c>.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="denominator">Among how many (persons, homes) it was counted; null where that is not known.</param>
    /// <param name="reference">Figure that it is compared with.</param>
    /// <returns>
    /// Null where nothing can be said: the unit is no rate, the denominator is not known or not above 0, or the rate is no proportion
    /// (below 0, or above its scale: incidents can outnumber residents).
    /// </returns>
    public static Significance? Compute(string unit, decimal rate, decimal? denominator, decimal reference)
    {
        if (denominator is not > 0 || !SmallPopulation.TryScale(unit, out var found) || found is not { } scale || rate < 0 || rate > scale)
        {
            return null;
        }

        var interval = WilsonInterval.Compute((double)(rate / scale), (double)denominator);
        return new Significance((decimal)interval.Lower * scale, (decimal)interval.Upper * scale, reference);
    }

    /// <summary>Computes the significance of an indicator's difference with a reference; null as with the other overload.</summary>
    public static Significance? Compute(Indicator indicator, decimal rate, decimal? denominator, decimal reference) =>
        Compute(indicator.Unit, rate, denominator, reference);
}
