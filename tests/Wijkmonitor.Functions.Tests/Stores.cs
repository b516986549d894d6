using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests;

/// <summary>The stores on a storage account of a test's own.</summary>
internal sealed class Stores
{
    private Stores(string account)
    {
        Tables = new Tables(new TableServiceClient(account));
        Containers = new Containers(new BlobServiceClient(account));
        Observations = new ObservationStore(Tables, Config.Catalogue);
        Archive = new DeliveryArchive(Containers, Config.Catalogue);
        Deliveries = new DeliveryStore(Tables, Archive);
    }

    public static ShippedConfig Config { get; } = ShippedConfig.Read(RepositoryFolder.File("config"));

    public Tables Tables { get; }

    public Containers Containers { get; }

    public ObservationStore Observations { get; }

    public DeliveryArchive Archive { get; }

    public DeliveryStore Deliveries { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Stores> OnAsync(string account)
    {
        var stores = new Stores(account);
        using var setup = new StorageSetup(stores.Tables, stores.Containers);
        await setup.EnsureAsync(Token);
        return stores;
    }

    public static DatasetDefinition Definition(string dataset) => Config.Datasets.Find(dataset)!;
}
