using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>Factory of tables that are read as stored and written in memory only.</summary>
/// <param name="service">The stored tables.</param>
public sealed class OverlaidTables(TableServiceClient service)
{
    /// <summary>Creates tables over what is stored; only readers of these see what was written to them.</summary>
    public Tables Create() => new(new OverlaidTableService(service));
}
