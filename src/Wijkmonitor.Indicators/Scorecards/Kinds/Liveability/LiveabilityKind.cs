using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>
/// Liveability by the Leefbaarometer (Platform31, "Aan de slag in kwetsbare wijken", 2017, chapters 1 and 7): scores, dimensions and
/// classes, what became of a gain, and a lower bound that is guarded.
/// </summary>
public sealed class LiveabilityKind(LiveabilityRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "liveability";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules of liveability.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static LiveabilityKind Read(Stream json, IndicatorCatalogue catalogue)
    {
        var rules = LiveabilityRules.Read(json);
        rules.MustFit(catalogue);
        return new LiveabilityKind(rules);
    }

    /// <summary>
    /// A scorecard for the municipality and for each of its areas, for every year in which the Leefbaarometer was measured there. Years
    /// between measurements have none: nothing is interpolated.
    /// </summary>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures) => new LiveabilityComputation(rules, figures).Compute();
}
