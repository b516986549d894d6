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

    /// <summary>Gets an indicator that the rules name.</summary>
    public Indicator GetIndicator(string indicator) => municipality.GetIndicator(indicator);

    /// <summary>Finds the observation of the period, as it was delivered, or null where nothing was.</summary>
    public Observation? Find(string indicator) => Find(indicator, period);

    /// <summary>Finds the observation of another period, as it was delivered, or null where nothing was.</summary>
    public Observation? Find(string indicator, Period otherPeriod) => municipality.Observations.Find(code, otherPeriod, indicator);

    /// <summary>Finds the first known observation before another, on its boundaries or carried there, or null where there is none.</summary>
    /// <param name="own">The later observation.</param>
    /// <param name="isShown">Condition for what may be shown; all unless given.</param>
    public Observation? FindFirst(Observation own, Func<Observation, bool>? isShown = null) =>
        municipality.GetSeries(code, own.Indicator)
            .GetUntil(own)
            .FirstOrDefault(earlier => earlier.Period < own.Period && (isShown is null || isShown(earlier)));

    /// <summary>Finds the last observation until the period, known or not, that is not too old, or null.</summary>
    public Observation? FindLatest(string indicator, int maxYears) =>
        GetDelivered(indicator).FirstOrDefault(found => period.Year - found.Period.Year <= maxYears);

    /// <summary>Finds the last known observation until the period, or else the last one, which says why. Null where nothing was delivered.</summary>
    public Observation? FindLatestKnown(string indicator) => municipality.FindLatestKnown(code, period, indicator);

    /// <summary>Finds the population of its level in which its observation is ranked, or null where it is too small.</summary>
    public PeerGroup? FindPeers(Observation own, int minAreas) => municipality.FindPeers(code.Level, own.Period, own.Indicator, minAreas);

    /// <summary>Gets the records of a dataset about the area, by date and then by reference.</summary>
    public IEnumerable<AreaRecord> GetRecords(string dataset) => municipality.GetRecords(dataset)[code];

    private IEnumerable<Observation> GetDelivered(string indicator) => municipality.GetDelivered(code, period, indicator);
}
