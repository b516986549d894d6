using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>What was measured of an indicator in an area, through time.</summary>
internal sealed class LiveabilitySeries(ObservationSet observations, AreaCode area, Indicator indicator)
{
    private readonly List<Observation> known =
        [.. observations.Periods.Select(period => observations.Find(area, period, indicator.Code)).OfType<Observation>().Where(o => o.Value.Number is not null)];

    private readonly Dictionary<int, List<Observation>> byBoundaries = [];

    /// <summary>The indicator.</summary>
    public Indicator Indicator => indicator;

    /// <summary>The area.</summary>
    public AreaCode Area => area;

    /// <summary>The last year with a known value; null where there is none.</summary>
    public Period? Last => known.Count == 0 ? null : known[^1].Period;

    /// <summary>The observation of a year, known or not; null where none was delivered.</summary>
    public Observation? At(Period period) => observations.Find(area, period, indicator.Code);

    /// <summary>The known observation of a year on the same boundaries as another one, or carried there by a crosswalk; null where there is none.</summary>
    public Observation? KnownAt(int year, Observation onBoundariesOf) => On(onBoundariesOf.BoundaryYear).Find(o => o.Period.Year == year);

    /// <summary>The last known observation in or before a year, on the same boundaries as another one or carried there; null where there is none.</summary>
    public Observation? LastKnownUntil(int year, Observation onBoundariesOf) => On(onBoundariesOf.BoundaryYear).FindLast(o => o.Period.Year <= year);

    /// <summary>The known observations up to and with one, on its boundaries or carried there by a crosswalk, in time.</summary>
    public IReadOnlyList<Observation> Until(Observation last) => On(last.BoundaryYear).FindAll(o => o.Period <= last.Period);

    /// <summary>The trend of the measurements up to and with one, on its boundaries.</summary>
    public Trend TrendUntil(Observation last) =>
        Trend.Of([.. Until(last).Select(o => new TrendPoint(o.Period, o.Value.Number!.Value, o.BoundaryYear))]);

    private List<Observation> On(int boundaryYear)
    {
        if (!byBoundaries.TryGetValue(boundaryYear, out var found))
        {
            found = [.. observations.Periods.Select(period => observations.Find(area, period, indicator.Code, boundaryYear)).OfType<Observation>().Where(o => o.Value.Number is not null)];
            byBoundaries.Add(boundaryYear, found);
        }

        return found;
    }
}
