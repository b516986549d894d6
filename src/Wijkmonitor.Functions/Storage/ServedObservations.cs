using System.Runtime.CompilerServices;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage;

/// <summary>
/// Observations as they may be shown: small counts, and what they could be computed from, are withheld. Whatever serves or computes reads here; only ingest, which
/// checks a delivery against what is stored, reads the store itself.
/// </summary>
public sealed class ServedObservations(ObservationStore observations, IndicatorCatalogue catalogue, DisclosureOptions disclosure)
{
    /// <summary>All observations of a municipality and its areas.</summary>
    public async IAsyncEnumerable<Observation> OfMunicipalityAsync(AreaCode municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        foreach (var observation in SafeObservations.Of(all, catalogue, disclosure.Rule))
        {
            yield return observation;
        }
    }

    /// <summary>All observations of one area. What may be shown of it depends on the areas around it, so that those are read too.</summary>
    public IAsyncEnumerable<Observation> OfAreaAsync(AreaCode area, CancellationToken cancellationToken) =>
        OfMunicipalityAsync(area.Municipality, cancellationToken).Where(observation => observation.Area == area);
}
