using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>The keys that a delivery wrote, by table and partition.</summary>
public sealed class AffectedKeys
{
    private readonly Dictionary<string, (TableClient Table, SortedDictionary<string, HashSet<string>> Partitions)> tables = new(StringComparer.Ordinal);

    /// <summary>The keys by table and partition.</summary>
    public IEnumerable<(TableClient Table, SortedDictionary<string, HashSet<string>> Partitions)> ByTable => tables.Values;

    /// <summary>All keys.</summary>
    public IEnumerable<AffectedKey> All =>
        tables.Values.SelectMany(table => table.Partitions.SelectMany(pair => pair.Value.Select(row => new AffectedKey(table.Table.Name, pair.Key, row))));

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the key of an entity.</summary>
    public void Add(TableClient table, TableEntity entity) => Add(table, entity.PartitionKey, [entity.RowKey]);

    /// <summary>Whether an entity's key is among them.</summary>
    public bool Contains(TableClient table, TableEntity entity) =>
        tables.TryGetValue(table.Name, out var found) && found.Partitions.TryGetValue(entity.PartitionKey, out var rows) && rows.Contains(entity.RowKey);

    /// <summary>Filters the keys by table.</summary>
    public AffectedKeys FilterByTable(string name)
    {
        var keys = new AffectedKeys();
        if (tables.TryGetValue(name, out var found))
        {
            keys.tables[name] = found;
            keys.Count = found.Partitions.Values.Sum(rows => rows.Count);
        }

        return keys;
    }

    /// <summary>Splits the keys in batches of at most a size; a partition that fits in one stays whole.</summary>
    public IEnumerable<AffectedKeys> SplitIntoBatches(int size)
    {
        var batch = new AffectedKeys();
        foreach (var (table, partitions) in tables.Values)
        {
            foreach (var (partition, rows) in partitions.SelectMany(pair => pair.Value.Chunk(size).Select(rows => (pair.Key, rows))))
            {
                if (batch.Count > 0 && batch.Count + rows.Length > size)
                {
                    yield return batch;
                    batch = new AffectedKeys();
                }

                batch.Add(table, partition, rows);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private void Add(TableClient table, string partition, IReadOnlyCollection<string> rows)
    {
        if (!tables.TryGetValue(table.Name, out var found))
        {
            found = tables[table.Name] = (table, new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal));
        }

        if (!found.Partitions.TryGetValue(partition, out var known))
        {
            known = found.Partitions[partition] = new HashSet<string>(StringComparer.Ordinal);
        }

        Count -= known.Count;
        known.UnionWith(rows);
        Count += known.Count;
    }
}
