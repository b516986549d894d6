using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Deliveries with the ids that callers see, of themselves and of one another.</summary>
public sealed class PublishedDeliveries(DeliveryIds ids)
{
    /// <summary>Creates the deliveries as they are served.</summary>
    public async Task<IReadOnlyList<Delivery>> FromAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var published = new List<Delivery>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            published.Add(await FromAsync(delivery, cancellationToken));
        }

        return published;
    }

    /// <summary>Creates a delivery as it is served.</summary>
    public async Task<Delivery> FromAsync(Delivery delivery, CancellationToken cancellationToken) => delivery with
    {
        Id = await ids.PublishAsync(delivery.Id, cancellationToken),
        Supersedes = await PublishAsync(delivery.Supersedes, cancellationToken),
    };

    /// <summary>Creates the changes of a delivery as they are served.</summary>
    public async Task<ChangeList> FromAsync(ChangeList changes, CancellationToken cancellationToken)
    {
        var items = await ids.PublishAsync(changes.Items, item => item.Old?.Delivery,
            (item, id) => item with { Old = item.Old! with { Delivery = id } }, cancellationToken);
        return changes with
        {
            Supersedes = await PublishAsync(changes.Supersedes, cancellationToken),
            Items = await ids.PublishAsync(items, item => item.New?.Delivery,
                (item, id) => item with { New = item.New! with { Delivery = id } }, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<string>> PublishAsync(IReadOnlyList<string> deliveries, CancellationToken cancellationToken) =>
        await ids.PublishAsync(deliveries, id => id, (_, id) => id, cancellationToken);
}
