using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage;

/// <summary>All that is known of a municipality's areas in figures: what was delivered, and what follows from it by crosswalks and custom areas.</summary>
public sealed class MunicipalityObservations(
    IndicatorCatalogue catalogue, ObservationStore observations, CrosswalkStore crosswalks, CustomAreaStore customAreas)
{
    /// <summary>The figures of a municipality and its areas.</summary>
    public async Task<ObservationSet> OfAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var entries = await crosswalks.LeadingToAsync(municipality, cancellationToken);
        var delivered = await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        var elsewhere = await ElsewhereAsync(municipality, entries, cancellationToken);
        return DerivedFigures.Of(delivered, catalogue, entries, await customAreas.OfMunicipalityAsync(municipality, cancellationToken), elsewhere);
    }

    /// <summary>The crosswalk between two boundary years, null where there is none, and all figures that may be carried by it.</summary>
    public async Task<(Crosswalk? Crosswalk, IReadOnlyList<Observation> Delivered)> BetweenAsync(
        AreaCode municipality, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var entries = await crosswalks.LeadingToAsync(municipality, cancellationToken);
        if (new Crosswalks(entries).Between(fromYear, toYear) is not { } crosswalk)
        {
            return (null, []);
        }

        var delivered = await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        return (crosswalk, [.. delivered, .. await ElsewhereAsync(municipality, entries, cancellationToken)]);
    }

    // Of municipalities that were merged into this one, or had areas that went over to it.
    private async Task<List<Observation>> ElsewhereAsync(AreaCode municipality, IEnumerable<CrosswalkEntry> entries, CancellationToken cancellationToken)
    {
        var elsewhere = new List<Observation>();
        foreach (var merged in entries.Select(entry => entry.From.Municipality).Distinct().Where(other => other != municipality))
        {
            elsewhere.AddRange(await observations.OfMunicipalityAsync(merged, cancellationToken).ToListAsync(cancellationToken));
        }

        return elsewhere;
    }
}
