namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>A list of resources.</summary>
/// <param name="Items">The resources.</param>
public sealed record ItemList<T>(IReadOnlyList<T> Items)
{
    /// <summary>How many there are over all pages; null where the list is not paged.</summary>
    public int? Total { get; init; }

    /// <summary>The path and query of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>What the caller should know beside the answer; null for nothing.</summary>
    public IReadOnlyList<ApiWarning>? Warnings { get; init; }
}
