namespace Wijkmonitor.Indicators.Statistics;

/// <summary>
/// Z-scores of values in a population: the distance to the mean in its standard deviations (<see cref="Spread.ComputeStandardDeviation"/>). A z-score
/// is a statistic without a unit; it is not turned by polarity.
/// </summary>
/// <param name="Count">Number of values in the population.</param>
/// <param name="Mean">Their mean, in their unit.</param>
/// <param name="Deviation">Their standard deviation, in their unit; above 0.</param>
public sealed record ZScores(int Count, decimal Mean, decimal Deviation)
{
    /// <summary>Computes the z-scores within a population.</summary>
    /// <returns>Null for fewer than <see cref="Spread.MinValues"/> values, and where all are the same: then nothing stands out.</returns>
    public static ZScores? Compute(IReadOnlyCollection<decimal> population)
    {
        if (population.Count < Spread.MinValues || population.Min() == population.Max())
        {
            return null;
        }

        return Spread.ComputeStandardDeviation(population) is { } deviation and > 0 ? new ZScores(population.Count, population.Average(), deviation) : null;
    }
}
