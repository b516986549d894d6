using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The neighbourhood compass (wijkkompas) by the rules that were chosen.</summary>
public sealed class CompassKind(CompassRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = CompassComputation.Kind;

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => true;

    /// <summary>Reads the rules of the compass.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static CompassKind Read(Stream json, IndicatorCatalogue catalogue)
    {
        var rules = CompassRules.Read(json);
        rules.MustFit(catalogue);
        return new CompassKind(rules);
    }

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        rules.MustFit(figures.Catalogue);
        var cards = new CompassCards(rules, figures);
        return figures.Observations.Periods.SelectMany(cards.In);
    }
}
