using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Resolver of the entities that remain for a set of keys, which visits files newest first. Of what is booked the oldest counts.</summary>
/// <param name="keys">The keys.</param>
internal sealed class PriorStateResolver(AffectedKeys keys)
{
    private readonly Dictionary<AffectedKey, (TableEntity Entity, RowPrecedence Precedence)> fileRows = [];
    private readonly HashSet<AffectedKey> closed = [];

    /// <summary>Entities found so far.</summary>
    public Dictionary<AffectedKey, TableEntity> Entities { get; } = [];

    /// <summary>Whether nothing older can matter any more.</summary>
    public bool IsComplete => closed.Count == keys.Count;

    /// <summary>Adds a row of the current file.</summary>
    public void Add(IRowWriter writer, TableEntity entity)
    {
        if (!keys.Contains(writer.Table, entity))
        {
            return;
        }

        var key = new AffectedKey(writer.Table.Name, entity.PartitionKey, entity.RowKey);
        if (closed.Contains(key))
        {
            return;
        }

        if (!fileRows.TryGetValue(key, out var known))
        {
            fileRows[key] = (entity, writer.Precedence);
            return;
        }

        foreach (var (name, value) in entity)
        {
            known.Entity[name] = value;
        }
    }

    /// <summary>Marks the end of a file; the next one is older.</summary>
    public void EndFile()
    {
        foreach (var (key, (entity, precedence)) in fileRows)
        {
            if (precedence == RowPrecedence.FirstWins || !Entities.TryGetValue(key, out var newer))
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

            if (precedence == RowPrecedence.LastWins)
            {
                closed.Add(key);
            }
        }

        fileRows.Clear();
    }
}
