using Azure.Core;

namespace Azure.Data.Tables.Querying;

/// <summary>Where a query of entities goes on: the two keys that the service gave, as one text.</summary>
internal readonly record struct ContinuationToken(string? NextPartitionKey, string? NextRowKey)
{
    /// <summary>The token in the headers of a page, or null after the last page.</summary>
    public static string? From(ResponseHeaders headers)
    {
        headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }

    // The service encodes the keys, so that they hold no spaces. It may leave the row key out.
    public static ContinuationToken Parse(string? token)
    {
        var parts = token?.Split(' ', 2) ?? [];
        return new(parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1) is { Length: > 0 } rowKey ? rowKey : null);
    }
}
