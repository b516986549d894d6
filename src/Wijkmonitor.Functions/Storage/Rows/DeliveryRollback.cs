using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Rollback of a delivery: the tables become what they are without it.</summary>
/// <remarks>
/// It does so for exactly the keys that the delivery touched, from the archived files of the other deliveries that are in force, in the order in
/// which they were stored. Every key goes from the one to the other in one step, and doing it again ends the same.
/// </remarks>
public sealed class DeliveryRollback(FileStore store, DeliveryStore deliveries, DeliveryArchive archive, Inbox inbox, ContractStore contracts)
{
    // How many keys are brought back at once: memory is bounded by this, whatever the size of the file.
    private const int MaxKeys = 4000;

    /// <summary>Removes what a delivery stored and restores what was there before.</summary>
    public async Task RollBackAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        if (definition.Format == DatasetFormat.Contract)
        {
            await using var json = copy.OpenRead();
            await contracts.RemoveAsync((await FileStore.ReadContractAsync(delivery.Id, json, cancellationToken)).Contract, delivery.Id, cancellationToken);
            return;
        }

        var affected = await FindAffectedKeysAsync(definition, delivery, copy, cancellationToken);
        var others = await FindOthersAsync(definition, delivery, cancellationToken);
        foreach (var keys in affected.SplitIntoBatches(MaxKeys))
        {
            var earlier = await ResolvePriorStateAsync(keys, others, cancellationToken);
            await WriteAsync(keys, earlier, cancellationToken);
        }
    }

    /// <summary>Stores a delivery behind others: what those that were stored after its moment say stays in force.</summary>
    /// <param name="delivery">The delivery, with the moment as which it counts.</param>
    /// <param name="definition">The definition that it is read by.</param>
    /// <param name="copy">Its file.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task StoreBehindNewerAsync(Delivery delivery, DatasetDefinition definition, LocalCopy copy, CancellationToken cancellationToken)
    {
        var affected = new AffectedKeys();
        await AddAffectedAsync(affected, definition, delivery, copy, cancellationToken);
        var others = (await FindOthersAsync(definition, delivery, cancellationToken)).Where(other => other.Id != delivery.Id);
        IReadOnlyList<Delivery> all = [.. others.Append(delivery).OrderByDescending(other => other.StoredAt)];
        foreach (var keys in affected.SplitIntoBatches(MaxKeys))
        {
            await WriteAsync(keys, await ResolvePriorStateAsync(keys, all, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Finds the keys that nothing would be left of were the delivery undone, in the table of a name.</summary>
    public async Task<IReadOnlyList<AffectedKey>> FindKeysUniqueToAsync(Delivery delivery, string table, CancellationToken cancellationToken)
    {
        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        var affected = (await FindAffectedKeysAsync(definition, delivery, copy, cancellationToken)).FilterByTable(table);
        var others = await FindOthersAsync(definition, delivery, cancellationToken);
        var unique = new List<AffectedKey>();
        foreach (var keys in affected.SplitIntoBatches(MaxKeys))
        {
            var earlier = await ResolvePriorStateAsync(keys, others, cancellationToken);
            unique.AddRange(keys.All.Where(key => !earlier.ContainsKey(key)));
        }

        return unique;
    }

    private async Task<AffectedKeys> FindAffectedKeysAsync(DatasetDefinition definition, Delivery delivery, LocalCopy copy, CancellationToken cancellationToken)
    {
        var affected = new AffectedKeys();
        await AddAffectedAsync(affected, definition, delivery, copy, cancellationToken);
        if (delivery.Before is { } before && before.Parts != delivery.Parts)
        {
            // What an earlier drop of the file stored in another division was taken out before this one was stored.
            using var earlier = await inbox.DownloadAsync(before, cancellationToken);
            await AddAffectedAsync(affected, await archive.GetDefinitionAsync(before, cancellationToken), before, earlier, cancellationToken);
        }

        return affected;
    }

    // A file that could not be stored may not be readable to its end either: what was read of it is all that can have been stored.
    private async Task AddAffectedAsync(AffectedKeys affected, DatasetDefinition definition, Delivery delivery, LocalCopy copy,
        CancellationToken cancellationToken)
    {
        await using var content = copy.OpenRead();
        try
        {
            foreach (var (writer, entity, _) in store.ReadRows(definition, delivery.Id, content, delivery.Parts))
            {
                cancellationToken.ThrowIfCancellationRequested();
                affected.Add(writer.Table, entity);
            }
        }
        catch (Exception e) when (delivery.State == DeliveryState.Storing && e is not OperationCanceledException)
        {
        }
    }

    // Newest first. Register and figures: what registers areas is held against all that does. A file that was dropped again is held against
    // what it said before.
    private async Task<IReadOnlyList<Delivery>> FindOthersAsync(DatasetDefinition definition, Delivery delivery, CancellationToken cancellationToken)
    {
        var scope = IngestLockScope.For(definition);
        var others = new List<Delivery>();
        foreach (var other in await deliveries.GetInForceAsync(cancellationToken))
        {
            if ((other.Id != delivery.Id || delivery.Before is not null)
                && other.Municipalities.Intersect(delivery.Municipalities, StringComparer.Ordinal).Any()
                && (other.Dataset == delivery.Dataset
                    || (scope == IngestLockScope.Register && IngestLockScope.For(await archive.GetDefinitionAsync(other, cancellationToken)) == scope)))
            {
                others.Add(other);
            }
        }

        return [.. others.OrderByDescending(other => other.StoredAt)];
    }

    private async Task<Dictionary<AffectedKey, TableEntity>> ResolvePriorStateAsync(AffectedKeys keys, IReadOnlyList<Delivery> newestFirst,
        CancellationToken cancellationToken)
    {
        var resolver = new PriorStateResolver(keys);
        foreach (var other in newestFirst)
        {
            if (resolver.IsComplete)
            {
                break;
            }

            var definition = await archive.GetDefinitionAsync(other, cancellationToken);
            using var copy = await inbox.DownloadAsync(other, cancellationToken);
            await using var content = copy.OpenRead();
            foreach (var (writer, entity, _) in store.ReadRows(definition, other.Id, content, other.Parts))
            {
                cancellationToken.ThrowIfCancellationRequested();
                resolver.Add(writer, entity);
            }

            resolver.EndFile();
        }

        return resolver.Entities;
    }

    private static async Task WriteAsync(AffectedKeys keys, Dictionary<AffectedKey, TableEntity> earlier, CancellationToken cancellationToken)
    {
        foreach (var (table, partitions) in keys.ByTable)
        {
            var upserts = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
            var deletes = new EntityWriter(table, TableTransactionActionType.Delete);
            foreach (var (partition, rows) in partitions)
            {
                var deletedKeys = rows.Where(row => !earlier.ContainsKey(new(table.Name, partition, row))).ToHashSet(StringComparer.Ordinal);
                foreach (var row in rows.Where(row => !deletedKeys.Contains(row)))
                {
                    await upserts.AddAsync(earlier[new(table.Name, partition, row)], cancellationToken);
                }

                // What an earlier try removed already would fail the transaction.
                await foreach (var there in deletedKeys.Count == 0
                    ? AsyncEnumerable.Empty<TableEntity>()
                    : Tables.QueryAsync(table, Tables.FilterByPartition(partition), ["PartitionKey", "RowKey"], cancellationToken))
                {
                    if (deletedKeys.Contains(there.RowKey))
                    {
                        await deletes.AddAsync(new TableEntity(partition, there.RowKey), cancellationToken);
                    }
                }
            }

            await upserts.CompleteAsync(cancellationToken);
            await deletes.CompleteAsync(cancellationToken);
        }
    }
}
