using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Connections;

public sealed class BlobListingTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_storage_failure_that_passes_is_not_taken_for_a_name_that_cannot_be_listed(int files)
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        var container = new BlobContainerClient(storage.Through(account), "inbox", options);
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        var names = Enumerable.Range(0, files).Select(i => $"area-indicators/{i}.csv").ToList();
        foreach (var name in names)
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), Token);
        }

        (storage.Only, storage.Left, storage.Share) = (StorageFault.Broken, 1, 1);
        var listing = new BlobListing(container);
        var listed = await listing.ListAsync(prefix: "", Token);

        Assert.Equal(1, storage.Count(StorageFault.Broken));
        Assert.Equal(names, listed.Select(blob => blob.Item.Name));
        Assert.Empty(listing.Unlisted);
    }
}
