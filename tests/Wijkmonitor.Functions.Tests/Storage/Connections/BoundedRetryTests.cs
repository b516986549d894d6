using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Connections;

public sealed class BoundedRetryTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.Broken)]
    [InlineData(StorageFault.BrokenAfter)]
    [InlineData(StorageFault.Throttled)]
    [InlineData(StorageFault.DroppedBefore)]
    [InlineData(StorageFault.DroppedAfter)]
    [InlineData(StorageFault.CutAnswer)]
    public async Task A_failed_transaction_is_retried_whole(StorageFault fault)
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, fault, times: 1);
        var table = Stores.Over(storage.Through(account)).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        for (var row = 0; row < 50; row++)
        {
            await writer.AddAsync(new TableEntity("P", $"{row:000}") { ["Value"] = row, ["Text"] = "é" }, Token);
        }

        await writer.CompleteAsync(Token);

        Assert.Equal(2, storage.Calls);
        var read = await Tables.QueryAsync(table, filter: null, cancellationToken: Token).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(0, 50), read.Select(row => row.GetInt32("Value")!.Value));
    }

    [Theory]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.DroppedBefore)]
    [InlineData(StorageFault.CutAnswer)]
    public async Task A_failed_file_transfer_is_retried_whole(StorageFault fault)
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, fault, times: 1);
        var inbox = new Inbox(Stores.Over(storage.Through(account)).Containers);
        var content = new byte[300_000];
        new Random(1).NextBytes(content);

        var place = await inbox.ArchiveAsync("d-1", "file.bin", new MemoryStream(content), Token);
        Assert.Equal(1, storage.Count(fault));
        (storage.Left, storage.Share) = (1, 1);
        await using var stream = await inbox.OpenAsync(place, Token);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, Token);

        Assert.Equal(2, storage.Count(fault));
        Assert.Equal(content, read.ToArray());
    }

    [Fact]
    public async Task A_refused_request_is_not_retried()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.WritesRefused, times: 0);
        var stores = Stores.Over(storage.Through(account));
        var table = stores.Tables.Observations;
        await table.AddEntityAsync(new TableEntity("P", "R"), Token);

        // 409, 412, 404, 400 and 403.
        Assert.Equal(409, await StatusAsync(storage, () => table.AddEntityAsync(new TableEntity("P", "R"), Token)));
        Assert.Equal(412, await StatusAsync(storage, () =>
            table.UpdateEntityAsync(new TableEntity("P", "R"), new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""), cancellationToken: Token)));
        Assert.Equal(404, await StatusAsync(storage, () => table.UpdateEntityAsync(new TableEntity("P", "other"), ETag.All, cancellationToken: Token)));
        Assert.Equal(404, await StatusAsync(storage, () => stores.Containers.Inbox.GetBlobClient("none").DeleteAsync(cancellationToken: Token)));
        Assert.Equal(400, await StatusAsync(storage, () => table.AddEntityAsync(new TableEntity("P", "long") { ["Text"] = new string('a', 40_000) }, Token)));
        storage.Share = 1;
        Assert.Equal(403, await StatusAsync(storage, () => table.AddEntityAsync(new TableEntity("P", "S"), Token)));
    }

    [Fact]
    public async Task Unavailable_storage_fails_after_the_time_limit()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Busy);
        var clock = new FakeTimeProvider();
        var table = TableOver(storage.Through(account), new BoundedRetry(TimeSpan.FromSeconds(20), clock), clock, perTry: TimeSpan.FromSeconds(9));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("P", "R"), Token));

        // Tries end after 9, 18 and 27 seconds: the third is past the limit.
        Assert.Equal((503, 3), (failure.Status, storage.Calls));
        Assert.True(StorageFailure.IsUnavailable(failure));
    }

    [Fact]
    public async Task A_clock_change_does_not_end_a_call()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Busy, times: 1);
        var clock = new Mock<TimeProvider> { CallBase = true };
        clock.SetupSequence(time => time.GetUtcNow()).Returns(DateTimeOffset.UnixEpoch).Returns(DateTimeOffset.UnixEpoch.AddHours(5));
        var table = TableOver(storage.Through(account), new BoundedRetry(TimeSpan.FromSeconds(20), clock.Object), new FakeTimeProvider(),
            perTry: TimeSpan.Zero);

        await table.AddEntityAsync(new TableEntity("P", "R"), Token);

        Assert.Equal(2, storage.Calls);
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("20", 1)]
    [InlineData("3600", 1)]
    [InlineData("Wed, 01 Jan 2020 00:01:00 GMT", 1)]
    [InlineData("Wed, 01 Jan 2020 00:00:05 GMT", 2)]
    public async Task A_retry_after_beyond_the_limit_is_not_awaited(string retryAfter, int tries)
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Throttled, times: 1);
        storage.RetryAfter = retryAfter;
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var table = TableOver(storage.Through(account), new BoundedRetry(TimeSpan.FromSeconds(20), clock), clock, perTry: TimeSpan.Zero);

        var failure = await Record.ExceptionAsync(() => table.AddEntityAsync(new TableEntity("P", "R"), Token).WaitAsync(TimeSpan.FromMinutes(5), Token));

        Assert.Equal(tries, storage.Calls);
        Assert.Equal(tries == 2, failure is null);
        Assert.True(failure is null or RequestFailedException { Status: 429 }, $"{failure}");
    }

    [Fact]
    public async Task An_unanswered_attempt_times_out_and_is_retried()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Hanging, times: 1);
        var stores = Stores.Over(storage.Through(account), new StorageTimeoutOptions { TableSeconds = 5, BlobSeconds = 5 });

        await stores.Tables.Observations.AddEntityAsync(new TableEntity("P", "R"), Token);
        Assert.Equal((1, 2), (storage.Count(StorageFault.Hanging), storage.Calls));

        (storage.Left, storage.Share) = (1, 1);
        await new Inbox(stores.Containers).ArchiveAsync("d-1", "file", new MemoryStream([1]), Token);
        Assert.Equal((2, 4), (storage.Count(StorageFault.Hanging), storage.Calls));
    }

    [Fact]
    public async Task Storage_that_never_answers_counts_as_unavailable()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Hanging);
        var stores = Stores.Over(storage.Through(account), new StorageTimeoutOptions { TableSeconds = 1, BlobSeconds = 1, RetrySeconds = 0 });

        var table = await Assert.ThrowsAnyAsync<Exception>(() => stores.Tables.Observations.AddEntityAsync(new TableEntity("P", "R"), Token));
        var blob = await Assert.ThrowsAnyAsync<Exception>(() => new Inbox(stores.Containers).ListFilesAsync(Token));

        Assert.True(StorageFailure.IsUnavailable(table), table.ToString());
        Assert.True(StorageFailure.IsUnavailable(blob), blob.ToString());
        Assert.Equal(2, storage.Calls);
    }

    [Fact]
    public async Task A_call_can_be_cancelled_between_attempts()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyAsync(account, StorageFault.Throttled);
        storage.RetryAfter = "300";
        var stores = Stores.Over(storage.Through(account), new StorageTimeoutOptions { RetrySeconds = 600 });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = stores.Tables.Observations.AddEntityAsync(new TableEntity("P", "R"), cancellation.Token);
        while (storage.Calls == 0)
        {
            await Task.Delay(10, Token);
        }

        Assert.False(call.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromMinutes(5), Token));
        Assert.Equal(1, storage.Calls);
    }

    private static async Task<int> StatusAsync(FaultyStorage storage, Func<Task> call)
    {
        var before = storage.Calls;
        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(call);
        Assert.Equal(before + 1, storage.Calls);
        return failure.Status;
    }

    /// <summary>A table over a network on which each try takes some time by a clock.</summary>
    private static TableClient TableOver(string account, BoundedRetry retry, FakeTimeProvider clock, TimeSpan perTry)
    {
        var network = new HttpClientTransport();
        var slow = new Mock<HttpPipelineTransport>();
        slow.Setup(transport => transport.CreateRequest()).Returns(network.CreateRequest);
        slow.Setup(transport => transport.ProcessAsync(It.IsAny<HttpMessage>())).Returns<HttpMessage>(async message =>
        {
            await network.ProcessAsync(message);
            clock.Advance(perTry);
        });
        return new TableServiceClient(account, new TableClientOptions { Transport = slow.Object, RetryPolicy = retry }).GetTableClient("Observations");
    }

    private static async Task<FaultyStorage> FaultyAsync(string account, StorageFault fault, int? times = null)
    {
        await Stores.OnAsync(account);
        var storage = await FaultyStorage.StartAsync(account, seed: 1, share: times == 0 ? 0 : 1);
        (storage.Only, storage.Left) = (fault, times ?? 0);
        return storage;
    }
}
