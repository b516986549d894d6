using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class InboxTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leased_file_cannot_be_leased_again_until_it_is_released()
    {
        var (inbox, file, _) = await DropAsync();

        await using (var lease = (await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token)).Lease)
        {
            Assert.NotNull(lease);
            Assert.Equal(new LeaseAttempt(null, IsHeldByAnother: true), await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token));
        }

        await using var again = (await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token)).Lease;
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_file_replaced_since_it_was_listed_is_left_for_the_next_run()
    {
        var (inbox, file, stores) = await DropAsync();
        await stores.Containers.Inbox.GetBlobClient(file.Path).UploadAsync(BinaryData.FromString("newer"), overwrite: true, Token);

        Assert.Equal(new LeaseAttempt(null, IsHeldByAnother: false), await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token));
    }

    [Fact]
    public async Task A_lost_lease_cancels_the_work()
    {
        var (inbox, file, stores) = await DropAsync();
        var clock = new FakeTimeProvider();
        await using var lease = (await inbox.TryLeaseAsync(file, Lease, clock, Token)).Lease;
        var lost = new TaskCompletionSource();
        await using var registration = lease!.Lost.Register(lost.SetResult);

        await stores.Containers.Inbox.GetBlobClient(file.Path).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        clock.Advance(Lease / 3);

        await lost.Task.WaitAsync(TimeSpan.FromMinutes(5), Token);
    }

    [Fact]
    public async Task A_file_deleted_since_it_was_listed_is_not_leased()
    {
        var (inbox, file, stores) = await DropAsync();
        await stores.Containers.Inbox.GetBlobClient(file.Path).DeleteAsync(cancellationToken: Token);

        Assert.Equal(new LeaseAttempt(null, IsHeldByAnother: false), await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token));
    }

    [Fact]
    public async Task A_waiting_file_is_not_replaced_by_another_of_the_same_name()
    {
        var (inbox, file, stores) = await DropAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            inbox.DropAsync("areas", "file.csv", new MemoryStream("other"u8.ToArray()), Token));

        Assert.Contains(failure.Status, (int[])[409, 412]);
        Assert.Equal(file, Assert.Single(await inbox.ListFilesAsync(Token)) with { SeenAt = file.SeenAt });
        Assert.Equal("content", (await stores.Containers.Inbox.GetBlobClient(file.Path).DownloadContentAsync(Token)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_leased_file_can_be_deleted_only_by_its_holder()
    {
        var (inbox, file, stores) = await DropAsync();
        await using var lease = (await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token)).Lease!;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => stores.Containers.Inbox.GetBlobClient(file.Path)
            .DeleteAsync(cancellationToken: Token));
        Assert.Equal(412, failure.Status);
        await lease.DeleteBlobAsync(Token);

        Assert.Empty(await inbox.ListFilesAsync(Token));
    }

    [Fact]
    public async Task A_lease_is_lost_when_its_renewal_is_not_answered()
    {
        var account = emulator.NewAccount();
        var (inbox, file, _) = await DropAsync(account: account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var clock = new FakeTimeProvider();
        await using var lease = (await new Inbox(Stores.Over(storage.Through(account)).Containers).TryLeaseAsync(file, Lease, clock, Token)).Lease!;
        var lost = new TaskCompletionSource();
        await using var registration = lease.Lost.Register(lost.SetResult);

        (storage.Only, storage.Share) = (StorageFault.Hanging, 1);
        clock.Advance(Lease / 3);
        while (storage.Count(StorageFault.Hanging) == 0)
        {
            await Task.Delay(10, Token);
        }

        Assert.False(lost.Task.IsCompleted);
        clock.Advance(Lease / 2);

        await lost.Task.WaitAsync(TimeSpan.FromMinutes(5), Token);
        Assert.True((await inbox.TryLeaseAsync(file, Lease, TimeProvider.System, Token)).IsHeldByAnother);
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_the_archive_keeps_its_end()
    {
        var (inbox, _, stores) = await DropAsync();
        var folder = "area-indicators/2026/area-indicators-0123456789abcdef0123";

        var path = await inbox.ArchiveAsync(folder, new string('x', 980) + ".csv", Stream.Null, Token);

        var blob = await stores.Containers.Archive.GetBlobsAsync(cancellationToken: Token).SingleAsync(Token);
        Assert.Equal((1000, "archive/" + blob.Name), (blob.Name.Length, path));
        Assert.EndsWith("x.csv", blob.Name);
    }

    [Fact]
    public async Task A_municipality_is_computed_by_one_instance_at_a_time()
    {
        var (_, _, stores) = await DropAsync();
        var locks = new Locks(stores.Containers, TimeProvider.System);

        await using (var mine = await locks.TryAcquireMunicipalityLockAsync("GM0153", Token))
        {
            Assert.NotNull(mine);
            Assert.Null(await locks.TryAcquireMunicipalityLockAsync("GM0153", Token));
            await using var other = await locks.TryAcquireMunicipalityLockAsync("GM0363", Token);
            Assert.NotNull(other);
        }

        await using var again = await locks.TryAcquireMunicipalityLockAsync("GM0153", Token);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_path_is_a_folder_and_a_name()
    {
        var (_, file, _) = await DropAsync("ses-woa/2019/amsterdam.csv");
        Assert.Equal(("ses-woa", "2019/amsterdam.csv"), (file.Folder, file.Name));

        var (_, loose, _) = await DropAsync("amsterdam.csv");
        Assert.Equal(("", "amsterdam.csv"), (loose.Folder, loose.Name));
    }

    private async Task<(Inbox Inbox, InboxFile File, Stores Stores)> DropAsync(string path = "areas/file.csv", string? account = null)
    {
        var stores = await Stores.OnAsync(account ?? emulator.NewAccount());
        await stores.Containers.Inbox.GetBlobClient(path).UploadAsync(BinaryData.FromString("content"), Token);
        var inbox = new Inbox(stores.Containers);
        return (inbox, Assert.Single(await inbox.ListFilesAsync(Token)), stores);
    }
}
