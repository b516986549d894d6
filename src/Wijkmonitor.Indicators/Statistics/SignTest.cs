namespace Wijkmonitor.Indicators.Statistics;

/// <summary>Sign test of pairs: the chance of a split as unequal as was seen.</summary>
/// <remarks>
/// It is the chance where neither of the two tends to be lower.
/// It asks nothing of the distribution and takes pairs as independent. Equal pairs are left out. The chance is two-sided and exact: twice the sum of the
/// binomial coefficients up to the smaller number, over two to the power of the pairs.
/// </remarks>
public static class SignTest
{
    /// <summary>Computes the chance.</summary>
    /// <param name="lower">Number of pairs in which the first is lower.</param>
    /// <param name="higher">Number of pairs in which it is higher.</param>
    /// <returns>From 0 through 1; 1 where no pair differs.</returns>
    public static decimal Compute(int lower, int higher)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        ArgumentOutOfRangeException.ThrowIfNegative(higher);
        var pairs = lower + higher;
        var (term, sum) = (Math.Pow(0.5, pairs), 0.0);
        for (var count = 0; count <= Math.Min(lower, higher); count++)
        {
            sum += term;
            term = term * (pairs - count) / (count + 1);
        }

        return (decimal)Math.Min(1, 2 * sum);
    }
}
