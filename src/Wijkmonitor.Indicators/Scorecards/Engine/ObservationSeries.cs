using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The observations of an indicator in an area through time.</summary>
internal sealed class ObservationSeries(ObservationSet observations, AreaCode area, Indicator indicator)
{
    private readonly Dictionary<int, List<Observation>> byBoundaries = [];
    private readonly Period? last = observations.Periods.Where(period => observations.Find(area, period, indicator.Code)?.Value.Number is not null)
        .Select(period => (Period?)period).LastOrDefault();

    /// <summary>The indicator.</summary>
    public Indicator Indicator => indicator;

    /// <summary>The area.</summary>
    public AreaCode Area => area;

    /// <summary>The last period with a known value; null where there is none.</summary>
    public Period? Last => last;

    /// <summary>Finds the observation of a period, known or not, or null where none was delivered.</summary>
    public Observation? Find(Period period) => observations.Find(area, period, indicator.Code);

    /// <summary>Finds the known observation of a year on the boundaries of another one, or carried there, or null.</summary>
    public Observation? FindKnown(int year, Observation onBoundariesOf) =>
        GetByBoundaryYear(onBoundariesOf.BoundaryYear).Find(known => known.Period.Year == year);

    /// <summary>Finds the last known observation until a year on the boundaries of another one, or carried there, or null.</summary>
    public Observation? FindLastKnown(int year, Observation onBoundariesOf) =>
        GetByBoundaryYear(onBoundariesOf.BoundaryYear).FindLast(known => known.Period.Year <= year);

    /// <summary>Gets the known observations until another one, on its boundaries or carried there, in time.</summary>
    public IReadOnlyList<Observation> GetUntil(Observation own) => GetByBoundaryYear(own.BoundaryYear).FindAll(known => known.Period <= own.Period);

    /// <summary>Computes the trend of the observations until another one, on its boundaries.</summary>
    public Trend ComputeTrend(Observation own) =>
        Trend.Compute([.. GetUntil(own)
            .Select(known => new TrendPoint(known.Period, known.Value.Number!.Value, known.BoundaryYear, known.Measured.CoversYears))]);

    private List<Observation> GetByBoundaryYear(int boundaryYear)
    {
        if (!byBoundaries.TryGetValue(boundaryYear, out var known))
        {
            known = [.. observations.Periods.Select(period => observations.Find(area, period, indicator.Code, boundaryYear))
                .OfType<Observation>()
                .Where(found => found.Value.Number is not null)];
            byBoundaries.Add(boundaryYear, known);
        }

        return known;
    }
}
