using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Counter of the entities that each row of a delivery's figures is divided over.</summary>
public sealed class PartCounter(DeliveryStore deliveries, DeliveryArchive archive)
{
    /// <summary>Counts the parts of a delivery that is about to be stored.</summary>
    /// <remarks>
    /// Never fewer than those of any delivery of its dataset that is stored: of two values of one indicator the one that was stored last
    /// is then always in the larger division. A long file is merged into what is there, so that what earlier definitions deliver must fit next to it.
    /// </remarks>
    public async Task<int> CountAsync(Delivery delivery, DatasetDefinition definition, CancellationToken cancellationToken)
    {
        if (!definition.IsWide && definition.Format != DatasetFormat.Long)
        {
            return 1;
        }

        var stored = await GetStoredAsync(delivery.Dataset, cancellationToken);
        var indicators = definition.IndicatorCodes.ToHashSet(StringComparer.Ordinal);
        foreach (var key in definition.MergesValues
            ? stored.Select(other => other.Definition).OfType<string>().Distinct(StringComparer.Ordinal) : [])
        {
            indicators.UnionWith(await archive.GetIndicatorCodesAsync(key, cancellationToken));
        }

        return Math.Max(stored.Select(other => other.Parts)
            .DefaultIfEmpty(1)
            .Max(), ObservationParts.CountFor(indicators, definition.MergesValues || definition.HasValueDetails));
    }

    // What broke off while it was being stored may be finished after this one, and what it took the place of may come back.
    private async Task<List<Delivery>> GetStoredAsync(string dataset, CancellationToken cancellationToken) =>
    [
        .. (await deliveries.GetByDatasetAsync(dataset, cancellationToken))
            .SelectMany(delivery => delivery.Before is { } before ? [delivery, before] : new[] { delivery })
            .Where(delivery => delivery.IsStored || delivery.State == DeliveryState.Storing),
    ];
}
