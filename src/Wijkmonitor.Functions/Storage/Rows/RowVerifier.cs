using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Verifier of the rows of archived files against those in the tables.</summary>
public sealed class RowVerifier(Tables tables, FileStore store)
{
    /// <summary>Counts the rows of a delivery that are as they must be, and those that are gone or older. Deliveries come the newest first.</summary>
    public async Task<(int Found, int Missing)> CountAsync(
        Delivery delivery, DatasetDefinition definition, Stream content, RowOwners owners, CancellationToken cancellationToken)
    {
        var (found, missing) = (0, 0);
        foreach (var batch in store.ReadRows(definition, delivery.Id, content, delivery.Parts).Chunk(StoredRows.BatchSize))
        {
            foreach (var rows in batch.GroupBy(row => (row.Writer.Table, row.Entity.PartitionKey)))
            {
                var stored = await StoredRows.ReadAsync(rows.Key.Table, rows.Key.PartitionKey, [.. rows.Select(row => row.Entity)], cancellationToken);
                foreach (var row in rows)
                {
                    var isMissing = owners.IsMissing(delivery, row.Writer, row.Entity, stored.GetValueOrDefault(row.Entity.RowKey));
                    found += isMissing ? 0 : 1;
                    missing += isMissing ? 1 : 0;
                }
            }
        }

        return (found, missing);
    }

    /// <summary>Counts rows by the delivery that they name and that can have none.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindUnknownAsync(RowOwners owners, CancellationToken cancellationToken)
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in StoredRows.FindTables(tables))
        {
            await foreach (var entity in Tables.QueryAsync(table, filter: null, StoredRows.FindColumns(tables, table), cancellationToken))
            {
                foreach (var id in StoredRows.FindDeliveries(entity).Where(id => !owners.MayOwn(id)))
                {
                    unknown[id] = unknown.GetValueOrDefault(id) + 1;
                }
            }
        }

        return unknown;
    }
}
