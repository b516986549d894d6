using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Writer of the rows of checked deliveries, each in its place among the releases of its dataset.</summary>
public sealed class DeliveryWriter(FileStore store, DeliveryRollback rollback, ReleaseOrder releases)
{
    /// <summary>Writes a delivery. Doing it twice ends as doing it once.</summary>
    /// <param name="delivery">The delivery, with the number of entities that each of its rows is divided over.</param>
    /// <param name="definition">The definition that it is read by.</param>
    /// <param name="copy">Its file.</param>
    /// <param name="progress">Receives the number of rows given to the storage; null for no reports.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The time as of which it counts if newer releases stay in front of it; otherwise null.</returns>
    /// <exception cref="InsertConflictException">Another delivery booked something else under the same keys; nothing of this one is booked.</exception>
    public async Task<DateTimeOffset?> WriteAsync(
        Delivery delivery, DatasetDefinition definition, LocalCopy copy, ProgressReporter? progress, CancellationToken cancellationToken)
    {
        if (delivery.Before is { } before && before.Parts != delivery.Parts)
        {
            // The same keys are not written over it: what the file stored before would stay there unseen.
            await rollback.RollBackAsync(before, cancellationToken);
        }

        var effectiveStoredAt = await releases.FindEffectiveStoredAtAsync(delivery, cancellationToken);
        if (effectiveStoredAt is null)
        {
            await store.StoreAsync(definition, delivery.Id, copy, delivery.Parts, progress, cancellationToken);
        }
        else
        {
            await rollback.StoreBehindNewerAsync(delivery with { StoredAt = effectiveStoredAt }, definition, copy, cancellationToken);
        }

        return effectiveStoredAt;
    }
}
