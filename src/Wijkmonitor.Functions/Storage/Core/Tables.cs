using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>The tables that hold what the monitor computed from deliveries. Their source is the archive.</summary>
public sealed class Tables(TableServiceClient service)
{
    /// <summary>The register: partition = municipality, row = boundary year and code.</summary>
    public TableClient Areas { get; } = service.GetTableClient("Areas");

    /// <summary>Changes of areas between boundary years: partition = municipality, row = year, area and other year.</summary>
    public TableClient Crosswalks { get; } = service.GetTableClient("Crosswalks");

    /// <summary>Custom areas with their parts: partition = municipality, row = boundary year and code.</summary>
    public TableClient CustomAreas { get; } = service.GetTableClient("CustomAreas");

    /// <summary>Shapes of areas: partition = municipality, row = boundary year and code.</summary>
    public TableClient Boundaries { get; } = service.GetTableClient("Boundaries");

    /// <summary>
    /// The index of the register. One partition has a row for each municipality, and one for each first letter a row for each word of a name.
    /// </summary>
    public TableClient AreaIndex { get; } = service.GetTableClient("AreaIndex");

    /// <summary>Observations: partition = municipality, row = area, dataset and period.</summary>
    public TableClient Observations { get; } = service.GetTableClient("Observations");

    /// <summary>Scorecards as served: partition = municipality, row = kind, period, area and subject.</summary>
    public TableClient Scorecards { get; } = service.GetTableClient("Scorecards");

    /// <summary>Deliveries: partition = dataset, row = delivery id.</summary>
    public TableClient Deliveries { get; } = service.GetTableClient("Deliveries");

    /// <summary>Problems of deliveries: partition = delivery id, row = number.</summary>
    public TableClient Problems { get; } = service.GetTableClient("Problems");

    /// <summary>Contracts of social mortgages: partition = contract, row = start and version. One more partition has a row for each contract.</summary>
    public TableClient Contracts { get; } = service.GetTableClient("Contracts");

    /// <summary>Booked entries: partition = contract id, row = channel and reference.</summary>
    public TableClient LedgerEntries { get; } = service.GetTableClient("LedgerEntries");

    /// <summary>Decisions about entries: partition = contract id, row = reference.</summary>
    public TableClient Decisions { get; } = service.GetTableClient("Decisions");

    /// <summary>Outside events next to series: partition = contract id, row = reference.</summary>
    public TableClient Annotations { get; } = service.GetTableClient("Annotations");

    /// <summary>Records about areas: partition = municipality, row = dataset and reference.</summary>
    public TableClient AreaRecords { get; } = service.GetTableClient("AreaRecords");

    /// <summary>Settled years with their statements: partition = contract id, row = year.</summary>
    public TableClient Settlements { get; } = service.GetTableClient("Settlements");

    /// <summary>
    /// Progress of deliveries: partition = dataset, row = delivery id. Deleted when the work is done.
    /// </summary>
    public TableClient Progress { get; } = service.GetTableClient("Progress");

    /// <summary>Last runs of functions: one partition, row = function.</summary>
    public TableClient Runs { get; } = service.GetTableClient("Runs");

    /// <summary>All of them.</summary>
    public IReadOnlyList<TableClient> All =>
        [
            Areas, AreaIndex, Crosswalks, CustomAreas, Boundaries, Observations, Scorecards, Deliveries, Problems, Contracts,
            LedgerEntries, Decisions, Annotations, AreaRecords,
            Settlements, Progress, Runs,
        ];

    /// <summary>Queries the entities that a filter selects, or none where the table was never created.</summary>
    public static async IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string? filter, IEnumerable<string>? select = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = table.QueryAsync<TableEntity>(filter, maxPerPage: 1000, select, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows)
        {
            while (await MoveNextAsync(rows))
            {
                yield return rows.Current;
            }
        }
    }

    /// <summary>Checks availability by querying a missing row.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) =>
        Deliveries.GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: cancellationToken);

    /// <summary>Clears all tables but that of the scorecards.</summary>
    public async Task ClearExceptScorecardsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in All.Where(table => table != Scorecards))
        {
            await ClearAsync(table, cancellationToken);
        }
    }

    /// <summary>
    /// Finds a row by its keys, or returns null. Keys from a request can be any text: one that no row can have is not asked for, because the
    /// storage answers it with an error.
    /// </summary>
    public static async Task<TableEntity?> FindAsync(
        TableClient table, string partition, string row, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        if (!Keys.IsValid(partition) || !Keys.IsValid(row))
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, select, cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Creates a filter on one partition and on rows whose key starts with a text.</summary>
    public static string FilterByPartition(string partition, string rowPrefix = "") => rowPrefix.Length == 0
        ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {rowPrefix} and RowKey lt {GetUpperBound(rowPrefix)}");

    private static async Task ClearAsync(TableClient table, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(table, TableTransactionActionType.Delete);
        await foreach (var entity in QueryAsync(table, filter: null, ["PartitionKey", "RowKey"], cancellationToken))
        {
            await writer.AddAsync(new TableEntity(entity.PartitionKey, entity.RowKey), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    // The first key after all that start with the prefix.
    private static string GetUpperBound(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
