using System.Security.Cryptography;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class LocalCopyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_can_be_read_twice_and_knows_its_checksum()
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];
        using var copy = await LocalCopy.CreateAsync(new MemoryStream(content), "areas", Token);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), copy.Sha256);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. "areas\n"u8, .. content])), copy.DeliveryHash);
        for (var times = 0; times < 2; times++)
        {
            await using var read = copy.OpenRead();
            using var all = new MemoryStream();
            await read.CopyToAsync(all, Token);
            Assert.Equal(content, all.ToArray());
        }
    }

    [Fact]
    public async Task A_copy_of_a_dead_process_is_deleted_and_one_in_use_is_kept()
    {
        using var inUse = await LocalCopy.CreateAsync(new MemoryStream([1]), "areas", Token);
        LocalCopy.DeleteAbandoned();
        await using (var read = inUse.OpenRead())
        {
            Assert.Equal(1, read.ReadByte());
        }

        var leftBehind = Path.Combine(Path.GetTempPath(), $"wijkmonitor-delivery-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(leftBehind, "left", Token);
        var other = Path.Combine(Path.GetTempPath(), $"wijkmonitor-rules-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(other, "not a copy", Token);
        LocalCopy.DeleteAbandoned();
        Assert.False(File.Exists(leftBehind));
        Assert.True(File.Exists(other));
        File.Delete(other);
    }
}
