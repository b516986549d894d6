using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>
/// Writer of many entities in transactions: of one partition, at most 100 entities and under 4 MiB, several at once. An entity that comes twice while
/// its transaction is still open is merged into it, so that a key never occurs twice in one transaction. Deleting an entity that does not exist is no
/// failure.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="action">Action for each entity; an upsert, so that writing again ends the same.</param>
/// <param name="together">Number of entities that are added one after the other and go into one transaction, where their size allows it.</param>
public sealed class EntityWriter(TableClient table, TableTransactionActionType action, int together = 1) : IRowWriter
{
    private const int MaxEntities = 100;
    private const int MaxBytes = 4 * 1024 * 1024 - HeaderBytes;
    private const int HeaderBytes = 256 * 1024;
    private const int MaxOpenTransactions = 5_000;
    private const int MaxConcurrentWrites = 4;
    private readonly int maxEntities = together <= MaxEntities ? MaxEntities / together * together : MaxEntities;
    private readonly Dictionary<string, OpenTransaction> open = new(StringComparer.Ordinal);
    private readonly List<Task> writing = [];
    private int openEntities;

    /// <inheritdoc/>
    public TableClient Table => table;

    /// <inheritdoc/>
    public RowPrecedence Precedence => action == TableTransactionActionType.UpsertReplace ? RowPrecedence.LastWins : RowPrecedence.LastMerges;

    /// <summary>Number of transactions sent.</summary>
    public int Transactions { get; private set; }

    /// <summary>Adds an entity, and writes what is full. After a failure nothing is under way any more.</summary>
    public async ValueTask AddAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        var size = GetSize(entity);
        if (open.TryGetValue(entity.PartitionKey, out var full) && full.Bytes + size > MaxBytes)
        {
            await WriteAsync(entity.PartitionKey, cancellationToken);
            if (full.Contains(entity))
            {
                // The later one must not overtake the earlier one.
                await CompleteWritingAsync();
            }
        }

        var transaction = open.TryGetValue(entity.PartitionKey, out var found) ? found : open[entity.PartitionKey] = new OpenTransaction();
        if (transaction.Add(entity, size))
        {
            openEntities++;
        }

        if (transaction.Count == maxEntities)
        {
            await WriteAsync(entity.PartitionKey, cancellationToken);
        }
        else if (openEntities > MaxOpenTransactions)
        {
            await WriteAsync(open.MaxBy(pair => pair.Value.Count).Key, cancellationToken);
        }
    }

    /// <summary>Writes what is left and waits until all is written.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var partition in open.Keys.ToList())
        {
            await WriteAsync(partition, cancellationToken);
        }

        await CompleteWritingAsync();
    }

    // Waits for all, also when one fails: a write that is still being retried could land on what others write later.
    private async Task CompleteWritingAsync()
    {
        await Task.WhenAll(writing);
        writing.Clear();
    }

    private async Task WriteAsync(string partition, CancellationToken cancellationToken)
    {
        open.Remove(partition, out var transaction);
        openEntities -= transaction!.Count;
        if (writing.Count >= MaxConcurrentWrites)
        {
            var ended = await Task.WhenAny(writing);
            if (!ended.IsCompletedSuccessfully)
            {
                await CompleteWritingAsync();
            }

            writing.Remove(ended);
        }

        Transactions++;
        writing.Add(SubmitAsync(transaction, cancellationToken));
    }

    private async Task SubmitAsync(OpenTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(transaction.Entities.Select(e => new TableTransactionAction(action, e)), cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status == 404 && action == TableTransactionActionType.Delete)
        {
            // Some were deleted before, by a run that died or by a try whose answer was lost: each by itself may be absent.
            foreach (var entity in transaction.Entities)
            {
                await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
            }
        }
    }

    // As JSON, generously: names, quotes, type annotations, base64, and text of which every character is escaped.
    private static int GetSize(TableEntity entity)
    {
        var size = 512;
        foreach (var (name, value) in entity)
        {
            size += name.Length + 64 + value switch
            {
                string text => 6 * text.Length,
                byte[] bytes => bytes.Length * 4 / 3,
                _ => 32,
            };
        }

        return size;
    }

    private sealed class OpenTransaction
    {
        private readonly Dictionary<string, TableEntity> entities = new(StringComparer.Ordinal);

        public IEnumerable<TableEntity> Entities => entities.Values;

        public int Count => entities.Count;

        public int Bytes { get; private set; }

        public bool Contains(TableEntity entity) => entities.ContainsKey(entity.RowKey);

        public bool Add(TableEntity entity, int size)
        {
            Bytes += size;
            if (entities.TryAdd(entity.RowKey, entity))
            {
                return true;
            }

            var earlier = entities[entity.RowKey];
            foreach (var (name, value) in entity)
            {
                earlier[name] = value;
            }

            return false;
        }
    }
}
