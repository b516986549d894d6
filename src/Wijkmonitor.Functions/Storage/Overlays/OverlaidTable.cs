using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>A table that is written in memory only, over what is stored.</summary>
/// <remarks>Queries are of one partition and compare properties with values; others are not supported.</remarks>
/// <param name="table">The stored table.</param>
internal sealed class OverlaidTable(TableClient table) : TableClient
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, OverlaidRow>> partitions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => table.Name;

    /// <inheritdoc/>
    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var query = OverlaidFilter.Parse(filter);
        return (AsyncPageable<T>)(object)new OverlaidRows(cancellation => FindWritten(query.Partition) is { Count: > 0 } written
            ? MergeAsync(query, written, ReadStored(query, maxPerPage, select, cancellation), cancellation)
            : table.QueryAsync<TableEntity>(filter, maxPerPage, select, cancellation), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var written = FindWritten(partitionKey, rowKey);
        var stored = written is { IsMerged: false } ? null : await FindStoredAsync(partitionKey, rowKey, select, cancellationToken);
        var entity = written is null ? stored : written.ApplyTo(stored);
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
                ? found : partitions[entity.PartitionKey] = new Dictionary<string, OverlaidRow>(StringComparer.Ordinal);
            rows[entity.RowKey] = action switch
            {
                TableTransactionActionType.Delete => new OverlaidRow(Entity: null, IsMerged: false),
                TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpdateMerge => rows.TryGetValue(entity.RowKey, out var before)
                    ? before with { Entity = new OverlaidRow(entity, IsMerged: true).ApplyTo(before.Entity) } : new OverlaidRow(entity, IsMerged: true),
                _ => new OverlaidRow(entity, IsMerged: false),
            };
        }
    }

    // A value that was written over decides whether its row is selected, so values are compared here and not by the storage.
    private AsyncPageable<TableEntity> ReadStored(OverlaidFilter query, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(query.KeyFilter, maxPerPage, query.ComparesValues ? null : select, cancellationToken);

    // In order of row, as the storage gives them.
    private static async IAsyncEnumerable<TableEntity> MergeAsync(
        OverlaidFilter query, Dictionary<string, OverlaidRow> written, AsyncPageable<TableEntity> stored,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var merged = new SortedDictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var entity in stored.WithCancellation(cancellationToken))
        {
            if ((written.Remove(entity.RowKey, out var over) ? over.ApplyTo(entity) : entity) is { } row)
            {
                merged[row.RowKey] = row;
            }
        }

        foreach (var row in written.Values.Select(row => row.Entity).OfType<TableEntity>())
        {
            merged[row.RowKey] = row;
        }

        foreach (var row in merged.Values.Where(query.Matches))
        {
            yield return row;
        }
    }

    private Dictionary<string, OverlaidRow> FindWritten(string partition)
    {
        lock (gate)
        {
            return new(partitions.GetValueOrDefault(partition) ?? [], StringComparer.Ordinal);
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
        public TableEntity? ApplyTo(TableEntity? stored)
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
