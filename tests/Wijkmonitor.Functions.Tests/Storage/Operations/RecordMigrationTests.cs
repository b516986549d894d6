using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Operations;

/// <summary>Records that earlier versions kept in the archive.</summary>
public sealed class RecordMigrationTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_of_the_archive_are_copied_to_containers_of_their_own_and_stay()
    {
        var stores = Stores.Over(emulator.NewAccount());
        await stores.Containers.Archive.CreateAsync(cancellationToken: Token);
        await PutAsync(stores.Containers.Archive, "audit/2026/01/entry.json", "an entry");
        await PutAsync(stores.Containers.Archive, "settlements/dolphia/2019.json", "a year");
        await PutAsync(stores.Containers.Archive, "areas/2026/delivery/file.csv", "a file");

        await SetUpAsync(stores);

        Assert.Equal(["2026/01/entry.json: an entry"], await ReadAllAsync(stores.Containers.Audit));
        Assert.Equal(["dolphia/2019.json: a year"], await ReadAllAsync(stores.Containers.Settlements));
        Assert.Equal(3, (await ReadAllAsync(stores.Containers.Archive)).Count);
    }

    [Fact]
    public async Task Records_are_copied_once()
    {
        var stores = Stores.Over(emulator.NewAccount());
        await SetUpAsync(stores);
        await PutAsync(stores.Containers.Archive, "audit/2026/01/late.json", "an entry");

        await SetUpAsync(stores);

        Assert.Empty(await ReadAllAsync(stores.Containers.Audit));
    }

    [Fact]
    public async Task A_copy_that_was_broken_off_is_completed_and_replaces_nothing()
    {
        var stores = Stores.Over(emulator.NewAccount());
        await stores.Containers.Archive.CreateAsync(cancellationToken: Token);
        await stores.Containers.Audit.CreateAsync(cancellationToken: Token);
        await PutAsync(stores.Containers.Archive, "audit/2026/01/1.json", "changed since");
        await PutAsync(stores.Containers.Archive, "audit/2026/01/2.json", "second");
        await PutAsync(stores.Containers.Audit, "2026/01/1.json", "first");

        await SetUpAsync(stores);

        Assert.Equal(["2026/01/1.json: first", "2026/01/2.json: second"], await ReadAllAsync(stores.Containers.Audit));
    }

    private static async Task SetUpAsync(Stores stores)
    {
        using var setup = new StorageSetup(stores.Tables, stores.Containers);
        await setup.EnsureAsync(Token);
    }

    private static async Task PutAsync(BlobContainerClient container, string name, string text) =>
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), Token);

    private static async Task<IReadOnlyList<string>> ReadAllAsync(BlobContainerClient container)
    {
        var all = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Token))
        {
            all.Add($"{blob.Name}: {(await container.GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content}");
        }

        return all;
    }
}
