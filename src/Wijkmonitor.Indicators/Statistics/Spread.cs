namespace Wijkmonitor.Indicators.Statistics;

/// <summary>The spread of values.</summary>
public static class Spread
{
    /// <summary>The fewest values that have a spread.</summary>
    public const int MinValues = 2;

    /// <summary>Computes the standard deviation of a whole population, not of a sample from it.</summary>
    /// <remarks>It is the root of the mean squared distance to the mean, each value counting once.</remarks>
    /// <returns>Null for fewer than <see cref="MinValues"/> values.</returns>
    public static decimal? ComputeStandardDeviation(IReadOnlyCollection<decimal> values)
    {
        if (values.Count < MinValues)
        {
            return null;
        }

        try
        {
            var mean = values.Sum() / values.Count;
            return (decimal)Math.Sqrt((double)(values.Sum(v => (v - mean) * (v - mean)) / values.Count));
        }
        catch (OverflowException)
        {
            // Squares of very large values do not fit a decimal; a double keeps enough of them for a spread.
            var mean = values.Average(v => (double)v);
            return (decimal)Math.Sqrt(values.Average(v => ((double)v - mean) * ((double)v - mean)));
        }
    }

    /// <summary>Computes the weighted mean: the sum of value times weight over the sum of the weights.</summary>
    /// <returns>Null where the weights add up to nothing.</returns>
    public static decimal? ComputeWeightedMean(IReadOnlyCollection<(decimal Value, decimal Weight)> values) =>
        values.Sum(v => v.Weight) is var weight and > 0 ? values.Sum(v => v.Value * v.Weight) / weight : null;
}
