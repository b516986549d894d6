using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>The latest figures of one municipality as they stood in a year.</summary>
internal sealed class Figures(MunicipalityFigures municipality)
{
    private readonly Period[] periods = [.. municipality.Observations.Periods.OrderDescending()];
    private readonly ILookup<(string Dataset, AreaCode Area), AreaRecord> records = municipality.Records.ToLookup(record => (record.Dataset, record.Area));

    /// <summary>All that is known of the municipality.</summary>
    public MunicipalityFigures Municipality => municipality;

    /// <summary>
    /// The observation of an indicator of the year or the last one before it that is known; where none is known, the last one at all,
    /// which says why; null where nothing was delivered.
    /// </summary>
    public Observation? Latest(AreaCode area, Period period, string indicator)
    {
        Observation? last = null;
        foreach (var earlier in periods)
        {
            if (earlier <= period && municipality.Observations.Find(area, earlier, indicator) is { } found)
            {
                if (found.Value.Number is not null)
                {
                    return found;
                }

                last ??= found;
            }
        }

        return last;
    }

    /// <summary>The observation of that very year, or null.</summary>
    public Observation? Of(AreaCode area, Period period, string indicator) => municipality.Observations.Find(area, period, indicator);

    /// <summary>The observation of that very year in the boundaries of a year, as delivered or carried there by a crosswalk; null where it is neither.</summary>
    public Observation? Of(AreaCode area, Period period, string indicator, int boundaryYear) => municipality.Observations.Find(area, period, indicator, boundaryYear);

    /// <summary>What a dataset notes about an area in a year, by date and reference.</summary>
    public IEnumerable<AreaRecord> Records(string dataset, AreaCode area, Period period) => records[(dataset, area)]
        .Where(record => record.Date.Year == period.Year)
        .OrderBy(record => record.Date).ThenBy(record => record.Reference, StringComparer.Ordinal);
}
