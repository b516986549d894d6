using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Json;

namespace Wijkmonitor.Indicators.Scorecards.Compass;

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
    public IReadOnlyList<Scorecard> Compute(MunicipalityFigures figures) =>
        [.. figures.Observations.Periods.SelectMany(period =>
            CompassComputation.Compute(rules, figures.Catalogue, figures.Municipality, figures.Observations, period, figures.Records))];
}
