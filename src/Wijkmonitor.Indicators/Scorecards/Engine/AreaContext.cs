using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>An area in a period, and what is known of it.</summary>
/// <param name="municipality">Its municipality.</param>
/// <param name="code">The area.</param>
/// <param name="period">The period.</param>
/// <param name="boundaryYear">The year of its boundaries.</param>
internal sealed class AreaContext(MunicipalityContext municipality, AreaCode code, Period period, int boundaryYear)
{
    /// <summary>Its municipality.</summary>
    public MunicipalityContext Municipality => municipality;

    /// <summary>The area.</summary>
    public AreaCode Code => code;

    /// <summary>The period.</summary>
    public Period Period => period;

    /// <summary>The year of its boundaries.</summary>
    public int BoundaryYear => boundaryYear;

    /// <summary>Whether it is the municipality itself.</summary>
    public bool IsMunicipality => code.Level == AreaLevel.Municipality;

    /// <summary>An indicator that the rules name.</summary>
    public Indicator GetIndicator(string indicator) => municipality.GetIndicator(indicator);

    /// <summary>The observation of the period, as it was delivered; null where nothing was.</summary>
    public Observation? Find(string indicator) => Find(indicator, period);

    /// <summary>The observation of another period, as it was delivered; null where nothing was.</summary>
    public Observation? Find(string indicator, Period of) => municipality.Observations.Find(code, of, indicator);

    /// <summary>The first known observation before another one, on its boundaries or carried there; null where there is none.</summary>
    /// <param name="own">The later observation.</param>
    /// <param name="isShown">Which may be shown; all unless given.</param>
    public Observation? FindFirst(Observation own, Func<Observation, bool>? isShown = null) =>
        municipality.GetSeries(code, own.Indicator)
            .GetUntil(own)
            .FirstOrDefault(earlier => earlier.Period < own.Period && (isShown is null || isShown(earlier)));

    /// <summary>The last observation up to and with the period that is not too old, known or not; null where nothing was delivered.</summary>
    public Observation? FindLatest(string indicator, int maxYears) =>
        GetDelivered(indicator).FirstOrDefault(found => period.Year - found.Period.Year <= maxYears);

    /// <summary>
    /// The last known observation up to and with the period; where none is known the last one, which says why; null where nothing was
    /// delivered.
    /// </summary>
    public Observation? FindLatestKnown(string indicator) => municipality.FindLatestKnown(code, period, indicator);

    /// <summary>The areas of its level, as a population in which an observation of it can be placed; null where there are too few.</summary>
    public PeerGroup? FindPeers(Observation own, int minAreas) => municipality.FindPeers(code.Level, own.Period, own.Indicator, minAreas);

    /// <summary>The records of a dataset about the area, by date and then by reference.</summary>
    public IEnumerable<AreaRecord> GetRecords(string dataset) => municipality.GetRecords(dataset)[code];

    private IEnumerable<Observation> GetDelivered(string indicator) => municipality.GetDelivered(code, period, indicator);
}
