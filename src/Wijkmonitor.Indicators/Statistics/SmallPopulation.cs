using System.Diagnostics.CodeAnalysis;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>
/// Effect of chance on a rate in a small population. With n persons and proportion p one case moves the rate by 1/n, and the standard
/// deviation of the rate is sqrt(p(1-p)/n). A rate is a proportion times its scale: 100 for percentages, 1,000 for rates per 1,000.
/// </summary>
/// <param name="Count">The number of persons (or homes) that the rate is taken over.</param>
/// <param name="Scale">Base of the rate: 100 or 1,000.</param>
public sealed record SmallPopulation(int Count, int Scale)
{
    /// <summary>A change smaller than this many standard deviations may well be chance.</summary>
    public const int ChanceLimit = 2;

    /// <summary>Effect of one case on the rate, in the rate's unit.</summary>
    public decimal OneCase => (decimal)Scale / Count;

    /// <summary>Tries to get the scale of rates in a unit of the catalogue.</summary>
    /// <remarks>It is 100 for <c>%</c> and <c>per 100</c>, and 1,000 for <c>per 1000</c>.</remarks>
    /// <returns>False for units that are no rate.</returns>
    public static bool TryScale(string unit, [NotNullWhen(true)] out int? scale)
    {
        scale = unit switch { "%" or "per 100" => 100, "per 1000" => 1000, _ => null };
        return scale is not null;
    }

    /// <summary>Computes the standard deviation of a rate, in the rate's unit.</summary>
    /// <returns>Null where the rate is no proportion: below 0 or above the scale.</returns>
    public decimal? ComputeStandardDeviation(decimal rate)
    {
        var p = rate / Scale;
        return p is < 0 or > 1 ? null : (decimal)Math.Sqrt((double)(p * (1 - p) / Count)) * Scale;
    }

    /// <summary>Whether a change from a rate is smaller than <see cref="ChanceLimit"/> standard deviations of that rate.</summary>
    public bool IsWithinChance(decimal from, decimal to) =>
        from != to && ComputeStandardDeviation(from) is { } deviation && Math.Abs(to - from) < ChanceLimit * deviation;
}
