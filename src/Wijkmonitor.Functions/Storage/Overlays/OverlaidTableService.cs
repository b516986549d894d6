using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>Storage service whose tables are read as stored and written in memory only.</summary>
/// <remarks>Only readers of this service see what was written.</remarks>
/// <param name="service">The stored tables.</param>
internal sealed class OverlaidTableService(TableServiceClient service) : TableServiceClient
{
    /// <inheritdoc/>
    public override TableClient GetTableClient(string tableName) => new OverlaidTable(service.GetTableClient(tableName));
}
