using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>The figures of one municipality as liveability uses them.</summary>
internal sealed class LiveabilityFigures
{
    private readonly MunicipalityContext municipality;
    private readonly HashSet<(string Indicator, Period Period)> measured = [];
    private readonly SortedDictionary<Period, Dictionary<AreaCode, int>> boundaryYears = [];
    private readonly Dictionary<Period, IReadOnlyList<WaterbedSignal>> signals = [];

    /// <summary>Indexes all observations once: which are of the Leefbaarometer, and on which boundaries.</summary>
    public LiveabilityFigures(LiveabilityRules rules, MunicipalityContext municipality)
    {
        (this.municipality, Rules) = (municipality, rules);
        var codes = new HashSet<string>(
            [
                .. rules.Measures.Select(m => m.Indicator),
                .. rules.Composition is { } composition ? composition.Parts.Append(composition.Total) : [],
                .. rules.Developments.Select(d => d.Indicator),
            ],
            StringComparer.Ordinal);
        foreach (var observation in municipality.Observations.All.Where(o => codes.Contains(o.Indicator) && o.Area.IsIn(municipality.Code)))
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
    public AreaCode Municipality => municipality.Code;

    /// <summary>The last year that anything is known about.</summary>
    public Period? LastPeriod => municipality.Observations.Periods.Count == 0 ? null : municipality.Observations.Periods.Max();

    /// <summary>The years with a measurement of the Leefbaarometer, each with the municipality and its areas with a delivery.</summary>
    /// <remarks>A municipality whose own row was not delivered has the boundaries of its areas.</remarks>
    public IEnumerable<AreaContext> Areas => boundaryYears.SelectMany(measured => measured.Value.Keys.Append(Municipality).Distinct().Order().Select(area =>
        municipality.GetArea(area, measured.Key, measured.Value.TryGetValue(area, out var year) ? year : measured.Value.Values.Max())));

    /// <summary>The areas that shares of the municipality are taken over, in order of code.</summary>
    public IEnumerable<AreaCode> SharedOver => municipality.GetAreas(Rules.ShareLevel);

    /// <summary>Gets the measures with an observation in the municipality in a year.</summary>
    public IEnumerable<LiveabilityMeasure> GetMeasures(Period period) => Rules.Measures.Where(measure => IsMeasured(measure.Indicator, period));

    /// <summary>Gets the measurements of an indicator in an area.</summary>
    public ObservationSeries GetSeries(AreaCode area, string indicator) => municipality.GetSeries(area, indicator);

    /// <summary>Gets an indicator of the rules.</summary>
    public Indicator GetIndicator(string code) => municipality.GetIndicator(code);

    /// <summary>Whether an indicator was measured anywhere in the municipality in a year.</summary>
    public bool IsMeasured(string indicator, Period period) => measured.Contains((indicator, period));

    /// <summary>Gets the signals in a year of problems that may have moved.</summary>
    public IReadOnlyList<WaterbedSignal> GetSignals(Period period) =>
        signals.TryGetValue(period, out var found) ? found : signals[period] = new Waterbed(Rules, municipality).FindSignals(period);
}
