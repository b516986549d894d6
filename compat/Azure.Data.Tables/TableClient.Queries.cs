#nullable disable annotations // The official package is not annotated for nullable references.

using Azure.Core;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Querying;
using Azure.Data.Tables.Serialization;

namespace Azure.Data.Tables;

/// <content>Queries.</content>
public partial class TableClient
{
    /// <summary>Reads the entities that satisfy a filter, ordered by their keys.</summary>
    /// <typeparam name="T">The type of the entities.</typeparam>
    /// <param name="filter">The filter; not given: all. <see cref="CreateQueryFilter"/> makes one.</param>
    /// <param name="maxPerPage">How many entities one request gives at most; the service gives up to 1,000.</param>
    /// <param name="select">The properties to read; not given: all.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The entities, fetched page by page while they are read.</returns>
    /// <exception cref="RequestFailedException">While reading: the filter is not valid (InvalidInput), or the service failed.</exception>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var selected = QueryString.Select(select);
        return new TablePageable<T>(
            (token, pageSize, cancellation) => QueryPageAsync<T>(filter, selected, token, pageSize, cancellation),
            maxPerPage,
            cancellationToken);
    }

    private async Task<Page<T>> QueryPageAsync<T>(
        string filter, string select, string continuationToken, int? pageSize, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var next = ContinuationToken.Parse(continuationToken);
        var query = QueryString.Of(
            ("$top", QueryString.Top(pageSize)),
            ("$select", select),
            ("$filter", filter),
            ("NextPartitionKey", next.NextPartitionKey),
            ("NextRowKey", next.NextRowKey));
        using var message = pipeline.CreateMessage(RequestMethod.Get, EntityAddress.OfQuery(Name) + query, Successes.Found);
        var response = await pipeline.SendAsync(message, cancellationToken);
        var entities = new EntityReader<T>().ReadPage(response.Content.ToMemory());
        return Page<T>.FromValues(entities, ContinuationToken.From(response.Headers), response);
    }
}
