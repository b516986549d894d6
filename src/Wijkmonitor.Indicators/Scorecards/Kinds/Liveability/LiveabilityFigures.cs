using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The figures of one municipality as liveability looks at them.</summary>
internal sealed class LiveabilityFigures
{
    private readonly MunicipalityFigures figures;
    private readonly ILookup<AreaLevel, AreaCode> areas;
    private readonly Dictionary<(AreaCode Area, string Indicator), LiveabilitySeries> series = [];
    private readonly HashSet<(string Indicator, Period Period)> measured = [];
    private readonly SortedDictionary<Period, Dictionary<AreaCode, int>> boundaryYears = [];

    /// <summary>Looks once at all observations: which are of the Leefbaarometer, and on which boundaries.</summary>
    public LiveabilityFigures(LiveabilityRules rules, MunicipalityFigures figures)
    {
        this.figures = figures;
        Rules = rules;
        areas = figures.Observations.Areas.Where(area => area.IsIn(figures.Municipality)).ToLookup(area => area.Level);
        var codes = new HashSet<string>(
            [
                .. rules.Measures.Select(m => m.Indicator),
                .. rules.Composition is { } composition ? composition.Parts.Append(composition.Total) : [],
                .. rules.Developments.Select(d => d.Indicator),
            ],
            StringComparer.Ordinal);
        foreach (var observation in figures.Observations.All.Where(o => codes.Contains(o.Indicator) && o.Area.IsIn(figures.Municipality)))
        {
            measured.Add((observation.Indicator, observation.Period));
            if (!boundaryYears.TryGetValue(observation.Period, out var years))
            {
                years = boundaryYears[observation.Period] = [];
            }

            years[observation.Area] = Math.Max(years.GetValueOrDefault(observation.Area), observation.BoundaryYear);
        }
    }

    /// <summary>The rules.</summary>
    public LiveabilityRules Rules { get; }

    /// <summary>The municipality.</summary>
    public AreaCode Municipality => figures.Municipality;

    /// <summary>The last year that anything is known about.</summary>
    public Period? LastPeriod => figures.Observations.Periods.Count == 0 ? null : figures.Observations.Periods.Max();

    /// <summary>The years in which anything of the Leefbaarometer was measured, in order.</summary>
    public IEnumerable<Period> MeasuredPeriods => boundaryYears.Keys;

    /// <summary>The municipality, and its areas of which anything of the Leefbaarometer was delivered in a year, in order of code.</summary>
    public IEnumerable<AreaCode> AreasIn(Period period) => boundaryYears[period].Keys.Append(Municipality).Distinct().Order();

    /// <summary>The year of an area's boundaries; a municipality whose own row was not delivered has those of its areas.</summary>
    public int BoundaryYear(AreaCode area, Period period) =>
        boundaryYears[period].TryGetValue(area, out var year) ? year : boundaryYears[period].Values.Max();

    /// <summary>The areas of a level of which anything was observed, in order of code.</summary>
    public IEnumerable<AreaCode> AreasOf(AreaLevel level) => areas[level];

    /// <summary>What was measured of an indicator in an area.</summary>
    public LiveabilitySeries Series(AreaCode area, string indicator)
    {
        if (!series.TryGetValue((area, indicator), out var found))
        {
            found = series[(area, indicator)] = new LiveabilitySeries(figures.Observations, area, Indicator(indicator));
        }

        return found;
    }

    /// <summary>An indicator of the rules.</summary>
    public Indicator Indicator(string code) => figures.Catalogue.Find(code)!;

    /// <summary>Whether an indicator was measured anywhere in the municipality in a year.</summary>
    public bool IsMeasured(string indicator, Period period) => measured.Contains((indicator, period));

    /// <summary>The notes of a dataset, by reference.</summary>
    public IEnumerable<AreaRecord> Records(string dataset) =>
        figures.Records.Where(record => record.Dataset == dataset).OrderBy(record => record.Reference, StringComparer.Ordinal);
}
