using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>
/// The observations that scorecards of one municipality are computed from: its own and those of its areas, in all periods. An
/// indicator is delivered by one dataset only, so area, period and indicator name at most one observation.
/// </summary>
public sealed class ObservationSet
{
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator), Observation> byKey = [];
    private readonly SortedSet<Period> periods = [];
    private readonly SortedSet<AreaCode> areas = [];
    private readonly Dictionary<Period, SortedSet<int>> boundaryYears = [];
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator, int BoundaryYear), Observation?> carried = [];
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator), Observation> elsewhere = [];
    private readonly Crosswalks crosswalks;
    private readonly IndicatorCatalogue? catalogue;

    /// <summary>Takes in observations; of two with the same area, period and indicator the last one counts.</summary>
    public ObservationSet(IEnumerable<Observation> observations)
        : this(observations, Crosswalks.None, catalogue: null)
    {
    }

    /// <summary>Takes in observations, and crosswalks by which they can be asked for in the boundaries of another year.</summary>
    /// <param name="observations">The observations.</param>
    /// <param name="crosswalks">The crosswalks.</param>
    /// <param name="catalogue">The indicators; null where there are no crosswalks.</param>
    /// <param name="elsewhere">Observations of areas of other municipalities, which are not among these but may be carried into them.</param>
    public ObservationSet(
        IEnumerable<Observation> observations, Crosswalks crosswalks, IndicatorCatalogue? catalogue, IReadOnlyCollection<Observation>? elsewhere = null)
    {
        foreach (var observation in elsewhere ?? [])
        {
            this.elsewhere[(observation.Area, observation.Period, observation.Indicator)] = observation;
            AddBoundaryYear(observation);
        }

        this.crosswalks = crosswalks;
        this.catalogue = catalogue;
        foreach (var observation in observations)
        {
            byKey[(observation.Area, observation.Period, observation.Indicator)] = observation;
            periods.Add(observation.Period);
            areas.Add(observation.Area);
            AddBoundaryYear(observation);
        }
    }

    /// <summary>All periods for which there is an observation, in order.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    /// <summary>Gets the same without the observations about other periods than calendar years.</summary>
    public ObservationSet WhereCalendarYear() => byKey.Keys.Concat(elsewhere.Keys).All(key => key.Period.IsCalendarYear)
        ? this
        : new(
            byKey.Values.Where(observation => observation.Period.IsCalendarYear),
            crosswalks,
            catalogue,
            [.. elsewhere.Values.Where(observation => observation.Period.IsCalendarYear)]);

    /// <summary>All areas of which there is an observation, in order of their codes.</summary>
    public IReadOnlyCollection<AreaCode> Areas => areas;

    /// <summary>All observations, in no particular order.</summary>
    public IReadOnlyCollection<Observation> All => byKey.Values;

    /// <summary>The observation of an indicator for an area and a period, or null where nothing was delivered.</summary>
    public Observation? Find(AreaCode area, Period period, string indicator) => byKey.GetValueOrDefault((area, period, indicator));

    /// <summary>
    /// The observation in the boundaries of a year: as delivered where it was for these, else carried by a crosswalk; null where it is
    /// neither. What is compared over years must be asked for so, or boundaries are compared and not areas.
    /// </summary>
    public Observation? Find(AreaCode area, Period period, string indicator, int boundaryYear)
    {
        var delivered = Find(area, period, indicator);
        if (delivered is null ? catalogue is null : delivered.BoundaryYear == boundaryYear)
        {
            return delivered;
        }

        var key = (area, period, indicator, boundaryYear);
        if (!carried.TryGetValue(key, out var found))
        {
            found = Carry(area, period, indicator, boundaryYear);
            carried.Add(key, found);
        }

        return found;
    }

    // From the newest boundaries that the period's figures are for and that a crosswalk leads from.
    private Observation? Carry(AreaCode area, Period period, string code, int boundaryYear)
    {
        if (catalogue?.Find(code) is not { } indicator)
        {
            return null;
        }

        return (boundaryYears.GetValueOrDefault(period) ?? []).Reverse()
            .Select(year => crosswalks.FindBetween(year, boundaryYear)).OfType<Crosswalk>()
            .Select(crosswalk => crosswalk.Carry(area, period, indicator, (part, indicatorCode) =>
                FindDelivered(part, period, indicatorCode) is { } own && own.BoundaryYear == crosswalk.FromYear ? own : null).Observation)
            .FirstOrDefault(observation => observation is not null);
    }

    private Observation? FindDelivered(AreaCode area, Period period, string indicator) =>
        Find(area, period, indicator) is { Derivation: null } own ? own : elsewhere.GetValueOrDefault((area, period, indicator));

    private void AddBoundaryYear(Observation observation)
    {
        if (!boundaryYears.TryGetValue(observation.Period, out var years))
        {
            boundaryYears.Add(observation.Period, years = []);
        }

        years.Add(observation.BoundaryYear);
    }
}
