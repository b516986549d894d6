using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Statistics;

/// <summary>A value in a series.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value, known.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="CoversYears">The number of years that the value is taken over; more than 1 for a moving average.</param>
public readonly record struct TrendPoint(Period Period, decimal Value, int BoundaryYear, int CoversYears = 1);

/// <summary>State of the trend of a series: there is one that can be spoken of, or not.</summary>
public enum TrendState
{
    /// <summary>There is one.</summary>
    Found,

    /// <summary>There are fewer than three periods.</summary>
    TooFewPeriods,

    /// <summary>The values are for different boundaries, so that they are not about the same area.</summary>
    SeveralBoundaries,

    /// <summary>The values are about periods of different kinds, such as years and quarters, which are not one series.</summary>
    SeveralGranularities,
}

/// <summary>The straight line through a series by least squares, and whether its slope can be chance.</summary>
/// <remarks>
/// Student's t of the slope with n - 2 degrees of freedom, two-sided. Years without a value are left out and not filled in. With three points on a
/// straight line nothing is left over for chance, so a few points say little: the number of periods is part of the outcome. Moving averages share
/// years with those next to them, which would make any trend look sure: of those only the ones that share none are used, counted back from the last.
/// </remarks>
/// <param name="State">Whether there is a trend; without one nothing else is.</param>
/// <param name="Periods">Number of periods that it was taken over.</param>
/// <param name="Slope">The change per year in the values' unit: above 0 for a rise, below 0 for a fall. Null unless found.</param>
/// <param name="Probability">The probability of a slope at least as steep where there is none, from 0 through 1. Null unless found.</param>
public sealed record Trend(TrendState State, int Periods, double? Slope, double? Probability)
{
    /// <summary>The fewest periods that have a trend.</summary>
    public const int MinPeriods = 3;

    /// <summary>A slope that is less probable than this is taken to be no chance.</summary>
    public const double ChanceLimit = 0.05;

    // What least squares leave of a straight line is noise of floating point, as a share of the values.
    private const double Noise = 1e-12;

    /// <summary>1 for a rise, -1 for a fall, 0 for neither; null unless found.</summary>
    public int? Sign => Slope is { } slope ? Math.Sign(slope) : null;

    /// <summary>Whether there is a rise or fall that is improbable as chance.</summary>
    public bool IsOutsideChance => Probability < ChanceLimit && Sign is not 0;

    /// <summary>Computes the trend of a series; the order of its points does not matter, and each period occurs once.</summary>
    public static Trend Compute(IReadOnlyCollection<TrendPoint> series)
    {
        if (series.Select(point => point.BoundaryYear).Distinct().Skip(1).Any())
        {
            return new Trend(TrendState.SeveralBoundaries, series.Count, Slope: null, Probability: null);
        }

        if (series.Select(point => point.Period.Granularity).Distinct().Skip(1).Any())
        {
            return new Trend(TrendState.SeveralGranularities, series.Count, Slope: null, Probability: null);
        }

        series = RemoveOverlap(series);
        if (series.Count < MinPeriods)
        {
            return new Trend(TrendState.TooFewPeriods, series.Count, Slope: null, Probability: null);
        }

        // Years count from the first one, values from their mean: large numbers would cost digits.
        var ordered = series.OrderBy(point => point.Period).ToList();
        double[] years = [.. ordered.Select(point => point.Period.GetYearsAfter(ordered[0].Period))];
        double[] values = [.. ordered.Select(point => (double)point.Value)];
        var mean = values.Average();
        double[] distances = [.. values.Select(value => value - mean)];
        var size = values.Max(Math.Abs);
        var (intercept, slope) = Fit.Line(years, distances);
        if (Math.Abs(slope) * years[^1] <= Noise * size)
        {
            return new Trend(TrendState.Found, series.Count, Slope: 0, Probability: 1);
        }

        var residualSum = Math.Sqrt(years.Zip(distances, (x, y) => Square(y - intercept - (slope * x))).Sum() / (years.Length - 2));
        return new Trend(TrendState.Found, series.Count, slope, residualSum <= Noise * size ? 0 : ComputeProbability(years, slope, residualSum));
    }

    private static IReadOnlyCollection<TrendPoint> RemoveOverlap(IReadOnlyCollection<TrendPoint> series)
    {
        if (series.All(point => point.CoversYears == 1))
        {
            return series;
        }

        List<TrendPoint> apart = [];
        foreach (var point in series.OrderByDescending(point => point.Period))
        {
            if (apart.Count == 0 || apart[^1].Period.Year - point.Period.Year >= Math.Max(point.CoversYears, apart[^1].CoversYears))
            {
                apart.Add(point);
            }
        }

        return apart;
    }

    private static double ComputeProbability(double[] years, double slope, double residualSum)
    {
        var middle = years.Average();
        var error = residualSum / Math.Sqrt(years.Sum(x => Square(x - middle)));
        return 2 * StudentT.CDF(0, 1, years.Length - 2, -Math.Abs(slope / error));
    }

    private static double Square(double x) => x * x;
}
