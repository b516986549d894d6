using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Shared data of all compasses of one municipality, computed once.</summary>
internal sealed class CompassCity
{
    private readonly IndicatorCatalogue catalogue;
    private readonly HashSet<(Period Period, string Indicator)> observed;
    private readonly Dictionary<Period, IReadOnlyList<Indicator>> indicators = [];

    /// <summary>Indexes the figures of the municipality once.</summary>
    public CompassCity(CompassRules rules, MunicipalityContext municipality)
    {
        catalogue = municipality.Catalogue;
        observed = [.. municipality.Observations.All.Where(observation => observation.Area.IsIn(municipality.Code))
            .Select(observation => (observation.Period, observation.Indicator))];
        References = new CityReferences(municipality);
        Judge = new CompassJudge(rules, References, municipality.Observations);
    }

    /// <summary>References that its areas are compared with.</summary>
    public CityReferences References { get; }

    /// <summary>The judgements of its areas.</summary>
    public CompassJudge Judge { get; }

    /// <summary>Gets the indicators with an observation anywhere in the municipality in a period, in the catalogue's order.</summary>
    public IReadOnlyList<Indicator> GetIndicators(Period period) =>
        indicators.TryGetValue(period, out var found)
            ? found
            : indicators[period] = [.. catalogue.All.Where(indicator => observed.Contains((period, indicator.Code)))];
}
