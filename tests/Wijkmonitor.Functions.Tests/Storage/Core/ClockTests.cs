using System.Text;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

/// <summary>An instance whose clock is hours off, or is put forward or back while it works.</summary>
public sealed class ClockTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    // That of the locks.
    private static readonly TimeSpan MaxLease = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_leased_file_is_not_taken_by_an_instance_with_a_skewed_clock(int hours)
    {
        var (inbox, file, stores) = await DropAsync();
        await using var held = (await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token)).Lease;
        await using var computing = await new Locks(stores.Containers, TimeProvider.System).TryAcquireMunicipalityLockAsync("GM0153", Token);

        var off = ClockThatIsOff(hours);
        var taking = await inbox.TryLeaseAsync(file, Lease, off, Token);

        Assert.NotNull(held);
        Assert.NotNull(computing);
        Assert.Equal(new LeaseAttempt(Lease: null, IsHeldByAnother: true), taking);
        Assert.Null(await new Locks(stores.Containers, off).TryAcquireMunicipalityLockAsync("GM0153", Token));
    }

    /// <summary>Renewing goes by how much time passed, not by what time it is.</summary>
    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_clock_jump_neither_loses_a_lease_nor_keeps_a_lost_one(int hours)
    {
        var account = emulator.NewAccount();
        var (_, file, stores) = await DropAsync(account: account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var through = Stores.Over(storage.Through(account));
        var clock = ClockThatIsOff(0);
        await using var held = (await new Inbox(through.Containers).TryLeaseAsync(file, Lease, clock, Token)).Lease!;
        await using var computing = (await new Locks(through.Containers, clock).TryAcquireMunicipalityLockAsync("GM0153", Token))!;
        var taken = LeaseCalls(storage);

        clock.AdjustTime(clock.GetUtcNow().AddHours(hours));
        Assert.Equal(taken, LeaseCalls(storage));
        clock.Advance(MaxLease / 3);
        await AnswersAsync(() => LeaseCalls(storage) >= taken + 2);

        Assert.False(held.Lost.IsCancellationRequested);
        Assert.False(computing.Lost.IsCancellationRequested);
        Assert.True((await new Inbox(stores.Containers).TryLeaseAsync(file, Lease, TimeProvider.System, Token)).IsHeldByAnother);
        Assert.Null(await new Locks(stores.Containers, TimeProvider.System).TryAcquireMunicipalityLockAsync("GM0153", Token));

        await held.Blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        await computing.Blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        clock.Advance(MaxLease / 3);
        await LostAsync(held);
        await LostAsync(computing);
    }

    [Theory]
    [InlineData(5, 3600, true)]
    [InlineData(-5, 0, false)]
    public async Task The_dependency_wait_uses_the_clock_of_the_storage(int hours, int patience, bool waits)
    {
        var (inbox, file, stores) = await DropAsync("area-indicators/file.csv", "area;period;indicator;value\nGM0153;2019;burglaries;5\n");
        var ingest = stores.Ingest(ClockThatIsOff(hours), new IngestOptions { DependencyWaitSeconds = patience });

        Assert.Equal(waits ? StepResult.Deferred : StepResult.Completed, await ingest.IngestAsync(file, Token));
        Assert.Equal(waits ? 1 : 0, (await inbox.ListFilesAsync(Token)).Count);
    }

    [Fact]
    public async Task The_last_stored_delivery_counts_even_after_a_clock_change()
    {
        var (inbox, file, stores) = await DropAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");
        await stores.Ingest(TimeProvider.System, new IngestOptions()).IngestAsync(file, Token);
        await stores.Containers.Inbox.GetBlobClient("areas/two.csv")
            .UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Stad Enschede;2016\n"), Token);
        await stores.Ingest(ClockThatIsOff(-5), new IngestOptions()).IngestAsync(Assert.Single(await inbox.ListFilesAsync(Token)), Token);
        await stores.Containers.Inbox.GetBlobClient("areas/three.csv")
            .UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Gemeente Enschede;2016\n"), Token);
        await stores.Ingest(ClockThatIsOff(-3), new IngestOptions()).IngestAsync(Assert.Single(await inbox.ListFilesAsync(Token)), Token);

        var deliveries = await stores.Deliveries.GetInForceAsync(Token);

        Assert.Equal(["one.csv", "two.csv", "three.csv"], deliveries.OrderBy(delivery => delivery.StoredAt).Select(delivery => delivery.File));
    }

    private static async Task LostAsync(LeasedBlob held)
    {
        var lost = new TaskCompletionSource();
        await using var registration = held.Lost.Register(lost.SetResult);
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(5), Token);
    }

    private static FakeTimeProvider ClockThatIsOff(int hours) => new(TimeProvider.System.GetUtcNow().AddHours(hours));

    private static long LeaseCalls(FaultyStorage storage) => storage.Requests.Where(request => request.Key.Component == "lease")
        .Sum(request => request.Value.Calls);

    private static async Task AnswersAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(10, Token);
        }
    }

    private async Task<(Inbox Inbox, InboxFile File, Stores Stores)> DropAsync(string path = "areas/file.csv", string content = "content",
        string? account = null)
    {
        var stores = await Stores.OnAsync(account ?? emulator.NewAccount());
        await stores.Containers.Inbox.GetBlobClient(path).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(content)), Token);
        var inbox = new Inbox(stores.Containers);
        return (inbox, Assert.Single(await inbox.ListFilesAsync(Token)), stores);
    }
}
