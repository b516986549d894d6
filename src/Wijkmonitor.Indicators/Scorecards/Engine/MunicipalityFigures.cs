using System.Collections.Frozen;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>All that is known of one municipality: what its scorecards are computed from.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Areas">The register: the municipality and its areas, each for every boundary year that it is known in.</param>
/// <param name="Observations">Its observations, in all periods.</param>
/// <param name="Records">The records about its areas.</param>
public sealed record MunicipalityFigures(
    AreaCode Municipality,
    IndicatorCatalogue Catalogue,
    IReadOnlyList<Area> Areas,
    ObservationSet Observations,
    IReadOnlyList<AreaRecord> Records)
{
    /// <summary>Its observations about calendar years, without a number where they are too incomplete to be judged.</summary>
    /// <remarks>
    /// A scorecard is about a year. A figure of a quarter or month is never taken for that of its year and never summed into one, so that
    /// no scorecard sees any: a year of which only months were delivered is a year without figures.
    /// </remarks>
    public ObservationSet Observations { get; } = Observations.SelectCalendarYears().ForVerdicts();

    /// <summary>The rule for counts of persons, households and homes in records; counts of observations are withheld already.</summary>
    public SuppressionRule Disclosure { get; init; } = new();

    /// <summary>The datasets whose source has published all that is in them: what is counted there is shown.</summary>
    public IReadOnlySet<string> PublishedDatasets { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Gets the years and areas in which any of some indicators was delivered, in order.</summary>
    /// <remarks>Each comes with the newest boundaries among these figures.</remarks>
    internal IEnumerable<(Period Period, AreaCode Area, int BoundaryYear)> GetAreasWith(IReadOnlySet<string> indicators) => Observations.All
        .Where(o => indicators.Contains(o.Indicator) && o.Area.IsIn(Municipality))
        .GroupBy(o => (o.Period, o.Area), o => o.BoundaryYear)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key.Period, group.Key.Area, group.Max()));
}
