using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Figures;

/// <summary>All that may be shown of a municipality's areas in figures.</summary>
/// <remarks>That is what was delivered, and what follows from it by crosswalks and custom areas.</remarks>
public sealed class MunicipalityObservations(
    IndicatorCatalogue catalogue, DisclosableObservations observations, CrosswalkStore crosswalks, CustomAreaStore customAreas, CurrentDatasets datasets,
    DeliveryIds ids)
{
    /// <summary>Reads the observations of a municipality and everything that others are derived from, as published.</summary>
    public async Task<MunicipalitySources> ReadAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await ReadAsync(
            municipality, await observations.GetByMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Reads the same as it is to be published.</summary>
    /// <remarks>What is computed from it is kept from readers until <see cref="PublicationWriter"/> has written it.</remarks>
    public async Task<MunicipalitySources> DecideAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var publication = await observations.DecideAsync(municipality, [], cancellationToken);
        return await ReadAsync(municipality, publication.Decision.Observations, cancellationToken) with { Publication = publication };
    }

    /// <summary>Gets the figures of one area and of its municipality, in the boundaries that they were delivered in.</summary>
    /// <remarks>What follows from the parts of a custom area is computed where parts were defined.</remarks>
    /// <param name="area">The area.</param>
    /// <param name="isVisible">Whether a dataset may be used.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ObservationSet> GetByAreaAsync(AreaCode area, Func<string, bool> isVisible, CancellationToken cancellationToken)
    {
        if (area.Level == AreaLevel.Custom
            && (await customAreas.GetByMunicipalityAsync(area.Municipality, cancellationToken)).Any(custom => custom.Area.Code == area))
        {
            return (await ReadAsync(area.Municipality, cancellationToken)).VisibleTo(isVisible);
        }

        var all = observations.GetByMunicipalityAsync(area.Municipality, cancellationToken);
        return new ObservationSet(datasets.Precedence.Mark(await all
            .Where(observation => (observation.Area == area || observation.Area == area.Municipality) && isVisible(observation.Dataset))
            .ToListAsync(cancellationToken)));
    }

    /// <summary>Gets the crosswalk between two boundary years, or null where there is none, and all figures that it may carry.</summary>
    /// <remarks>Which of the figures count is not said.</remarks>
    public async Task<(Crosswalk? Crosswalk, IReadOnlyList<Observation> Delivered)> GetBetweenAsync(
        AreaCode municipality, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var entries = await GetCrosswalksAsync(municipality, cancellationToken);
        if (new Crosswalks(entries).FindBetween(fromYear, toYear) is not { } crosswalk)
        {
            return (null, []);
        }

        var delivered = await observations.GetByMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        return (crosswalk, [.. delivered, .. await GetElsewhereAsync(municipality, entries, cancellationToken)]);
    }

    private async Task<IReadOnlyList<CrosswalkEntry>> GetCrosswalksAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await ids.PublishAsync(await crosswalks.GetByTargetAsync(municipality, cancellationToken),
            entry => entry.Delivery, (entry, id) => entry with { Delivery = id }, cancellationToken);

    private async Task<MunicipalitySources> ReadAsync(AreaCode municipality, IReadOnlyList<Observation> delivered, CancellationToken cancellationToken)
    {
        var entries = await GetCrosswalksAsync(municipality, cancellationToken);
        var elsewhere = await GetElsewhereAsync(municipality, entries, cancellationToken);
        return new MunicipalitySources(catalogue, datasets.Precedence, delivered, entries,
            await ids.PublishAsync(await customAreas.GetByMunicipalityAsync(municipality, cancellationToken),
                custom => custom.Delivery, (custom, id) => custom with { Delivery = id }, cancellationToken), elsewhere);
    }

    // Of municipalities that were merged into this one, or had areas that went over to it.
    private async Task<List<Observation>> GetElsewhereAsync(AreaCode municipality, IEnumerable<CrosswalkEntry> entries, CancellationToken cancellationToken)
    {
        var elsewhere = new List<Observation>();
        foreach (var merged in entries.Select(entry => entry.From.Municipality).Distinct().Where(other => other != municipality))
        {
            elsewhere.AddRange(await observations.GetByMunicipalityAsync(merged, cancellationToken).ToListAsync(cancellationToken));
        }

        return elsewhere;
    }
}

/// <summary>
/// Sources of the figures of a municipality: delivered observations with small counts withheld, crosswalks and custom areas.
/// </summary>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Precedence">Order of the datasets that deliver an indicator.</param>
/// <param name="Delivered">The municipality's own figures.</param>
/// <param name="Crosswalks">Crosswalks of its areas.</param>
/// <param name="CustomAreas">Its custom areas.</param>
/// <param name="Elsewhere">Figures of other municipalities that crosswalks lead from.</param>
public sealed record MunicipalitySources(
    IndicatorCatalogue Catalogue,
    DatasetPrecedence Precedence,
    IReadOnlyList<Observation> Delivered,
    IReadOnlyList<CrosswalkEntry> Crosswalks,
    IReadOnlyList<CustomArea> CustomAreas,
    IReadOnlyList<Observation> Elsewhere)
{
    /// <summary>The publication that the figures are of; null where they are public already.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Gets the figures for somebody who may see some datasets: everything follows from these and from nothing else.</summary>
    /// <remarks>A dataset that is not seen goes before none.</remarks>
    public ObservationSet VisibleTo(Func<string, bool> isVisible) => DerivedObservations.Compute(
        Precedence.Mark([.. Delivered.Where(observation => isVisible(observation.Dataset))]),
        Catalogue,
        Crosswalks,
        CustomAreas,
        Precedence.Mark([.. Elsewhere.Where(observation => isVisible(observation.Dataset))]));
}
