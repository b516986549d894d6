using System.Text;
using Azure.Storage.Blobs.Specialized;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage;

/// <summary>An instance whose clock is hours off, or is put forward or back while it works.</summary>
public sealed class ClockTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongerThanTheLease = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_file_that_another_has_is_not_taken_by_whom_the_clock_is_hours_off(int hours)
    {
        var (inbox, file, stores) = await DropAsync();
        await using var held = (await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token)).Lease;
        await using var computing = await new Locks(stores.Containers, TimeProvider.System).TryTakeAsync("GM0153", Token);

        var off = new Clock { Off = TimeSpan.FromHours(hours) };
        var taking = await inbox.TryTakeAsync(file, Lease, off, Token);

        Assert.NotNull(held);
        Assert.NotNull(computing);
        Assert.Equal(new Taking(Lease: null, IsHeldByAnother: true), taking);
        Assert.Null(await new Locks(stores.Containers, off).TryTakeAsync("GM0153", Token));
    }

    /// <summary>Renewing goes by how much time passed, not by what time it is.</summary>
    [Fact]
    public async Task A_clock_that_jumps_neither_loses_a_lease_nor_keeps_one_that_is_lost()
    {
        var (inbox, file, stores) = await DropAsync();
        var (forward, back) = (new Clock(), new Clock());
        await using var held = (await inbox.TryTakeAsync(file, Lease, forward, Token)).Lease!;
        await using var computing = (await new Locks(stores.Containers, back).TryTakeAsync("GM0153", Token))!;

        (forward.Off, back.Off) = (TimeSpan.FromHours(5), TimeSpan.FromHours(-5));
        await Task.Delay(LongerThanTheLease, Token);

        Assert.False(held.Lost.IsCancellationRequested);
        Assert.True((await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token)).IsHeldByAnother);
        Assert.Null(await new Locks(stores.Containers, TimeProvider.System).TryTakeAsync("GM0153", Token));

        await held.Blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        await computing.Blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        await LostAsync(held);
        await LostAsync(computing);
    }

    [Theory]
    [InlineData(5, 3600, true)]
    [InlineData(-5, 0, false)]
    public async Task How_long_a_file_may_wait_for_what_it_names_goes_by_the_storages_clock(int hours, int patience, bool waits)
    {
        var (inbox, file, stores) = await DropAsync("area-indicators/file.csv", "area;period;indicator;value\nGM0153;2019;burglaries;5\n");
        var ingest = stores.Ingest(new Clock { Off = TimeSpan.FromHours(hours) }, new IngestOptions { PatienceSeconds = patience });

        Assert.Equal(!waits, await ingest.IngestAsync(file, Token));
        Assert.Equal(waits ? 1 : 0, (await inbox.WaitingAsync(Token)).Count);
    }

    [Fact]
    public async Task What_is_stored_last_counts_last_also_where_the_clock_was_put_back()
    {
        var (inbox, file, stores) = await DropAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");
        await stores.Ingest(TimeProvider.System, new IngestOptions()).IngestAsync(file, Token);
        await stores.Containers.Inbox.GetBlobClient("areas/two.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Stad Enschede;2016\n"), Token);
        await stores.Ingest(new Clock { Off = TimeSpan.FromHours(-5) }, new IngestOptions()).IngestAsync(Assert.Single(await inbox.WaitingAsync(Token)), Token);
        await stores.Containers.Inbox.GetBlobClient("areas/three.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Gemeente Enschede;2016\n"), Token);
        await stores.Ingest(new Clock { Off = TimeSpan.FromHours(-3) }, new IngestOptions()).IngestAsync(Assert.Single(await inbox.WaitingAsync(Token)), Token);

        var deliveries = await stores.Deliveries.InForceAsync(Token);

        Assert.Equal(["one.csv", "two.csv", "three.csv"], deliveries.OrderBy(delivery => delivery.StoredAt).Select(delivery => delivery.File));
    }

    private static async Task LostAsync(HeldBlob held)
    {
        var lost = new TaskCompletionSource();
        await using var registration = held.Lost.Register(lost.SetResult);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    private async Task<(Inbox Inbox, InboxFile File, Stores Stores)> DropAsync(string path = "areas/file.csv", string content = "content")
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await stores.Containers.Inbox.GetBlobClient(path).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(content)), Token);
        var inbox = new Inbox(stores.Containers);
        return (inbox, Assert.Single(await inbox.WaitingAsync(Token)), stores);
    }

    /// <summary>What time it is can be set; how much time passes cannot, as in any computer.</summary>
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;
    }
}
