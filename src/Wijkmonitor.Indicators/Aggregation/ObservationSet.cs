using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Aggregation;

/// <summary>
/// The observations that scorecards of one municipality are computed from: its own and those of its areas, in all periods. Area, period and indicator name
/// at most one that counts; only where datasets hold it in the boundaries of several years, there is one for each of those.
/// </summary>
public sealed class ObservationSet
{
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator), Observation> byKey = [];
    private readonly SortedSet<Period> periods = [];
    private readonly SortedSet<AreaCode> areas = [];
    private readonly Dictionary<Period, SortedSet<int>> boundaryYears = [];
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator, int BoundaryYear), Observation?> inBoundaries = [];
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator, int BoundaryYear), Observation> elsewhere = [];
    private readonly Dictionary<(AreaCode Area, Period Period, string Indicator, int BoundaryYear), Observation> otherBoundaries = [];
    private readonly List<Observation> preceded = [];
    private readonly Crosswalks crosswalks;
    private readonly IndicatorCatalogue? catalogue;
    private readonly bool isForVerdicts;

    /// <summary>Creates a set of observations; of two with the same area, period and indicator the last one counts.</summary>
    /// <remarks>One that others go before is left out.</remarks>
    public ObservationSet(IEnumerable<Observation> observations)
        : this(observations, Crosswalks.None, catalogue: null)
    {
    }

    /// <summary>Creates a set of observations with crosswalks by which they can be requested in the boundaries of another year.</summary>
    /// <param name="observations">The observations.</param>
    /// <param name="crosswalks">The crosswalks.</param>
    /// <param name="catalogue">The indicators; null where there are no crosswalks.</param>
    /// <param name="elsewhere">Observations of areas of other municipalities, which are not among these but may be carried into them.</param>
    public ObservationSet(
        IEnumerable<Observation> observations, Crosswalks crosswalks, IndicatorCatalogue? catalogue, IReadOnlyCollection<Observation>? elsewhere = null)
    {
        foreach (var observation in (elsewhere ?? []).Where(observation => observation.Counts))
        {
            this.elsewhere[(observation.Area, observation.Period, observation.Indicator, observation.BoundaryYear)] = observation;
            AddBoundaryYear(observation);
        }

        this.crosswalks = crosswalks;
        this.catalogue = catalogue;
        foreach (var observation in observations)
        {
            Add(observation);
        }
    }

    // The same for verdicts: what is too incomplete to be judged has no number.
    private ObservationSet(ObservationSet other)
        : this(
            other.preceded.Concat(other.All).Select(observation => observation.ForVerdict()), other.crosswalks, other.catalogue, [.. other.elsewhere.Values]) =>
        isForVerdicts = true;

    /// <summary>All periods for which there is an observation, in order.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    /// <summary>Gets the same without the observations about other periods than calendar years.</summary>
    public ObservationSet SelectCalendarYears() =>
        periods.Concat(preceded.Select(observation => observation.Period)).Concat(elsewhere.Keys.Select(key => key.Period)).All(period => period.IsCalendarYear)
        ? this
        : new(
            preceded.Concat(All).Where(observation => observation.Period.IsCalendarYear),
            crosswalks,
            catalogue,
            [.. elsewhere.Values.Where(observation => observation.Period.IsCalendarYear)]);

    /// <summary>Gets the same for judgements. A figure that is too incomplete for that has no number in it, and says what it is about.</summary>
    /// <remarks>Where no dataset declares the least share for a verdict, no figure is incomplete.</remarks>
    public ObservationSet ForVerdicts() =>
        isForVerdicts || All.Concat(elsewhere.Values).All(observation => observation.RequiredShare is null) ? this : new(this);

    /// <summary>All areas of which there is an observation, in order of their codes.</summary>
    public IReadOnlyCollection<AreaCode> Areas => areas;

    /// <summary>All observations that count, in no particular order.</summary>
    public IReadOnlyCollection<Observation> All => otherBoundaries.Count == 0 ? byKey.Values : [.. otherBoundaries.Values, .. byKey.Values];

    /// <summary>The observations that do not count, because others go before them.</summary>
    public IReadOnlyCollection<Observation> Preceded => preceded;

    /// <summary>Finds the observation of an indicator for an area and a period, or null where nothing was delivered.</summary>
    public Observation? Find(AreaCode area, Period period, string indicator) => byKey.GetValueOrDefault((area, period, indicator));

    /// <summary>Finds the observation in the boundaries of a year: delivered for these, else carried by a crosswalk, else null.</summary>
    /// <remarks>
    /// What is compared over years must be requested so, or boundaries are compared and not areas. A figure that was delivered in these boundaries
    /// and can be carried to them as well names the one that it goes before.
    /// </remarks>
    public Observation? Find(AreaCode area, Period period, string indicator, int boundaryYear)
    {
        var known = FindKnown(area, period, indicator, boundaryYear);
        if (known is not null ? known.Derivation is not null || !HasOtherBoundaries(period) : catalogue is null)
        {
            return known;
        }

        var key = (area, period, indicator, boundaryYear);
        if (!inBoundaries.TryGetValue(key, out var found))
        {
            var carried = Carry(area, period, indicator, boundaryYear);
            carried = isForVerdicts ? carried?.ForVerdict() : carried;
            found = known?.MarkAsPreferredTo(carried) ?? carried;
            inBoundaries.Add(key, found);
        }

        return found;
    }

    private bool HasOtherBoundaries(Period period) => catalogue is not null && boundaryYears[period].Count > 1;

    // From the newest boundaries that the period's figures are for and that a crosswalk leads from, of all parts before of some.
    private Observation? Carry(AreaCode area, Period period, string code, int boundaryYear)
    {
        if (catalogue?.Find(code) is not { } indicator)
        {
            return null;
        }

        var carried = (boundaryYears.GetValueOrDefault(period) ?? []).Reverse().Where(year => year != boundaryYear)
            .Select(year => crosswalks.FindBetween(year, boundaryYear)).OfType<Crosswalk>()
            .Select(crosswalk =>
                crosswalk.Carry(area, period, indicator, (part, indicatorCode) => FindDelivered(part, period, indicatorCode, crosswalk.FromYear)).Observation)
            .OfType<Observation>()
            .ToList();
        return carried.Find(observation => observation.Completeness is null) ?? carried.FirstOrDefault();
    }

    private Observation? FindKnown(AreaCode area, Period period, string indicator, int boundaryYear) =>
        Find(area, period, indicator) is { } first
            && first.BoundaryYear == boundaryYear
            ? first
            : otherBoundaries.GetValueOrDefault((area, period, indicator, boundaryYear));

    private Observation? FindDelivered(AreaCode area, Period period, string indicator, int boundaryYear) =>
        FindKnown(area, period, indicator, boundaryYear) is { Derivation: null } own
            ? own
            : elsewhere.GetValueOrDefault((area, period, indicator, boundaryYear));

    private void Add(Observation observation)
    {
        if (!observation.Counts)
        {
            preceded.Add(observation);
            return;
        }

        var key = (observation.Area, observation.Period, observation.Indicator);
        if (byKey.TryGetValue(key, out var other) && other.BoundaryYear != observation.BoundaryYear)
        {
            otherBoundaries[(other.Area, other.Period, other.Indicator, other.BoundaryYear)] = other;
        }

        byKey[key] = observation;
        periods.Add(observation.Period);
        areas.Add(observation.Area);
        AddBoundaryYear(observation);
    }

    private void AddBoundaryYear(Observation observation)
    {
        if (!boundaryYears.TryGetValue(observation.Period, out var years))
        {
            boundaryYears.Add(observation.Period, years = []);
        }

        years.Add(observation.BoundaryYear);
    }
}
