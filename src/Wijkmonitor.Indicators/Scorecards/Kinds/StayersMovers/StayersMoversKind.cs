using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>
/// What of the change of a mean comes from those who stayed and what from who moved:
/// change = (n_stay/N)(stayers now - then) + (n_move/N)(entrants - leavers), for a constant N.
/// </summary>
public sealed class StayersMoversKind(StayersMoversRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "stayers-movers";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static StayersMoversKind Read(Stream json, IndicatorCatalogue catalogue) =>
        new(KindRules.Read(KindName, json, StayersMoversJson.Default.StayersMoversRules, r => r.Faults(catalogue)));

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        var used = rules.Measures.SelectMany(m => m.Indicators).ToHashSet(StringComparer.Ordinal);
        return figures.With(used).Select(known => Card(figures, known.Area, known.Period, known.BoundaryYear));
    }

    private Scorecard Card(MunicipalityFigures figures, AreaCode area, Period period, int boundaryYear)
    {
        Observation? Find(string code) => figures.Observations.Find(area, period, code);
        var movers = new Movers(Find(rules.Counts.Stayers), Find(rules.Counts.Leavers), Find(rules.Counts.Entrants));
        var measures = rules.Measures
            .Select(m => new Measure(m, figures.Catalogue.Find(m.StayersNow)!, movers, rules.LeastCount, Find))
            .ToList();
        return new Scorecard(
            KindName, Subject: null, area, period, rules.Version, boundaryYear,
            [.. measures.SelectMany(m => m.Lines)], Totals: [], [.. measures.SelectMany(m => m.Findings)]);
    }
}
