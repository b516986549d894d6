using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>The key of an entity in one of the tables.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Row">The row.</param>
public readonly record struct TouchedKey(string Table, string Partition, string Row);

/// <summary>The keys that a delivery wrote, by table and partition.</summary>
public sealed class TouchedKeys
{
    private readonly Dictionary<string, (TableClient Table, SortedDictionary<string, HashSet<string>> Partitions)> tables = new(StringComparer.Ordinal);

    /// <summary>The keys by table and partition.</summary>
    public IEnumerable<(TableClient Table, SortedDictionary<string, HashSet<string>> Partitions)> ByTable => tables.Values;

    /// <summary>All keys.</summary>
    public IEnumerable<TouchedKey> All =>
        tables.Values.SelectMany(table => table.Partitions.SelectMany(pair => pair.Value.Select(row => new TouchedKey(table.Table.Name, pair.Key, row))));

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the key of an entity.</summary>
    public void Add(TableClient table, TableEntity entity) => Add(table, entity.PartitionKey, [entity.RowKey]);

    /// <summary>Whether an entity's key is among them.</summary>
    public bool Contains(TableClient table, TableEntity entity) =>
        tables.TryGetValue(table.Name, out var found) && found.Partitions.TryGetValue(entity.PartitionKey, out var rows) && rows.Contains(entity.RowKey);

    /// <summary>Those of one table.</summary>
    public TouchedKeys OfTable(string name)
    {
        var keys = new TouchedKeys();
        if (tables.TryGetValue(name, out var found))
        {
            keys.tables[name] = found;
            keys.Count = found.Partitions.Values.Sum(rows => rows.Count);
        }

        return keys;
    }

    /// <summary>The keys in batches of at most a size; a partition that fits in one stays whole.</summary>
    public IEnumerable<TouchedKeys> InBatches(int size)
    {
        var batch = new TouchedKeys();
        foreach (var (table, partitions) in tables.Values)
        {
            foreach (var (partition, rows) in partitions.SelectMany(pair => pair.Value.Chunk(size).Select(rows => (pair.Key, rows))))
            {
                if (batch.Count > 0 && batch.Count + rows.Length > size)
                {
                    yield return batch;
                    batch = new TouchedKeys();
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

/// <summary>
/// What stands under some keys once files were stored one after the other, found from the newest back: an older file only adds what no
/// newer one says, and nothing to a key that a newer one replaced as a whole. Of what is booked the oldest stands.
/// </summary>
/// <param name="keys">The keys.</param>
internal sealed class KeyFold(TouchedKeys keys)
{
    private readonly Dictionary<TouchedKey, (TableEntity Entity, RowPrecedence Precedence)> ofFile = [];
    private readonly HashSet<TouchedKey> closed = [];

    /// <summary>What was found so far.</summary>
    public Dictionary<TouchedKey, TableEntity> Entities { get; } = [];

    /// <summary>Whether nothing older can matter any more.</summary>
    public bool IsComplete => closed.Count == keys.Count;

    /// <summary>Takes a row of the file at hand.</summary>
    public void Take(IRowWriter writer, TableEntity entity)
    {
        if (!keys.Contains(writer.Table, entity))
        {
            return;
        }

        var key = new TouchedKey(writer.Table.Name, entity.PartitionKey, entity.RowKey);
        if (closed.Contains(key))
        {
            return;
        }

        if (!ofFile.TryGetValue(key, out var known))
        {
            ofFile[key] = (entity, writer.Precedence);
            return;
        }

        foreach (var (name, value) in entity)
        {
            known.Entity[name] = value;
        }
    }

    /// <summary>The file is read; the next one is older.</summary>
    public void EndFile()
    {
        foreach (var (key, (entity, precedence)) in ofFile)
        {
            if (precedence == RowPrecedence.FirstStays || !Entities.TryGetValue(key, out var newer))
            {
                Entities[key] = entity;
            }
            else
            {
                foreach (var (name, value) in entity.Where(property => !newer.ContainsKey(property.Key)))
                {
                    newer[name] = value;
                }
            }

            if (precedence == RowPrecedence.LastReplaces)
            {
                closed.Add(key);
            }
        }

        ofFile.Clear();
    }
}
