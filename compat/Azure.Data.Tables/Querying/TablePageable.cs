using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Querying;

/// <summary>The result of a query, fetched page by page while it is read.</summary>
/// <param name="fetch">Fetches the page at a continuation token (null: the first) with at most a number of rows.</param>
/// <param name="maxPerPage">How many rows a page has at most, where the reader does not say.</param>
/// <param name="cancellationToken">Ends the requests of every reader.</param>
internal sealed class TablePageable<T>(
    Func<string?, int?, CancellationToken, Task<Page<T>>> fetch,
    int? maxPerPage,
    CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage);

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, maxPerPage, cancellationToken))
        {
            foreach (var value in page.Values)
            {
                yield return value;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string? continuationToken, int? pageSize, [EnumeratorCancellation] CancellationToken readerToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, readerToken);
        do
        {
            var page = await fetch(continuationToken, pageSize, either.Token);
            continuationToken = page.ContinuationToken;
            yield return page;
        }
        while (continuationToken is not null);
    }
}
