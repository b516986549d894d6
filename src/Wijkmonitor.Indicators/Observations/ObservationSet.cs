using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>
/// The observations that scorecards of one municipality are computed from: its own and those of its areas, in all periods. An
/// indicator is delivered by one dataset only, so area, period and indicator name at most one observation.
/// </summary>
public sealed class ObservationSet
{
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator), Observation> byKey = [];
    private readonly SortedSet<Period> periods = [];
    private readonly SortedSet<AreaCode> areas = [];

    /// <summary>Takes in observations; of two with the same area, period and indicator the last one counts.</summary>
    public ObservationSet(IEnumerable<Observation> observations)
    {
        foreach (var observation in observations)
        {
            byKey[(observation.Area, observation.Period, observation.Indicator)] = observation;
            periods.Add(observation.Period);
            areas.Add(observation.Area);
        }
    }

    /// <summary>All periods for which there is an observation, in order.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    /// <summary>All areas of which there is an observation, in order of their codes.</summary>
    public IReadOnlyCollection<AreaCode> Areas => areas;

    /// <summary>All observations, in no particular order.</summary>
    public IReadOnlyCollection<Observation> All => byKey.Values;

    /// <summary>The observation of an indicator for an area and a period, or null where nothing was delivered.</summary>
    public Observation? Find(AreaCode area, Period period, string indicator) => byKey.GetValueOrDefault((area, period, indicator));
}
