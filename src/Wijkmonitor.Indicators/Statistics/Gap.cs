using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>Distance of a value behind a reference, in the direction of the indicator: positive is worse, negative is better.</summary>
/// <remarks>This is the only place where polarity decides a sign.</remarks>
public static class Gap
{
    /// <summary>Computes the gap of a value with a reference, in the indicator's unit.</summary>
    /// <remarks>It is value - reference where lower is better, and reference - value where higher is better.</remarks>
    /// <returns>Null where the indicator is not judged.</returns>
    public static decimal? Compute(Indicator indicator, decimal value, decimal reference) => indicator.Polarity switch
    {
        Polarity.LowerIsBetter => value - reference,
        Polarity.HigherIsBetter => reference - value,
        _ => null,
    };

    /// <summary>Computes the improvement from an earlier value to a later one, in the indicator's unit: positive is better.</summary>
    /// <returns>Null where the indicator is not judged.</returns>
    public static decimal? ComputeImprovement(Indicator indicator, decimal earlier, decimal later) => Compute(indicator, earlier, later);

    /// <summary>Computes the value that is better than a reference by an improvement in the indicator's unit.</summary>
    /// <returns>Null where the indicator is not judged.</returns>
    public static decimal? ApplyImprovement(Indicator indicator, decimal reference, decimal improvement) => indicator.Polarity switch
    {
        Polarity.LowerIsBetter => reference - improvement,
        Polarity.HigherIsBetter => reference + improvement,
        _ => null,
    };
}
