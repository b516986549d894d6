using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>Reader of the rows of deliveries in the tables, and of the deliveries that they name.</summary>
internal static class StoredRows
{
    /// <summary>Number of rows of a file that are compared at once. Memory is bounded by this, whatever the size of the file.</summary>
    public const int BatchSize = 2000;

    private const string Delivery = "Delivery";
    private const string Dataset = "Dataset";
    private const string Source = "Source";
    private const string ValuePrefix = "v_";
    private const string SourcePrefix = "s_";

    /// <summary>Finds the tables whose rows come from deliveries.</summary>
    public static IEnumerable<TableClient> FindTables(Tables tables) =>
    [
        tables.Areas, tables.Crosswalks, tables.CustomAreas, tables.Boundaries, tables.Observations, tables.Contracts, tables.LedgerEntries,
        tables.Decisions, tables.Annotations, tables.AreaRecords,
    ];

    /// <summary>Finds the columns that name deliveries; null for all, where each value can have a column for it.</summary>
    public static IEnumerable<string>? FindColumns(Tables tables, TableClient table) =>
        table == tables.Observations ? null : ["PartitionKey", "RowKey", Delivery];

    /// <summary>Reads the rows of a partition that have the keys of some rows.</summary>
    public static async Task<IReadOnlyDictionary<string, TableEntity>> ReadAsync(
        TableClient table, string partition, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        var (first, last) = (wanted.Min(StringComparer.Ordinal)!, wanted.Max(StringComparer.Ordinal)!);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        if (rows[0].ContainsKey(Source) || rows[0].Keys.Any(name => name.StartsWith(ValuePrefix, StringComparison.Ordinal)))
        {
            filter += TableClient.CreateQueryFilter($" and Dataset eq {rows[0].GetString(Dataset)}");
        }

        var stored = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var entity in Tables.QueryAsync(table, filter, cancellationToken: cancellationToken))
        {
            if (wanted.Contains(entity.RowKey))
            {
                stored[entity.RowKey] = entity;
            }
        }

        return stored;
    }

    /// <summary>Finds the parts of a row that have a delivery each. They are its values, or the row itself where it has none.</summary>
    public static IEnumerable<string> FindParts(TableEntity row)
    {
        var values = row.Keys.Where(name => name.StartsWith(ValuePrefix, StringComparison.Ordinal)).ToList();
        return values.Count > 0 ? values : row.ContainsKey(Source) ? [Source] : row.ContainsKey(Delivery) ? [Delivery] : [];
    }

    /// <summary>Finds the delivery that a part of a row names; null where it names none.</summary>
    public static string? FindDelivery(TableEntity row, string part) => part switch
    {
        Delivery => row.GetString(Delivery),
        Source => ReadDelivery(row.GetString(Source)),
        _ => ReadDelivery((row.ContainsKey(part) ? row.GetString(SourcePrefix + part[ValuePrefix.Length..]) : null) ?? row.GetString(Source)),
    };

    /// <summary>Finds the deliveries that a row names, each once.</summary>
    public static IEnumerable<string> FindDeliveries(TableEntity row) => row
        .Where(property => property.Key is Delivery or Source || property.Key.StartsWith(SourcePrefix, StringComparison.Ordinal))
        .Select(property => property.Key == Delivery ? property.Value as string : ReadDelivery(property.Value as string))
        .OfType<string>().Distinct(StringComparer.Ordinal);

    // The delivery comes before the line and the year.
    private static string? ReadDelivery(string? source) => source?.Split(':')[0];
}
