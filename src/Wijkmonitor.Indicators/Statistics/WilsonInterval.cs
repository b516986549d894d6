namespace Wijkmonitor.Indicators.Statistics;

/// <summary>The score interval of Wilson (1927) for a proportion: the range of the underlying rate.</summary>
/// <param name="Lower">From 0 through 1.</param>
/// <param name="Upper">From 0 through 1, at least <paramref name="Lower"/>.</param>
/// <remarks>
/// It follows from the cases counted among a known number. Unlike the interval around p with sqrt(p(1-p)/n) it stays within 0 and 1 and has a width
/// at 0 and at 1. (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n), without correction for continuity: E.B. Wilson, "Probable inference, the law
/// of succession, and statistical inference", Journal of the American Statistical Association 22 (1927).
/// </remarks>
public sealed record WilsonInterval(double Lower, double Upper)
{
    /// <summary>The standard normal quantile of 97.5 %: an interval of 95 %.</summary>
    public const double NormalQuantile95 = 1.959963984540054;

    /// <summary>Computes the interval around a proportion.</summary>
    /// <param name="proportion">The share as counted, from 0 through 1.</param>
    /// <param name="total">Among how many it was counted (persons, dwellings); more than 0.</param>
    /// <param name="quantile">The two-sided standard normal quantile of the confidence; 95 % when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The proportion lies outside 0 and 1, or total or quantile is not a number above 0.</exception>
    public static WilsonInterval Compute(double proportion, double total, double quantile = NormalQuantile95)
    {
        if (!(proportion is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(proportion), proportion, "A proportion lies from 0 through 1.");
        }

        ThrowUnlessPositive(total, nameof(total));
        ThrowUnlessPositive(quantile, nameof(quantile));
        var squared = quantile * quantile / total;
        var centre = proportion + (squared / 2);
        var half = quantile * Math.Sqrt(((proportion * (1 - proportion)) + (squared / 4)) / total);

        // At 0 and at 1 the bound is exactly that; the square root can miss it by the last bit.
        return new(
            proportion == 0 ? 0 : Math.Max(0, (centre - half) / (1 + squared)),
            proportion == 1 ? 1 : Math.Min(1, (centre + half) / (1 + squared)));
    }

    private static void ThrowUnlessPositive(double value, string name)
    {
        if (!(value > 0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "A finite number above 0.");
        }
    }
}
