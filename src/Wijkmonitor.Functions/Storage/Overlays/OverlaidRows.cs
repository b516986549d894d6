using Azure;
using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>Rows of an overlaid table, as one page.</summary>
/// <param name="read">Reads the rows.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class OverlaidRows(Func<CancellationToken, IAsyncEnumerable<TableEntity>> read, CancellationToken cancellationToken)
    : AsyncPageable<TableEntity>(cancellationToken)
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<Page<TableEntity>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        yield return Page<TableEntity>.FromValues(await read(CancellationToken).ToListAsync(CancellationToken), continuationToken: null, response: null!);
    }
}
