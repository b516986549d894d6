using System.Numerics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Budget;

/// <summary>Division of an amount in proportion to weights, in whole cents that sum to the amount.</summary>
/// <remarks>
/// Every part is first cut off to the cent, and the cents left over go one by one to the parts that lost most by that (the method of the largest
/// remainder). Of equal remainders the first in order comes first. It is computed in whole numbers, so that no rounding decides who gets the last
/// cent.
/// </remarks>
public static class LargestRemainder
{
    private const int CentsInEuro = 100;

    /// <summary>Splits an amount into parts, in the order of the weights.</summary>
    /// <param name="amount">The amount in euros, with at most two decimals, 0 or more.</param>
    /// <param name="weights">The weights, each 0 or more; a weight of 0 gives a part of 0.</param>
    /// <returns>Null where the weights add up to nothing, so that there is nothing to split by.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount or a weight is below 0, or the amount is finer than a cent.</exception>
    public static IReadOnlyList<decimal>? Split(decimal amount, IReadOnlyList<decimal> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (amount * CentsInEuro != decimal.Truncate(amount * CentsInEuro))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is split to the cent; it has more than two decimals.");
        }

        var whole = ToWholeNumbers(weights);
        var sum = whole.Aggregate(BigInteger.Zero, (total, weight) => total + weight);
        return sum.IsZero ? null : [.. SplitCents(new BigInteger(amount * CentsInEuro), whole, sum).Select(cents => (decimal)cents / CentsInEuro)];
    }

    private static BigInteger[] SplitCents(BigInteger amount, BigInteger[] weights, BigInteger sum)
    {
        var parts = new BigInteger[weights.Length];
        var remainders = new BigInteger[weights.Length];
        var remaining = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            parts[i] = BigInteger.DivRem(amount * weights[i], sum, out remainders[i]);
            remaining -= parts[i];
        }

        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]).Take((int)remaining))
        {
            parts[i]++;
        }

        return parts;
    }

    // A decimal is a whole number and a power of ten; with the same power under all, the whole numbers are in proportion.
    private static BigInteger[] ToWholeNumbers(IReadOnlyList<decimal> weights)
    {
        var maxDecimals = weights.Count == 0 ? 0 : weights.Max(weight => weight.Scale);
        return [.. weights.Select(weight =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(weight, bits);
            var mantissa = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
            return mantissa * BigInteger.Pow(10, maxDecimals - weight.Scale);
        })];
    }
}
