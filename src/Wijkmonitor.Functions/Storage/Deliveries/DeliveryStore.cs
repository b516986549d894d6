using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Deliveries and their problems in their tables.</summary>
public sealed class DeliveryStore(Tables tables, DeliveryArchive archive, DeliveryIds ids)
{
    private static readonly DeliveryState[] Unfinished =
        [DeliveryState.Checking, DeliveryState.Confirmed, DeliveryState.Storing, DeliveryState.Withdrawing];

    private static readonly DeliveryState[] Unscored =
        [DeliveryState.Storing, DeliveryState.Withdrawing, DeliveryState.Scoring, DeliveryState.Restored];

    /// <summary>Finds the delivery with this id, or null.</summary>
    public async Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (DeliveryIds.GetDataset(id) is not { Length: > 0 } dataset)
        {
            return null;
        }

        var found = await Tables.FindAsync(tables.Deliveries, dataset, id, cancellationToken: cancellationToken);
        return found is null ? null : DeliveryEntities.ToDelivery(found);
    }

    /// <summary>Finds the id of a delivery by its dataset and content, and what is known of it.</summary>
    /// <remarks>A record that an earlier version made under an id of its own goes on under that.</remarks>
    public async Task<(string Id, Delivery? Delivery)> FindByHashAsync(string dataset, string hash, CancellationToken cancellationToken)
    {
        var id = await ids.CreateAsync(dataset, hash, cancellationToken);
        var former = DeliveryIds.CreateFormer(dataset, hash);
        return await FindAsync(id, cancellationToken) is { } found ? (id, found)
            : await FindAsync(former, cancellationToken) is { } earlier ? (former, earlier)
            : (id, null);
    }

    /// <summary>Finds the delivery that a caller names by an id, or null. Also one whose record has an id that an earlier version gave.</summary>
    public async Task<Delivery?> ResolveAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is var found && (found is not null || !DeliveryIds.IsKeyed(id)))
        {
            return found;
        }

        await foreach (var row in Tables.QueryAsync(
            tables.Deliveries, Tables.FilterByPartition(DeliveryIds.GetDataset(id)), ["RowKey"], cancellationToken))
        {
            if (DeliveryIds.IsFormer(row.RowKey) && await ids.PublishAsync(row.RowKey, cancellationToken) == id)
            {
                return await FindAsync(row.RowKey, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>Gets the deliveries of a dataset, newest first.</summary>
    public Task<IReadOnlyList<Delivery>> GetByDatasetAsync(string dataset, CancellationToken cancellationToken) =>
        QueryAsync(Tables.FilterByPartition(dataset), cancellationToken);

    /// <summary>Gets the deliveries of all datasets that a run may have to resume.</summary>
    public Task<IReadOnlyList<Delivery>> GetUnfinishedAsync(CancellationToken cancellationToken) => QueryAsync(GetFilter(Unfinished), cancellationToken);

    /// <summary>Gets the deliveries of all datasets that are in force. One that is being stored again counts as it was before.</summary>
    public async Task<IReadOnlyList<Delivery>> GetInForceAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"State eq {nameof(DeliveryState.Scoring)} or State eq {nameof(DeliveryState.Served)} or State eq {nameof(DeliveryState.Storing)}");
        return [.. (await QueryAsync(filter, cancellationToken)).Select(delivery => delivery.Before ?? delivery).Where(delivery => delivery.IsInForce)];
    }

    /// <summary>Gets the deliveries of all datasets whose municipalities are still to be computed.</summary>
    public Task<IReadOnlyList<Delivery>> GetUnscoredAsync(CancellationToken cancellationToken) => QueryAsync(
        TableClient.CreateQueryFilter($"State eq {nameof(DeliveryState.Scoring)} or State eq {nameof(DeliveryState.Restored)}"), cancellationToken);

    /// <summary>Gets the deliveries of a municipality that are being stored or withdrawn, or whose scorecards are still to be computed.</summary>
    public async Task<IReadOnlyList<Delivery>> GetUnscoredAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        [.. (await QueryAsync(GetFilter(Unscored), cancellationToken)).Where(delivery => IsAbout(delivery, municipality))];

    /// <summary>Whether a delivery of a municipality is served.</summary>
    public async Task<bool> HasServedAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, GetFilter([DeliveryState.Served]), cancellationToken: cancellationToken))
        {
            if (DeliveryEntities.SplitMunicipalities(entity).Contains(municipality.Value, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks a delivery as served, a withdrawn one as withdrawn and a quarantined one as refused.</summary>
    /// <remarks>It is left as it is where something happened to it since it was read: then that must be computed first.</remarks>
    /// <returns>Whether it is served now.</returns>
    public async Task<bool> MarkScoredAsync(Delivery delivery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = await FindAsync(delivery.Id, cancellationToken);
        if (current is null || current.State != delivery.State || current.StoredAt != delivery.StoredAt)
        {
            return false;
        }

        var state = current.State == DeliveryState.Scoring ? DeliveryState.Served : current.Errors > 0 ? DeliveryState.Refused : DeliveryState.Withdrawn;
        try
        {
            await SaveAsync(current.WithState(state) with { CompletedAt = now }, cancellationToken);
            return state == DeliveryState.Served;
        }
        catch (DeliveryChangedException)
        {
            // It was stored again or withdrawn meanwhile, and waits to be computed again.
            return false;
        }
    }

    /// <summary>Returns a <see cref="Delivery.StoredAt"/> later than that of every stored delivery.</summary>
    /// <remarks>What was stored last counts, also where the clock of the storing instance lags behind that of another or was put back.</remarks>
    public async Task<DateTimeOffset> GetNextStoredAtAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"StoredAt ge {moment}");
        var last = moment.AddTicks(-1);
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, filter, [nameof(Delivery.StoredAt)], cancellationToken))
        {
            last = entity.GetDateTimeOffset(nameof(Delivery.StoredAt)) is { } stored && stored > last ? stored : last;
        }

        return last.AddTicks(1);
    }

    /// <summary>Gets all municipalities that something was delivered about.</summary>
    public async Task<IReadOnlyCollection<string>> GetMunicipalitiesAsync(CancellationToken cancellationToken)
    {
        var municipalities = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, filter: null, cancellationToken: cancellationToken))
        {
            municipalities.UnionWith(DeliveryEntities.SplitMunicipalities(entity));
        }

        return municipalities;
    }

    /// <summary>Saves what is known of a delivery, in the archive first: all tables can be rebuilt from it.</summary>
    /// <remarks>What others decided about it since it was read is never overwritten.</remarks>
    /// <returns>The delivery as it is kept now.</returns>
    /// <exception cref="DeliveryChangedException">It was changed since it was read.</exception>
    public async Task<Delivery> SaveAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        await archive.SaveAsync(delivery, cancellationToken);
        return await WriteAsync(delivery, cancellationToken);
    }

    /// <summary>Saves that a delivery is being checked, in the table only. The archive gets it with the outcome.</summary>
    /// <exception cref="DeliveryChangedException">It was changed since it was read.</exception>
    public Task<Delivery> SaveCheckingAsync(Delivery delivery, CancellationToken cancellationToken) => WriteAsync(delivery, cancellationToken);

    /// <summary>Saves what was decided about a delivery. The state in the table comes first; of two decisions at once one fails there.</summary>
    /// <exception cref="DeliveryChangedException">It was changed since it was read.</exception>
    public async Task<Delivery> SaveDecisionAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var kept = await WriteAsync(delivery, cancellationToken);
        await archive.SaveDecisionsAsync(kept, cancellationToken);
        return kept;
    }

    /// <summary>Removes the record of a delivery of which nothing came, unless it was changed since it was read.</summary>
    public async Task RemoveIfUnchangedAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Deliveries.DeleteEntityAsync(delivery.Dataset, delivery.Id, new ETag(delivery.Version!), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Something came of it after all.
        }
    }

    private async Task<Delivery> WriteAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var entity = DeliveryEntities.ToEntity(delivery);
        try
        {
            var response = delivery.Version is { } version
                ? await tables.Deliveries.UpdateEntityAsync(entity, new ETag(version), TableUpdateMode.Replace, cancellationToken)
                : await tables.Deliveries.AddEntityAsync(entity, cancellationToken);
            return delivery with { Version = response.Headers.ETag?.ToString() };
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Where it is there just so, the first try wrote it and only its answer was lost.
            return await FindAsync(delivery.Id, cancellationToken) is { } found
                && IsSame(found, delivery)
                ? found
                : throw new DeliveryChangedException(delivery.Id, e);
        }
    }

    private static string GetFilter(IEnumerable<DeliveryState> states) =>
        string.Join(" or ", states.Select(state => TableClient.CreateQueryFilter($"State eq {state.ToString()}")));

    private static bool IsAbout(Delivery delivery, AreaCode municipality) => delivery.Municipalities.Contains(municipality.Value, StringComparer.Ordinal);

    private static bool IsSame(Delivery one, Delivery other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, StoredDeliveryJson.Default.Delivery)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, StoredDeliveryJson.Default.Delivery));

    /// <summary>Restores the records of deliveries and their problems in the tables from the archive.</summary>
    public async Task RestoreAsync(IEnumerable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var records = new EntityWriter(tables.Deliveries, TableTransactionActionType.UpsertReplace);
        var problems = new EntityWriter(tables.Problems, TableTransactionActionType.UpsertReplace);
        foreach (var delivery in deliveries)
        {
            var number = 0;
            foreach (var problem in await archive.GetProblemsAsync(delivery.Id, cancellationToken))
            {
                await problems.AddAsync(DeliveryEntities.ToEntity(delivery.Id, number++, problem), cancellationToken);
            }

            await records.AddAsync(DeliveryEntities.ToEntity(delivery), cancellationToken);
        }

        await problems.CompleteAsync(cancellationToken);
        await records.CompleteAsync(cancellationToken);
    }

    /// <summary>Saves a delivery's problems, in the archive first.</summary>
    public async Task SaveProblemsAsync(string id, IReadOnlyList<RowProblem> problems, CancellationToken cancellationToken)
    {
        await archive.SaveProblemsAsync(id, problems, cancellationToken);
        var writer = new EntityWriter(tables.Problems, TableTransactionActionType.UpsertReplace);
        for (var i = 0; i < problems.Count; i++)
        {
            await writer.AddAsync(DeliveryEntities.ToEntity(id, i, problems[i]), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        await RemoveProblemsAsync(id, problems.Count, cancellationToken);
    }

    // What an earlier check of the same file found, and this one did not.
    private async Task RemoveProblemsAsync(string id, int from, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {DeliveryEntities.GetProblemRow(from)}");
        var writer = new EntityWriter(tables.Problems, TableTransactionActionType.Delete);
        await foreach (var entity in Tables.QueryAsync(tables.Problems, filter, ["PartitionKey", "RowKey"], cancellationToken))
        {
            await writer.AddAsync(new TableEntity(entity.PartitionKey, entity.RowKey), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>Gets a delivery's problems, in the order in which they were found.</summary>
    public async Task<IReadOnlyList<RowProblem>> GetProblemsAsync(string id, CancellationToken cancellationToken)
    {
        var problems = new List<RowProblem>();
        await foreach (var entity in Tables.QueryAsync(tables.Problems, Tables.FilterByPartition(id), cancellationToken: cancellationToken))
        {
            problems.Add(DeliveryEntities.ToProblem(entity));
        }

        return problems;
    }

    private async Task<IReadOnlyList<Delivery>> QueryAsync(string filter, CancellationToken cancellationToken)
    {
        var deliveries = new List<Delivery>();
        await foreach (var entity in Tables.QueryAsync(tables.Deliveries, filter, cancellationToken: cancellationToken))
        {
            deliveries.Add(DeliveryEntities.ToDelivery(entity));
        }

        return [.. deliveries.OrderByDescending(d => d.ReceivedAt).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
