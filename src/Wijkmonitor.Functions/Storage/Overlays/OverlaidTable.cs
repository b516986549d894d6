using Azure;
using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>A table that is written in memory only, over what is stored.</summary>
/// <remarks>Queries are of one partition and compare properties with values; others are not supported.</remarks>
/// <param name="table">The stored table.</param>
internal sealed class OverlaidTable(TableClient table) : TableClient
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, OverlaidRow>> partitions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => table.Name;

    /// <inheritdoc/>
    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var query = OverlaidFilter.Parse(filter);
        return (AsyncPageable<T>)(object)new OverlaidRows(cancellation =>
            MergeAsync(query, table.QueryAsync<TableEntity>(filter, maxPerPage, select, cancellation), cancellation), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var written = FindWritten(partitionKey, rowKey);
        var stored = written is { IsMerged: false } ? null : await FindStoredAsync(partitionKey, rowKey, select, cancellationToken);
        var entity = written is null ? stored : written.Over(stored);
        return (NullableResponse<T>)(object)(entity is null ? new AbsentEntity() : Response.FromValue(entity, response: null!));
    }

    /// <inheritdoc/>
    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        foreach (var action in transactionActions)
        {
            Write((TableEntity)action.Entity, action.ActionType);
        }

        return Task.FromResult(Response.FromValue<IReadOnlyList<Response>>([], response: null!));
    }

    /// <inheritdoc/>
    public override Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        Write((TableEntity)(object)entity, mode == TableUpdateMode.Merge ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace);
        return Task.FromResult<Response>(null!);
    }

    /// <inheritdoc/>
    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        Write(new TableEntity(partitionKey, rowKey), TableTransactionActionType.Delete);
        return Task.FromResult<Response>(null!);
    }

    private void Write(TableEntity entity, TableTransactionActionType action)
    {
        lock (gate)
        {
            var rows = partitions.TryGetValue(entity.PartitionKey, out var found)
                ? found : partitions[entity.PartitionKey] = new SortedDictionary<string, OverlaidRow>(StringComparer.Ordinal);
            rows[entity.RowKey] = action switch
            {
                TableTransactionActionType.Delete => new OverlaidRow(Entity: null, IsMerged: false),
                TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpdateMerge => rows.TryGetValue(entity.RowKey, out var before)
                    ? before with { Entity = new OverlaidRow(entity, IsMerged: true).Over(before.Entity) } : new OverlaidRow(entity, IsMerged: true),
                _ => new OverlaidRow(entity, IsMerged: false),
            };
        }
    }

    // In order of row, as the storage gives them.
    private async IAsyncEnumerable<TableEntity> MergeAsync(
        OverlaidFilter query, AsyncPageable<TableEntity> stored, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SortedDictionary<string, OverlaidRow> written;
        lock (gate)
        {
            written = partitions.TryGetValue(query.Partition, out var found) ? new(found, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        }

        var merged = new SortedDictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var entity in stored.WithCancellation(cancellationToken))
        {
            var isWritten = written.Remove(entity.RowKey, out var over);
            if ((isWritten ? over!.Over(entity) : entity) is { } row && (!isWritten || query.Matches(row, isSelected: true)))
            {
                merged[entity.RowKey] = row;
            }
        }

        foreach (var row in written.Values.Select(row => row.Entity).OfType<TableEntity>().Where(row => query.Matches(row, isSelected: false)))
        {
            merged[row.RowKey] = row;
        }

        foreach (var row in merged.Values)
        {
            yield return row;
        }
    }

    private OverlaidRow? FindWritten(string partition, string row)
    {
        lock (gate)
        {
            return partitions.GetValueOrDefault(partition)?.GetValueOrDefault(row);
        }
    }

    private async Task<TableEntity?> FindStoredAsync(string partition, string row, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, select, cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>A row that was written.</summary>
    /// <param name="Entity">The written entity; null where the row was deleted.</param>
    /// <param name="IsMerged">Whether it is merged into what is stored.</param>
    private sealed record OverlaidRow(TableEntity? Entity, bool IsMerged)
    {
        /// <summary>Gets the row with what is stored below it.</summary>
        public TableEntity? Over(TableEntity? stored)
        {
            if (Entity is null || !IsMerged || stored is null)
            {
                return Entity;
            }

            var merged = new TableEntity(stored);
            foreach (var (name, value) in Entity)
            {
                merged[name] = value;
            }

            return merged;
        }
    }

    private sealed class AbsentEntity : NullableResponse<TableEntity>
    {
        public override bool HasValue => false;

        public override TableEntity? Value => null;

        public override Response GetRawResponse() => throw new NotSupportedException();
    }
}
