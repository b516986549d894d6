using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The figures of one municipality, while the scorecards of one kind are computed. What several areas need is found once.</summary>
internal sealed class MunicipalityContext(MunicipalityFigures figures)
{
    private readonly Dictionary<(AreaCode Area, string Indicator), ObservationSeries> series = [];
    private readonly Dictionary<(AreaLevel Level, Period Period, string Indicator), ZScores?> peers = [];
    private readonly Dictionary<string, ILookup<AreaCode, AreaRecord>> records = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> shared = [];
    private readonly Period[] periods = [.. figures.Observations.Periods.OrderDescending()];
    private ILookup<AreaLevel, AreaCode>? areas;
    private ILookup<AreaCode, Area>? names;

    /// <summary>The municipality.</summary>
    public AreaCode Code => figures.Municipality;

    /// <summary>The indicators.</summary>
    public IndicatorCatalogue Catalogue => figures.Catalogue;

    /// <summary>Its observations, in all periods.</summary>
    public ObservationSet Observations => figures.Observations;

    /// <summary>The rule for counts of persons, households and homes in records.</summary>
    public SuppressionRule Disclosure => figures.Disclosure;

    /// <summary>The register: the municipality and its areas, each for every boundary year that it is known in.</summary>
    public IReadOnlyList<Area> Register => figures.Areas;

    /// <summary>Gets the areas of a level of which anything was observed, in order of code.</summary>
    public IEnumerable<AreaCode> GetAreas(AreaLevel level) =>
        (areas ??= Observations.Areas.Where(area => area.IsIn(Code)).ToLookup(area => area.Level))[level];

    /// <summary>Gets the name of an area in the last register up to a year, else in the next one.</summary>
    /// <remarks>An area that is in no register is named by its code.</remarks>
    public string GetAreaName(AreaCode area, int year)
    {
        var known = (names ??= Register.ToLookup(item => item.Code))[area];
        return (known.Where(item => item.BoundaryYear <= year).MaxBy(item => item.BoundaryYear) ?? known.MinBy(item => item.BoundaryYear))?.Name ?? area.Value;
    }

    /// <summary>Gets an area of the municipality in a period.</summary>
    public AreaContext GetArea(AreaCode area, Period period, int boundaryYear) => new(this, area, period, boundaryYear);

    /// <summary>Gets the periods and areas with any of some indicators, in order and each with its newest boundaries.</summary>
    public IEnumerable<AreaContext> GetAreasWith(IReadOnlySet<string> indicators) =>
        figures.GetAreasWith(indicators).Select(known => GetArea(known.Area, known.Period, known.BoundaryYear));

    /// <summary>Gets an indicator that rules name; validation ensures that the catalogue has it.</summary>
    public Indicator GetIndicator(string code) => Catalogue.Find(code)!;

    /// <summary>Gets the observations of an indicator in an area through time.</summary>
    public ObservationSeries GetSeries(AreaCode area, string indicator)
    {
        if (!series.TryGetValue((area, indicator), out var found))
        {
            series.Add((area, indicator), found = new ObservationSeries(Observations, area, GetIndicator(indicator)));
        }

        return found;
    }

    /// <summary>Gets the delivered observations of an indicator in an area until a period, the last one first.</summary>
    public IEnumerable<Observation> GetDelivered(AreaCode area, Period until, string indicator)
    {
        foreach (var period in periods)
        {
            if (period <= until && Observations.Find(area, period, indicator) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Finds the last known one of these, or else the last one, which says why. Null where nothing was delivered.</summary>
    public Observation? FindLatestKnown(AreaCode area, Period until, string indicator)
    {
        Observation? last = null;
        foreach (var found in GetDelivered(area, until, indicator))
        {
            if (found.Value.Number is not null)
            {
                return found;
            }

            last ??= found;
        }

        return last;
    }

    /// <summary>Finds the population of a level that an area is ranked in.</summary>
    /// <remarks>Null where too few areas have a known value, or all have the same.</remarks>
    /// <param name="level">The level: districts are ranked among districts, custom areas among custom areas.</param>
    /// <param name="period">The period.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="minAreas">Number of areas that must have a known value; the same for all questions of one kind.</param>
    public PeerGroup? FindPeers(AreaLevel level, Period period, string indicator, int minAreas)
    {
        if (!peers.TryGetValue((level, period, indicator), out var scores))
        {
            List<decimal> values = [.. GetAreas(level).Select(area => Observations.Find(area, period, indicator)?.Value.Number).OfType<decimal>()];
            scores = values.Count < minAreas ? null : ZScores.Compute(values);
            peers.Add((level, period, indicator), scores);
        }

        return scores is null ? null : new PeerGroup(scores, Code, level, period, indicator);
    }

    /// <summary>Gets the records of a dataset about the municipality and its areas, by date and then by reference.</summary>
    public ILookup<AreaCode, AreaRecord> GetRecords(string dataset)
    {
        if (!records.TryGetValue(dataset, out var found))
        {
            found = figures.Records
                .Where(record => record.Dataset == dataset && record.Area.IsIn(Code))
                .OrderBy(record => record.Date).ThenBy(record => record.Reference, StringComparer.Ordinal)
                .ToLookup(record => record.Area);
            records.Add(dataset, found);
        }

        return found;
    }

    /// <summary>Whether the source of a dataset has published all that is in it.</summary>
    public bool IsPublished(string dataset) => figures.PublishedDatasets.Contains(dataset);

    /// <summary>Gets or creates something that a kind computes once for all areas of the municipality.</summary>
    public T GetOrCreate<T>(Func<MunicipalityContext, T> create)
        where T : class
    {
        if (!shared.TryGetValue(typeof(T), out var found))
        {
            shared.Add(typeof(T), found = create(this));
        }

        return (T)found;
    }
}
