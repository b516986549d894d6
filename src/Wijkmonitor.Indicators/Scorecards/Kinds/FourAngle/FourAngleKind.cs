using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;

/// <summary>
/// The four-angle monitor of Portaal ("Data leefbaarheid is geen Rocket Science", Discussiedagen Sociale Huisvesting 2020) by the rules
/// that were chosen: a scorecard for each area of the chosen kind, and one of the municipality with the budget, the staff and the
/// areas that ask most attention.
/// </summary>
public sealed class FourAngleKind(FourAngleRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = FourAngleRules.Kind;

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <inheritdoc/>
    public DatasetVisibility? Visibility => rules.Visibility;

    /// <summary>Reads the rules of the four-angle monitor.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static FourAngleKind Read(Stream json, IndicatorCatalogue catalogue)
    {
        var rules = FourAngleRules.Read(json);
        rules.MustFit(catalogue);
        return new FourAngleKind(rules);
    }

    /// <inheritdoc/>
    /// <exception cref="ConfigurationException">The rules do not fit the catalogue.</exception>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        rules.MustFit(figures.Catalogue);
        var known = new Figures(figures);
        foreach (var cycle in Cycle.Of(rules, known))
        {
            var pins = PinCount.Of(rules, figures, cycle.Period);
            yield return MunicipalityCard.Of(rules, known, cycle, pins);
            foreach (var score in cycle.Scores)
            {
                yield return AreaCard.Of(rules, known, cycle, score, pins);
            }
        }
    }
}
