using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Owners of rows: the delivery that a row may come from, by the order of those in force.</summary>
public sealed class RowOwners
{
    // More than this is not distinguished: then an older delivery may be named next to the newer one whose row is gone.
    private const int MaxRemembered = 200_000;
    private const int Unfinished = int.MaxValue;
    private readonly Dictionary<string, int> ranks;
    private readonly HashSet<(string Table, string Partition, string Row, string Part)> gone = [];

    private RowOwners(IReadOnlyList<Delivery> newestFirst, Dictionary<string, int> ranks)
    {
        NewestFirst = newestFirst;
        this.ranks = ranks;
    }

    /// <summary>The deliveries in force, the one stored last first.</summary>
    public IReadOnlyList<Delivery> NewestFirst { get; }

    /// <summary>Creates the order of the deliveries of the archive.</summary>
    public static RowOwners Create(IReadOnlyList<Delivery> deliveries)
    {
        var stored = deliveries.Select(delivery => delivery.Before ?? delivery).Where(delivery => delivery.IsInForce)
            .OrderBy(delivery => delivery.StoredAt).ToList();
        var ranks = stored.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        foreach (var delivery in deliveries.Where(delivery => delivery.State is DeliveryState.Storing or DeliveryState.Withdrawing))
        {
            ranks[delivery.Id] = Unfinished;
        }

        stored.Reverse();
        return new RowOwners([.. stored.Where(delivery => ranks[delivery.Id] != Unfinished)], ranks);
    }

    /// <summary>Whether a delivery can have rows at all.</summary>
    public bool MayOwn(string delivery) => ranks.ContainsKey(delivery);

    /// <summary>Whether a row that a delivery stored is gone, or was replaced by something that did not come after it.</summary>
    /// <remarks>Deliveries are asked about the newest first: of two that stored the same, only the newer one misses it.</remarks>
    public bool IsMissing(Delivery delivery, IRowWriter writer, TableEntity row, TableEntity? stored)
    {
        var isMissing = false;
        foreach (var part in StoredRows.FindParts(row).DefaultIfEmpty(""))
        {
            var isThere = stored is not null && (part.Length == 0 || IsValidOwner(StoredRows.FindDelivery(stored, part), delivery, writer.Precedence));
            var key = (writer.Table.Name, row.PartitionKey, row.RowKey, writer.Precedence == RowPrecedence.LastMerges ? part : "");
            isMissing |= !isThere && TryAddMissing(key);
        }

        return isMissing;
    }

    private bool TryAddMissing((string Table, string Partition, string Row, string Part) key) => gone.Count >= MaxRemembered || gone.Add(key);

    private bool IsValidOwner(string? owner, Delivery delivery, RowPrecedence precedence) =>
        owner == delivery.Id
        || (owner is not null && ranks.TryGetValue(owner, out var rank)
            && (precedence == RowPrecedence.FirstWins ? rank < ranks[delivery.Id] : rank > ranks[delivery.Id]));
}
