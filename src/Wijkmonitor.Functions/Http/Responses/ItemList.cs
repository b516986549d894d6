namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>A list of resources.</summary>
/// <param name="Items">The resources.</param>
public sealed record ItemList<T>(IReadOnlyList<T> Items)
{
    /// <summary>Number of items over all pages; null when the list is not paged.</summary>
    public int? Total { get; init; }

    /// <summary>The path and query of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>Warnings that go with the response; null for none.</summary>
    public IReadOnlyList<ApiWarning>? Warnings { get; init; }
}
