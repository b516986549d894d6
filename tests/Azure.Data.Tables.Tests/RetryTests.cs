using Azure.Core;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class RetryTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_the_service_could_not_take_is_sent_again_signed_anew_and_whole()
    {
        var transport = new RecordingTransport(number => number == 0 ? new StubResponse(503) : null);

        // Longer than a second, even when the pipeline varies it by a fifth: the date in the signature has no parts of a second.
        var table = await emulator.NewTableAsync(Options(transport, TimeSpan.FromSeconds(1.5)));

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = new string('x', 30_000) }, Cancellation);
        var read = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation);

        Assert.Equal(30_000, read.Value.GetString("Text").Length);
        Assert.Equal(transport.Tries[0].Body, transport.Tries[1].Body);
        Assert.NotEqual(transport.Tries[0].Headers["x-ms-date"], transport.Tries[1].Headers["x-ms-date"]);
        Assert.NotEqual(transport.Tries[0].Headers["Authorization"], transport.Tries[1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_transaction_is_sent_again_whole(int status)
    {
        var transport = new RecordingTransport(number => number < 2 ? new StubResponse(status) : null);
        var table = await emulator.NewTableAsync(Options(transport, TimeSpan.FromMilliseconds(1)));

        var answer = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 50).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i:000}"))), Cancellation);

        Assert.Equal(50, answer.Value.Count);
        Assert.Equal(3, transport.Tries.Count);
        Assert.All(transport.Tries, attempt => Assert.Equal(transport.Tries[0].Body, attempt.Body));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        var transport = new RecordingTransport(number => number == 0 ? throw new RequestFailedException("No connection.") : null);
        var table = await emulator.NewTableAsync(Options(transport, TimeSpan.FromMilliseconds(1)));

        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        Assert.Equal(2, transport.Tries.Count);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_an_error_in_the_end()
    {
        var transport = new RecordingTransport(_ => new StubResponse(503, "<html>busy</html>"));
        var table = await emulator.NewTableAsync(Options(transport, TimeSpan.FromMilliseconds(1)));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));

        Assert.Equal(503, failure.Status);
        Assert.Equal(4, transport.Tries.Count);
    }

    [Fact]
    public async Task What_is_refused_is_not_sent_again()
    {
        var transport = new RecordingTransport(_ => null);
        var table = await emulator.NewTableAsync(Options(transport, TimeSpan.FromMilliseconds(1)));

        await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation));

        Assert.Single(transport.Tries);
    }

    [Fact]
    public async Task A_cancelled_request_ends()
    {
        var table = await emulator.NewTableAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync(Cancellation).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(cancelled.Token).AsTask());
        Assert.Empty(await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_request_is_cancelled_while_it_waits_for_its_next_try()
    {
        var table = await emulator.NewTableAsync(Options(new RecordingTransport(_ => new StubResponse(503)), TimeSpan.FromMinutes(5)));
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        cancelled.CancelAfter(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
    }

    private static TableClientOptions Options(RecordingTransport transport, TimeSpan delay) => new()
    {
        Transport = transport,
        Retry = { Mode = RetryMode.Fixed, Delay = delay, MaxDelay = delay, MaxRetries = 3 },
    };
}
