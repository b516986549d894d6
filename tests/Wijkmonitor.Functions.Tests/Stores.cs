using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Ingest.Deliveries;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests;

/// <summary>The stores on a storage account of a test's own, by clients as the app makes them.</summary>
internal sealed class Stores
{
    private Stores(string account, StorageTimeoutOptions? timeouts = null)
    {
        var storage = new StorageOptions { ConnectionString = account };
        Tables = new Tables(storage.CreateTableClient(Metrics, timeouts ?? new StorageTimeoutOptions(), TimeProvider.System));
        Containers = new Containers(storage.CreateBlobClient(Metrics, timeouts ?? new StorageTimeoutOptions(), TimeProvider.System));
        Observations = new ObservationStore(Tables, Config.Catalogue);
        Archive = new DeliveryArchive(Containers, Config.Catalogue);
        Ids = new DeliveryIds(Containers);
        Deliveries = new DeliveryStore(Tables, Archive, Ids);
    }

    private static readonly WijkmonitorMetrics Metrics = new();

    public static BuiltInConfiguration Config { get; } = BuiltInConfiguration.Read(RepositoryFolder.File("config"));

    /// <summary>The datasets as they are defined for these stores.</summary>
    public CurrentDatasets Datasets { get; private set; } = new(Config);

    public Tables Tables { get; }

    public Containers Containers { get; }

    public ObservationStore Observations { get; }

    public DeliveryArchive Archive { get; }

    public DeliveryIds Ids { get; }

    public DeliveryStore Deliveries { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The stores on an account whose tables and containers are there.</summary>
    public static Stores Over(string account, StorageTimeoutOptions? timeouts = null) => new(account, timeouts);

    public static async Task<Stores> OnAsync(string account)
    {
        var stores = new Stores(account);
        using var setup = new StorageSetup(stores.Tables, stores.Containers);
        await setup.EnsureAsync(Token);
        return stores;
    }

    /// <summary>Defines datasets next to those that ship, or in place of them; some of these may be faulty.</summary>
    public void Define(IReadOnlyCollection<DatasetDefinition> definitions, params IReadOnlyCollection<FaultyDefinition> faulty) => Datasets = new CurrentDatasets(Config with
    {
        Datasets = new DatasetDefinitions([.. Config.Datasets.All.ExceptBy(definitions.Select(definition => definition.Id), definition => definition.Id), .. definitions], faulty),
    });

    /// <summary>The check of files over these stores.</summary>
    public FileCheck Check() => new(
        Config.Catalogue,
        Datasets,
        new AreaStore(Tables),
        Observations,
        Served(),
        Deliveries,
        new MortgageCheck(new ContractStore(Tables), new LedgerStore(Tables), new DecisionStore(Tables), new SettlementStore(Tables, Containers, Ids)));

    /// <summary>Creates the store of checked files.</summary>
    public FileStore Store() => new(Config.Catalogue, Formats(), new ContractStore(Tables));

    /// <summary>The storage of each format in these stores.</summary>
    public FormatStorages Formats() => new(
        Observations,
        new AreaStore(Tables),
        new AreaRecordStore(Tables),
        new CrosswalkStore(Tables),
        new CustomAreaStore(Tables),
        new BoundaryStore(Tables),
        new LedgerStore(Tables),
        new DecisionStore(Tables));

    /// <summary>Creates the ingest of files, with a clock.</summary>
    public FileIngest Ingest(TimeProvider time, IngestOptions options)
    {
        var (inbox, store) = (new Inbox(Containers), Store());
        var rollback = new DeliveryRollback(store, Deliveries, Archive, inbox, new ContractStore(Tables));
        var intake = new DeliveryProcessor(
            new DeliveryWriter(store, rollback, new ReleaseOrder(Deliveries)),
            Deliveries,
            Archive,
            new DeliveryComparison(store, Observations, Deliveries, Archive, new ReleaseOrder(Deliveries)),
            rollback,
            new PartCounter(Deliveries, Archive),
            inbox,
            new ProgressStore(Tables),
            Metrics,
            time,
            NullLogger<DeliveryProcessor>.Instance);
        return new FileIngest(Datasets, Check(), intake, Deliveries, inbox, options, time, NullLogger<FileIngest>.Instance);
    }

    /// <summary>All figures of a municipality, those that follow from crosswalks and custom areas included.</summary>
    public MunicipalityObservations Municipality() => new(
        Config.Catalogue,
        Served(),
        new CrosswalkStore(Tables),
        new CustomAreaStore(Tables),
        Datasets,
        Ids);

    /// <summary>Observations as they may be shown.</summary>
    public DisclosableObservations Served() => new(Observations, new CustomAreaStore(Tables), new CrosswalkStore(Tables), Config.Catalogue, Datasets, new DisclosureOptions(), Ids, Publications(), Deliveries);

    /// <summary>Creates the store of what was public.</summary>
    public PublicationStore Publications() => new(Containers, NullLogger<PublicationStore>.Instance);

    /// <summary>Creates the writer of what becomes public.</summary>
    public PublicationWriter Publisher() => new(Publications(), new PublicationVerifier(Publications()), Deliveries);

    /// <summary>Has what is stored of municipalities served, as it was by a version that kept no record of what was public.</summary>
    public async Task ServeAsync(params IReadOnlyList<string> municipalities)
    {
        foreach (var municipality in municipalities)
        {
            var id = $"kwb-{municipality[2..].PadLeft(20, '0')}";
            if (await Deliveries.FindAsync(id, Token) is null)
            {
                await Deliveries.SaveAsync(Delivered(id) with { Municipalities = [municipality] }, Token);
            }
        }
    }

    /// <summary>A delivery of <c>kwb</c> that is in force.</summary>
    public static Delivery Delivered(string id, DateTimeOffset? storedAt = null) => new(
        id,
        "kwb",
        "a.csv",
        DeliveryState.Served,
        storedAt ?? DateTimeOffset.UnixEpoch.AddYears(50),
        storedAt ?? DateTimeOffset.UnixEpoch.AddYears(50),
        storedAt ?? DateTimeOffset.UnixEpoch.AddYears(50),
        Sha256: "",
        Bytes: 1,
        Rows: 1,
        Values: 1,
        Errors: 0,
        Warnings: 0,
        ProblemCounts: new Dictionary<string, int>(StringComparer.Ordinal),
        Path: "archive/a.csv",
        InboxVersion: "1",
        Municipalities: [],
        RepeatedAt: null);

    public static DatasetDefinition Definition(string dataset) => Config.Datasets.Find(dataset)!;
}
