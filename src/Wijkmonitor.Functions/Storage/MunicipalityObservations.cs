using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage;

/// <summary>
/// All that may be shown of a municipality's areas in figures: what was delivered, and what follows from it by crosswalks and custom areas. What is
/// withheld is withheld before anything follows from it, so that no sum of parts gives it away.
/// </summary>
public sealed class MunicipalityObservations(
    IndicatorCatalogue catalogue, ServedObservations observations, CrosswalkStore crosswalks, CustomAreaStore customAreas)
{
    /// <summary>The figures of a municipality and its areas.</summary>
    public async Task<ObservationSet> OfAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var entries = await crosswalks.LeadingToAsync(municipality, cancellationToken);
        var delivered = await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        var elsewhere = await ElsewhereAsync(municipality, entries, cancellationToken);
        return DerivedFigures.Of(delivered, catalogue, entries, await customAreas.OfMunicipalityAsync(municipality, cancellationToken), elsewhere);
    }

    /// <summary>
    /// The figures of one area and of its municipality, in the boundaries that they were delivered in. What follows from the parts of a custom
    /// area is computed where parts were defined; otherwise nothing but the two is read.
    /// </summary>
    public async Task<ObservationSet> OfAreaAsync(AreaCode area, CancellationToken cancellationToken)
    {
        if (area.Level == AreaLevel.Custom && (await customAreas.OfMunicipalityAsync(area.Municipality, cancellationToken)).Any(custom => custom.Area.Code == area))
        {
            return await OfAsync(area.Municipality, cancellationToken);
        }

        var all = observations.OfMunicipalityAsync(area.Municipality, cancellationToken);
        return new ObservationSet(await all.Where(observation => observation.Area == area || observation.Area == area.Municipality).ToListAsync(cancellationToken));
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
