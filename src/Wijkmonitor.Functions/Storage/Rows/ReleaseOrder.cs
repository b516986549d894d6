using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Order of the releases of a year, whichever of them is delivered first.</summary>
/// <remarks>
/// A release is known by the topics that it fills: one that fills all that another does and more is newer. Of two that fill the same, the one delivered
/// last is newer, for it is a revision.
/// </remarks>
public sealed class ReleaseOrder(DeliveryStore deliveries)
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);

    /// <summary>Finds when an older release counts as stored: between the newer ones and what was stored before these.</summary>
    /// <returns>Null where none that is in force is newer: then it is stored last.</returns>
    public async Task<DateTimeOffset?> FindEffectiveStoredAtAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Filled is not { } filled)
        {
            return null;
        }

        var others = (await deliveries.GetByDatasetAsync(delivery.Dataset, cancellationToken))
            .Where(other => other.Id != delivery.Id && other.IsStored && other.Periods.SequenceEqual(delivery.Periods)
                && other.Municipalities.Intersect(delivery.Municipalities, StringComparer.Ordinal).Any())
            .ToList();
        var newer = others.Where(other => other.Filled?.Count > filled.Count && !filled.Except(other.Filled, StringComparer.Ordinal).Any())
            .Min(other => other.StoredAt);
        if (newer is not { } first)
        {
            return null;
        }

        var last = others.Where(other => other.StoredAt < first).Max(other => other.StoredAt) ?? first - Before;
        return last + ((first - last) / 2);
    }
}
