using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>
/// Objective against subjective: how far the residents' own score lies from the Leefbaarometer's, both standardised among the areas of
/// the municipality. Source: "Een andere kijk op de aandachtswijk", Discussiedagen Sociale Huisvesting 2020.
/// </summary>
public sealed class PerceptionKind(PerceptionRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "perception";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static PerceptionKind Read(Stream json, IndicatorCatalogue catalogue) =>
        new(KindRules.Read(KindName, json, PerceptionJson.Default.PerceptionRules, r => r.Faults(catalogue)));

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        var populations = new LevelPopulations(figures, rules.LeastAreas);
        return figures.With(new HashSet<string>(StringComparer.Ordinal) { rules.Objective, rules.Subjective })
            .Where(known => known.Area.Level != AreaLevel.Municipality)
            .Select(known => Card(figures, populations, known.Area, known.Period));
    }

    private Scorecard Card(MunicipalityFigures figures, LevelPopulations populations, AreaCode area, Period period)
    {
        var (objective, subjective) = (Latest(figures, area, period, rules.Objective), Latest(figures, area, period, rules.Subjective));
        var pair = new PerceptionPair(rules, figures.Catalogue, populations, objective, subjective);
        var boundaryYear = new[] { objective, subjective }.OfType<Observation>().Max(o => o.BoundaryYear);
        return new Scorecard(KindName, Subject: null, area, period, rules.Version, boundaryYear, pair.Lines, Totals: [], pair.Findings);
    }

    // The last measurement up to this period that is not too old: a figure is never filled in between two of them.
    private Observation? Latest(MunicipalityFigures figures, AreaCode area, Period period, string indicator) => figures.Observations.Periods
        .Where(p => p <= period && period.Year - p.Year <= rules.MostYearsApart)
        .Reverse()
        .Select(p => figures.Observations.Find(area, p, indicator))
        .FirstOrDefault(o => o is not null);
}
