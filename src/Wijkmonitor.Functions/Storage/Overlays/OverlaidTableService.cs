using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>Tables that are read as they are stored and written in memory only: what was written is seen by who reads them here, and by nobody else.</summary>
/// <param name="service">The stored tables.</param>
public sealed class OverlaidTableService(TableServiceClient service) : TableServiceClient
{
    /// <inheritdoc/>
    public override TableClient GetTableClient(string tableName) => new OverlaidTable(service.GetTableClient(tableName));
}
