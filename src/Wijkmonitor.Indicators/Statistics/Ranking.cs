using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>
/// Ranking of values in a population by order. Values that are equal to twelve significant digits are ties: what computed values differ by beyond
/// that is noise of floating point, and noise must not rank. Equal values have equal places.
/// </summary>
public sealed class Ranking
{
    private const string SignificantDigits = "E11";
    private readonly double[] sorted;

    /// <summary>A population; its order does not matter.</summary>
    public Ranking(IEnumerable<double> population)
    {
        sorted = [.. population.Select(RemoveNoise)];
        if (Array.Exists(sorted, value => !double.IsFinite(value)))
        {
            throw new ArgumentException("A population consists of numbers: leave unknown values out.", nameof(population));
        }

        Array.Sort(sorted);
    }

    /// <summary>Number of values.</summary>
    public int Count => sorted.Length;

    /// <summary>Computes the rank of each value, in the order in which they are given: 1 for the lowest.</summary>
    /// <remarks>Ties have the mean of the ranks that they share (two lowest: both 1.5).</remarks>
    public static IReadOnlyList<double> ComputeRanks(IEnumerable<double> values)
    {
        double[] cleaned = [.. values.Select(RemoveNoise)];
        return cleaned.Length == 0 ? [] : ArrayStatistics.RanksInplace(cleaned, RankDefinition.Average);
    }

    /// <summary>Gets the percentile of a value: the share of the population below it plus half of its ties.</summary>
    /// <remarks>It is in percent. The middle of a population is at 50, whatever ties it has.</remarks>
    /// <returns>Null where the population is empty.</returns>
    public double? GetPercentile(double value)
    {
        var rank = RemoveNoise(value);
        var below = FindFirstNot(other => other < rank);
        var equal = FindFirstNot(other => other <= rank) - below;
        return sorted.Length == 0 ? null : 100.0 * (below + (equal / 2.0)) / sorted.Length;
    }

    /// <summary>Gets the value below which a share of the population is.</summary>
    /// <remarks>It interpolates linearly between the two nearest (R's type 7, Excel's PERCENTILE.INC).</remarks>
    /// <param name="share">From 0 through 1; 0.5 is the median.</param>
    /// <returns>Null where the population is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside 0 and 1.</exception>
    public double? GetQuantile(double share)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies from 0 through 1.");
        }

        return sorted.Length == 0 ? null : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
    }

    // How many at the start have what the others have not; by halves, as a city places every one of its areas.
    private int FindFirstNot(Func<double, bool> has)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = has(sorted[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Rounds the value to twelve significant digits.</summary>
    internal static double RemoveNoise(double value) =>
        double.Parse(value.ToString(SignificantDigits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
