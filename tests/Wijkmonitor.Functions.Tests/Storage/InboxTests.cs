using Azure.Storage.Blobs.Specialized;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage;

public sealed class InboxTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_taken_cannot_be_taken_again_until_it_is_given_back()
    {
        var (inbox, file, _) = await DropAsync();

        await using (var lease = (await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token)).Lease)
        {
            Assert.NotNull(lease);
            Assert.Equal(new Taking(null, IsHeldByAnother: true), await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token));
        }

        await using var again = (await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token)).Lease;
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_file_that_was_replaced_since_it_was_listed_is_left_for_the_next_look()
    {
        var (inbox, file, stores) = await DropAsync();
        await stores.Containers.Inbox.GetBlobClient(file.Path).UploadAsync(BinaryData.FromString("newer"), overwrite: true, Token);

        Assert.Equal(new Taking(null, IsHeldByAnother: false), await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token));
    }

    [Fact]
    public async Task Losing_the_lease_is_noticed_so_that_work_can_stop()
    {
        var (inbox, file, stores) = await DropAsync();
        await using var lease = (await inbox.TryTakeAsync(file, Lease, TimeProvider.System, Token)).Lease;
        var lost = new TaskCompletionSource();
        await using var registration = lease!.Lost.Register(lost.SetResult);

        await stores.Containers.Inbox.GetBlobClient(file.Path).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
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

        await using (var mine = await locks.TryTakeAsync("GM0153", Token))
        {
            Assert.NotNull(mine);
            Assert.Null(await locks.TryTakeAsync("GM0153", Token));
            await using var other = await locks.TryTakeAsync("GM0363", Token);
            Assert.NotNull(other);
        }

        await using var again = await locks.TryTakeAsync("GM0153", Token);
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

    private async Task<(Inbox Inbox, InboxFile File, Stores Stores)> DropAsync(string path = "areas/file.csv")
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await stores.Containers.Inbox.GetBlobClient(path).UploadAsync(BinaryData.FromString("content"), Token);
        var inbox = new Inbox(stores.Containers);
        return (inbox, Assert.Single(await inbox.WaitingAsync(Token)), stores);
    }
}
