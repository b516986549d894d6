using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>
/// Reader of the figures of other datasets, for the check of overlaps. They are read as they may be shown, so that a report discloses nothing
/// withheld; also those that were stored since they were last published.
/// </summary>
/// <param name="check">The check.</param>
/// <param name="definition">The file's dataset.</param>
/// <param name="served">Observations as they may be shown.</param>
internal sealed class OverlapReader(OverlapCheck check, DatasetDefinition definition, DisclosableObservations served)
{
    private readonly Dictionary<AreaCode, ILookup<(AreaCode Area, Period Period, string Indicator), Observation>> byMunicipality = [];

    /// <summary>Checks a row against what is known of its municipality, which is read once.</summary>
    public async Task CheckAsync(AreaObservations row, CancellationToken cancellationToken)
    {
        if (check.Indicators.Count == 0)
        {
            return;
        }

        var municipality = row.Area.Municipality;
        if (!byMunicipality.TryGetValue(municipality, out var known))
        {
            var all = (await served.DecideAsync(municipality, check.Indicators, cancellationToken)).Decision.Observations;
            var others = all.Where(observation => observation.Dataset != definition.Id && observation.Value.Number is not null);
            known = byMunicipality[municipality] = others.ToLookup(observation => (observation.Area, observation.Period, observation.Indicator));
        }

        check.Check(row, known);
    }
}
