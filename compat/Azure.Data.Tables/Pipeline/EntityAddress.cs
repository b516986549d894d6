using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables.Pipeline;

/// <summary>The paths of a table and its entities, below the address of the service.</summary>
internal static class EntityAddress
{
    /// <summary>The path of an entity. Quotes in its keys are doubled, and everything that could mean something is escaped.</summary>
    public static string Of(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    /// <summary>The path at which the entities of a table are queried.</summary>
    public static string OfQuery(string table) => table + "()";

    private static string Escape(string key) => Uri.EscapeDataString(ODataFilter.Escape(key));
}
