using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>The monitor's own parts over one storage account, composed as the function app composes them, in this process.</summary>
internal sealed class MonitorParts
{
    private static readonly WijkmonitorMetrics instruments = new();
    private readonly Tables tables;
    private readonly Containers containers;
    private readonly AreaStore areas;
    private readonly ObservationStore observations;

    public MonitorParts(string connectionString, TableClientOptions? options = null, BlobClientOptions? blobOptions = null, BuiltInConfiguration? config = null)
    {
        config ??= Config;
        Service = options is null ? new TableServiceClient(connectionString) : new TableServiceClient(connectionString, options);
        tables = new Tables(Service);
        containers = new Containers(blobOptions is null ? new BlobServiceClient(connectionString) : new BlobServiceClient(connectionString, blobOptions));
        areas = new AreaStore(tables);
        observations = new ObservationStore(tables, config.Catalogue);
        var contracts = new ContractStore(tables);
        var ledger = new LedgerStore(tables);
        var decisions = new DecisionStore(tables);
        var ids = new DeliveryIds(containers);
        var archive = new DeliveryArchive(containers, config.Catalogue);
        var deliveries = new DeliveryStore(tables, archive, ids);
        var datasets = new CurrentDatasets(config);
        Check = new FileCheck(
            config.Catalogue,
            datasets,
            areas,
            observations,
            new DisclosableObservations(
                observations, new CustomAreaStore(tables), new CrosswalkStore(tables), config.Catalogue, datasets, new DisclosureOptions(), ids,
                new PublicationStore(containers, NullLogger<PublicationStore>.Instance), deliveries),
            deliveries,
            new MortgageCheck(contracts, ledger, decisions, new SettlementStore(tables, containers, ids)));
        var formats = new FormatStorages(
            observations, areas, new AreaRecordStore(tables), new CrosswalkStore(tables), new CustomAreaStore(tables), new BoundaryStore(tables), ledger,
            decisions);
        Store = new FileStore(config.Catalogue, formats, contracts);
        Inbox = new Inbox(containers);
        var rollback = new DeliveryRollback(Store, deliveries, archive, Inbox, contracts);
        var intake = new DeliveryProcessor(
            new DeliveryWriter(Store, rollback, new ReleaseOrder(deliveries)),
            deliveries,
            archive,
            new DeliveryComparison(Store, observations, deliveries, archive, new ReleaseOrder(deliveries)),
            rollback,
            new PartCounter(deliveries, archive),
            Inbox,
            new ProgressStore(tables),
            instruments,
            TimeProvider.System,
            NullLogger<DeliveryProcessor>.Instance);
        Ingest = new FileIngest(
            datasets, Check, intake, deliveries, Inbox, new IngestOptions(), TimeProvider.System, NullLogger<FileIngest>.Instance);
        Scorecards = new ScorecardStore(tables, ids);
    }

    /// <summary>Registers areas, as an earlier delivery would have.</summary>
    public async Task RegisterAsync(IEnumerable<Area> known, CancellationToken cancellationToken)
    {
        var writer = areas.CreateWriter();
        foreach (var area in known)
        {
            await writer.AddAsync(AreaStore.ToEntity(area, "areas-before"), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>Built-in configuration.</summary>
    public static BuiltInConfiguration Config { get; } = BuiltInConfiguration.Read(Path.Combine(AppContext.BaseDirectory, "config"));

    /// <summary>The dataset of <see cref="StatLineFile"/>.</summary>
    public static DatasetDefinition StatLine => Config.Datasets.Find(StatLineFile.Dataset)!;

    public TableServiceClient Service { get; }

    public FileCheck Check { get; }

    public FileStore Store { get; }

    public FileIngest Ingest { get; }

    public Inbox Inbox { get; }

    public ScorecardStore Scorecards { get; }

    /// <summary>Creates tables and containers.</summary>
    public async Task SetUpAsync(CancellationToken cancellationToken)
    {
        using var setup = new StorageSetup(tables, containers);
        await setup.EnsureAsync(cancellationToken);
    }

    /// <summary>Drops a file in the inbox.</summary>
    public Task DropAsync(string file, string path, CancellationToken cancellationToken) =>
        containers.Inbox.GetBlobClient(file).UploadAsync(path, overwrite: true, cancellationToken);

    /// <summary>Gets the number of entities in the tables of areas and observations.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        await Tables.QueryAsync(tables.Areas, "", ["RowKey"], cancellationToken).CountAsync(cancellationToken)
        + await Tables.QueryAsync(tables.Observations, "", ["RowKey"], cancellationToken).CountAsync(cancellationToken);
}
