using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>A row that could not be booked, because another one is under its key.</summary>
/// <param name="Incoming">The row.</param>
/// <param name="Existing">The one that is there.</param>
public sealed record InsertConflict(TableEntity Incoming, TableEntity Existing)
{
    /// <summary>The line of the row in its file.</summary>
    public int? Line => Incoming.GetInt32("Line");

    /// <summary>The reference of the row.</summary>
    public string Reference => Incoming.TryGetValue(nameof(LedgerEntry.Reference), out var own) ? (string)own! : Incoming.RowKey;

    /// <summary>The delivery that brought the one that is there.</summary>
    public string? Delivery => Existing.GetString("Delivery");

    /// <summary>The properties in which they differ.</summary>
    public IEnumerable<string> Differences => InsertOnlyWriter.FindDifferences(Incoming, Existing);
}

/// <summary>The error that rows could not be booked. Nothing of their delivery is booked any more.</summary>
public sealed class InsertConflictException(string delivery, IReadOnlyList<InsertConflict> conflicts)
    : Exception($"{conflicts.Count} rows of delivery {delivery} use keys of other deliveries.")
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<InsertConflict> Conflicts { get; } = conflicts;
}

/// <summary>Writer that books rows of one delivery, which never change.</summary>
/// <remarks>
/// Each is inserted, so that of two instances that book the same key at the same moment the second one finds the first. What is there already with
/// the same content is as good as booked, whichever delivery brought it; what is there with another content is a conflict, and then everything of
/// this delivery is rolled back.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="delivery">The delivery's id, in each row as <c>Delivery</c>.</param>
public sealed class InsertOnlyWriter(TableClient table, string delivery) : IRowWriter
{
    private const int MaxEntities = 100;

    // Where a row came from is no part of what it says.
    private static readonly HashSet<string> Origin = new(["PartitionKey", "RowKey", "Timestamp", "odata.etag", "Delivery", "Line"], StringComparer.Ordinal);
    private readonly Dictionary<string, List<TableEntity>> open = new(StringComparer.Ordinal);
    private readonly List<InsertConflict> conflicts = [];

    /// <inheritdoc/>
    public TableClient Table => table;

    /// <inheritdoc/>
    public RowPrecedence Precedence => RowPrecedence.FirstWins;

    /// <summary>Adds a row, and inserts the batches that are full.</summary>
    public async ValueTask AddAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        var rows = open.TryGetValue(entity.PartitionKey, out var found) ? found : open[entity.PartitionKey] = [];
        rows.Add(entity);
        if (rows.Count == MaxEntities)
        {
            await InsertAsync(rows, cancellationToken);
            rows.Clear();
        }
    }

    /// <summary>Inserts the remaining rows.</summary>
    /// <exception cref="InsertConflictException">Rows use keys of other deliveries.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var rows in open.Values)
        {
            await InsertAsync(rows, cancellationToken);
        }

        if (conflicts.Count > 0)
        {
            await RollBackAsync(cancellationToken);
            throw new InsertConflictException(delivery, conflicts);
        }
    }

    /// <summary>Finds the properties in which two rows differ, but for where they came from.</summary>
    public static IEnumerable<string> FindDifferences(TableEntity one, TableEntity other) => one.Keys.Union(other.Keys, StringComparer.Ordinal)
        .Where(name => !Origin.Contains(name) && !AreSame(GetValue(one, name), GetValue(other, name)))
        .Order(StringComparer.Ordinal);

    private async Task InsertAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        // After a conflict nothing more is booked, so that it is never in the way of the instance that was first; what else conflicts is still reported.
        var missing = conflicts.Count > 0 ? await FindMissingAsync(rows, cancellationToken) : rows;
        while (missing.Count > 0 && conflicts.Count == 0)
        {
            try
            {
                await table.SubmitTransactionAsync(missing.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == 409)
            {
                missing = await FindMissingAsync(missing, cancellationToken);
            }
        }
    }

    // Which of the rows have nothing under their key yet. What another instance books meanwhile is found in the next turn.
    private async Task<List<TableEntity>> FindMissingAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        List<TableEntity> missing = [];
        foreach (var row in rows)
        {
            var found = await Tables.FindAsync(table, row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            if (found is null)
            {
                missing.Add(row);
            }
            else if (FindDifferences(row, found).Any())
            {
                conflicts.Add(new InsertConflict(row, found));
            }
        }

        return missing;
    }

    private async Task RollBackAsync(CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(table, TableTransactionActionType.Delete);
        foreach (var partition in open.Keys)
        {
            var own = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Delivery eq {delivery}");
            await foreach (var entity in Tables.QueryAsync(table, own, ["PartitionKey", "RowKey"], cancellationToken))
            {
                await writer.AddAsync(new TableEntity(entity.PartitionKey, entity.RowKey), cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static bool AreSame(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(one, other);

    private static object? GetValue(TableEntity entity, string name) => entity.TryGetValue(name, out var value) ? value : null;
}
