using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>
/// Load and capacity of areas (draaglast en draagkracht): two figures, shown apart, each the mean of z-scores within the municipality;
/// balance is capacity less load. Source: papers of Tiwos and Welbions, Discussiedagen Sociale Huisvesting 2020.
/// </summary>
public sealed class LoadCapacityKind(LoadCapacityRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "load-capacity";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static LoadCapacityKind Read(Stream json, IndicatorCatalogue catalogue) =>
        new(KindRules.Read(KindName, json, LoadCapacityJson.Default.LoadCapacityRules, r => r.Faults(catalogue)));

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        var used = rules.Load.Concat(rules.Capacity).Select(f => f.Indicator)
            .Concat(rules.Participation is { } p ? [p.Active, p.VisitorsLow, p.VisitorsHigh] : [])
            .ToHashSet(StringComparer.Ordinal);
        var populations = new LevelPopulations(figures, rules.LeastAreas);
        return figures.With(used).Where(known => known.Area.Level != AreaLevel.Municipality).Select(known => Card(figures, populations, known.Area, known.Period, known.BoundaryYear));
    }

    private Scorecard Card(MunicipalityFigures figures, LevelPopulations populations, AreaCode area, Period period, int boundaryYear)
    {
        var population = figures.Observations.Find(area, period, rules.Population.Indicator);
        var closed = population?.Value.Number is not { } count ? FigureLine.StateOf(population)
            : count < rules.Population.Least ? LineState.Suppressed
            : LineState.Valued;
        var factors = new FactorLines(figures, populations, area, period, closed);
        var load = rules.Load.Select(f => factors.Line(f, LoadCapacityText.Load)).ToList();
        var capacity = rules.Capacity.Select(f => factors.Line(f, LoadCapacityText.Capacity)).ToList();
        IReadOnlyList<ScorecardLine> participation = rules.Participation is { } rule ? [ParticipationLine.Of(figures, rule, area, period, closed)] : [];
        var totals = LoadCapacityTotals.Of(rules, load, capacity);
        return new Scorecard(
            KindName, Subject: null, area, period, rules.Version, boundaryYear, [.. load, .. capacity, .. participation], totals,
            LoadCapacityText.Findings(rules, closed, [.. load, .. capacity], totals));
    }
}
