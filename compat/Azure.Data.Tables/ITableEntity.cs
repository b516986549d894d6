#nullable disable annotations // The official package is not annotated for nullable references.

namespace Azure.Data.Tables;

/// <summary>What every entity in a table has: its two keys, the time of its last change and its version.</summary>
public interface ITableEntity
{
    /// <summary>The partition that holds the entity; transactions and fast scans stay within one.</summary>
    string PartitionKey { get; set; }

    /// <summary>What identifies the entity within its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed the entity (UTC). Set by the service; never sent to it.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the entity as it was read. Never sent with the entity itself.</summary>
    ETag ETag { get; set; }
}
