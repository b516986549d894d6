using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards;

/// <summary>
/// A kind of scorecard of areas, with the rules that were chosen for it. Adding a kind is adding a folder with its rules, computation
/// and text, and naming it in <see cref="ScorecardKinds"/>.
/// </summary>
public interface IScorecardKind
{
    /// <summary>The kind as scorecards and addresses name it: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>The version of the rules.</summary>
    string RuleVersion { get; }

    /// <summary>
    /// Whether areas may be put in an order by what scorecards of this kind say. Where not, whoever shows them lists areas by name: the kind compares
    /// an area with itself, with what is expected of it or with what cannot be set against other areas, and a league table would say otherwise.
    /// </summary>
    bool MayBeRanked { get; }

    /// <summary>Who may see its scorecards at most, where the kind or its rules narrow that; a card can narrow it further (<see cref="Scorecard.Visibility"/>). Null where the datasets of their inputs alone decide.</summary>
    DatasetVisibility? Visibility => null;

    /// <summary>
    /// All scorecards of this kind of one municipality: those of its areas and, where the kind has one, its own. Each is made when it is asked for, so that whoever lets one go before
    /// the next holds one at a time; whoever goes through them once more has them made once more.
    /// </summary>
    IEnumerable<Scorecard> Compute(MunicipalityFigures figures);
}

/// <summary>All that is known of one municipality: what its scorecards are computed from.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Areas">The register: the municipality and its areas, each for every boundary year that it is known in.</param>
/// <param name="Observations">Its observations, in all periods.</param>
/// <param name="Records">What was noted about its areas.</param>
public sealed record MunicipalityFigures(
    AreaCode Municipality,
    IndicatorCatalogue Catalogue,
    IReadOnlyList<Area> Areas,
    ObservationSet Observations,
    IReadOnlyList<AreaRecord> Records)
{
    /// <summary>The years and areas of the municipality in which any of some indicators was delivered, in order, each with the newest boundaries of these.</summary>
    internal IEnumerable<(Period Period, AreaCode Area, int BoundaryYear)> With(IReadOnlySet<string> indicators) => Observations.All
        .Where(o => indicators.Contains(o.Indicator) && o.Area.IsIn(Municipality))
        .GroupBy(o => (o.Period, o.Area), o => o.BoundaryYear)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key.Period, group.Key.Area, group.Max()));
}
