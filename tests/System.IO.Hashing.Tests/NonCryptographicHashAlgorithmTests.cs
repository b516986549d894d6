using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Testing;

namespace System.IO.Hashing.Tests;

public sealed class NonCryptographicHashAlgorithmTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_appended_in_any_way_gives_the_same_hash()
    {
        byte[] data = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
        var bySpan = new Sum();
        bySpan.Append(data.AsSpan());
        var byArray = new Sum();
        byArray.Append(data);
        var byStream = new Sum();
        byStream.Append(new MemoryStream(data));
        var byAsyncStream = new Sum();
        await byAsyncStream.AppendAsync(new MemoryStream(data), Token);

        Assert.All([byArray, byStream, byAsyncStream], hash => Assert.Equal(bySpan.GetCurrentHash(), hash.GetCurrentHash()));
    }

    [Fact]
    public void The_current_hash_keeps_the_state_and_reset_goes_back()
    {
        var hash = new Sum();
        hash.Append([1, 2, 3]);

        Assert.Equal(hash.GetCurrentHash(), hash.GetCurrentHash());
        Assert.Equal([6, 0, 0, 0], hash.GetHashAndReset());
        Assert.Equal([0, 0, 0, 0], hash.GetCurrentHash());
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused()
    {
        var hash = new Sum();

        Assert.False(hash.TryGetCurrentHash(new byte[3], out var written));
        Assert.Equal(0, written);
        Assert.Throws<ArgumentException>(() => hash.GetHashAndReset(new byte[3]));
        Assert.Equal(4, hash.GetCurrentHash(new byte[8]));
    }

    [Fact]
    public async Task The_blob_client_uploads_lists_leases_and_reads_with_it_in_the_packages_place()
    {
        var container = new BlobServiceClient(emulator.NewAccount()).GetBlobContainerClient("files");
        await container.CreateAsync(cancellationToken: Token);
        var blob = container.GetBlobClient("folder/file.bin");
        byte[] data = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

        // A checksum by the storage's own algorithm is where Azure.Storage.Common derives from the class.
        await blob.UploadAsync(
            new MemoryStream(data),
            new BlobUploadOptions { TransferValidation = new Azure.Storage.UploadTransferValidationOptions { ChecksumAlgorithm = Azure.Storage.StorageChecksumAlgorithm.MD5 } },
            Token);

        var names = await container.GetBlobsAsync(cancellationToken: Token).Select(b => b.Name).ToListAsync(Token);
        Assert.Equal(["folder/file.bin"], names);
        Assert.Equal(data, (await blob.DownloadContentAsync(Token)).Value.Content.ToArray());
    }

    private sealed class Sum() : NonCryptographicHashAlgorithm(4)
    {
        private int sum;

        public override void Append(ReadOnlySpan<byte> source)
        {
            foreach (var b in source)
            {
                sum += b;
            }
        }

        public override void Reset() => sum = 0;

        protected override void GetCurrentHashCore(Span<byte> destination) => BitConverter.TryWriteBytes(destination, sum);
    }
}
