using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Bench;

/// <summary>The monitor's own parts over one storage account, composed as the function app composes them, in this process.</summary>
internal sealed class MonitorParts
{
    private readonly Tables tables;
    private readonly Containers containers;
    private readonly AreaStore areas;
    private readonly ObservationStore observations;

    public MonitorParts(string connectionString, TableClientOptions? options = null)
    {
        Service = options is null ? new TableServiceClient(connectionString) : new TableServiceClient(connectionString, options);
        tables = new Tables(Service);
        containers = new Containers(new BlobServiceClient(connectionString));
        areas = new AreaStore(tables);
        observations = new ObservationStore(tables, Config.Catalogue);
        var contracts = new ContractStore(tables);
        var ledger = new LedgerStore(tables);
        var decisions = new DecisionStore(tables);
        Check = new FileCheck(
            Config.Catalogue, areas, observations, new DeliveryStore(tables), new MortgageCheck(contracts, ledger, decisions, new SettlementStore(tables, containers)));
        Store = new FileStore(
            Config.Catalogue, observations, areas, new CrosswalkStore(tables), new CustomAreaStore(tables), new BoundaryStore(tables), contracts, ledger, decisions);
        Inbox = new Inbox(containers);
        Ingest = new FileIngest(
            new CurrentDatasets(Config), Check, Store, new DeliveryStore(tables), Inbox, new IngestOptions(), TimeProvider.System, NullLogger<FileIngest>.Instance);
        Scorecards = new ScorecardStore(tables);
    }

    /// <summary>What ships as data.</summary>
    public static ShippedConfig Config { get; } = ShippedConfig.Read(Path.Combine(AppContext.BaseDirectory, "config"));

    /// <summary>The dataset of <see cref="StatLineFile"/>.</summary>
    public static DatasetDefinition StatLine => Config.Datasets.Find(StatLineFile.Dataset)!;

    public TableServiceClient Service { get; }

    public FileCheck Check { get; }

    public FileStore Store { get; }

    public FileIngest Ingest { get; }

    public Inbox Inbox { get; }

    public ScorecardStore Scorecards { get; }

    /// <summary>Makes tables and containers.</summary>
    public async Task SetUpAsync(CancellationToken cancellationToken)
    {
        using var setup = new StorageSetup(tables, containers);
        await setup.EnsureAsync(cancellationToken);
    }

    /// <summary>Drops a file in the inbox.</summary>
    public Task DropAsync(string file, string path, CancellationToken cancellationToken) =>
        containers.Inbox.GetBlobClient(file).UploadAsync(path, overwrite: true, cancellationToken);

    /// <summary>How many entities the tables of areas and observations hold.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        await Tables.QueryAsync(tables.Areas, "", ["RowKey"], cancellationToken).CountAsync(cancellationToken)
        + await Tables.QueryAsync(tables.Observations, "", ["RowKey"], cancellationToken).CountAsync(cancellationToken);
}
