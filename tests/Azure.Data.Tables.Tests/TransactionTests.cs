using Azure.Core;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class TransactionTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_hundred_entities_are_written_at_once_and_each_gives_its_version()
    {
        var table = await emulator.NewTableAsync();

        var answer = await table.SubmitTransactionAsync(Upserts(100), Cancellation);
        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(read.Select(entity => entity.ETag), answer.Value.Select(response => response.Headers.ETag!.Value));
    }

    [Fact]
    public async Task More_than_one_hundred_entities_are_refused()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Upserts(101), Cancellation));

        Assert.Equal(400, failure.Status);
        Assert.Contains("exceeds the maximum 100 changes per change set", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_failed_transaction_says_which_action_failed_and_applies_nothing()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "2"), Cancellation);
        var actions = new TableTransactionAction[]
        {
            new(TableTransactionActionType.Add, new TableEntity("p", "0")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1")),
            new(TableTransactionActionType.Add, new TableEntity("p", "2")),
            new(TableTransactionActionType.Add, new TableEntity("p", "3")),
        };

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions, Cancellation));
        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal("2", Assert.Single(read).RowKey);
    }

    [Fact]
    public async Task Every_kind_of_action_does_what_it_says()
    {
        var table = await emulator.NewTableAsync();
        var keys = new[] { "merge", "replace", "delete", "upsertmerge", "upsertreplace" };
        await table.SubmitTransactionAsync(keys.Select(key => new TableTransactionAction(TableTransactionActionType.Add, Entity(key, "Old"))), Cancellation);

        var answer = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Entity("add", "New")),
                new(TableTransactionActionType.UpdateMerge, Entity("merge", "New"), ETag.All),
                new(TableTransactionActionType.UpdateReplace, Entity("replace", "New"), ETag.All),
                new(TableTransactionActionType.Delete, Entity("delete", "New")),
                new(TableTransactionActionType.UpsertMerge, Entity("upsertmerge", "New")),
                new(TableTransactionActionType.UpsertReplace, Entity("upsertreplace", "New")),
            ],
            Cancellation);
        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(["add", "merge", "replace", "upsertmerge", "upsertreplace"], read.Select(entity => entity.RowKey));
        Assert.Equal([false, true, false, true, false], read.Select(entity => entity.ContainsKey("Old")));
        Assert.All(read, entity => Assert.Equal("upsertreplace".Length, entity.GetInt32("New") + "upsertreplace".Length - entity.RowKey.Length));
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task An_action_on_another_version_than_the_stored_one_fails(TableTransactionActionType type)
    {
        var table = await emulator.NewTableAsync();
        var stale = (await table.AddEntityAsync(Entity("r", "A"), Cancellation)).Headers.ETag!.Value;
        var current = (await table.UpsertEntityAsync(Entity("r", "A"), cancellationToken: Cancellation)).Headers.ETag!.Value;

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(type, Entity("r", "A"), stale)], Cancellation));
        var answer = await table.SubmitTransactionAsync([new(type, Entity("r", "A"), current)], Cancellation);

        Assert.Equal((412, "UpdateConditionNotSatisfied", 0), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(204, Assert.Single(answer.Value).Status);
    }

    [Fact]
    public async Task Deleting_an_absent_entity_fails_in_a_transaction()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "r"))], Cancellation));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_transaction_without_actions_is_refused_before_it_is_sent()
    {
        var table = await emulator.NewTableAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([], Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!, Cancellation));
    }

    [Fact]
    public async Task A_transaction_of_almost_4_MiB_is_written()
    {
        var table = await emulator.NewTableAsync();
        var text = new string('x', 30_000);

        await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i:000}") { ["Text"] = text })),
            Cancellation);
        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal(100, read.Count);
        Assert.All(read, entity => Assert.Equal(text, entity.GetString("Text")));
    }

    [Fact]
    public async Task The_answer_of_the_service_to_a_failed_transaction_is_understood()
    {
        // As the service itself writes it, which differs from the emulator in small ways.
        var body = string.Join("\r\n", [
            "--batchresponse_1", "Content-Type: multipart/mixed; boundary=changesetresponse_2", string.Empty,
            "--changesetresponse_2", "Content-Type: application/http", "Content-Transfer-Encoding: binary", string.Empty,
            "HTTP/1.1 400 Bad Request", "Content-ID: 99", "X-Content-Type-Options: nosniff", "DataServiceVersion: 3.0;", string.Empty,
            """{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"99:The batch request operation exceeds the maximum 100 changes per change set.\nRequestId:x"}}}""",
            "--changesetresponse_2--", "--batchresponse_1--", string.Empty]);
        var transport = new RecordingTransport(_ => new StubResponse(202, body, new HttpHeader("Content-Type", "multipart/mixed; boundary=batchresponse_1")));
        var table = new TableClient(emulator.NewAccount(), "t", new() { Transport = transport });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Upserts(101), Cancellation));

        Assert.Equal((400, "InvalidInput", 99), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_transaction_that_the_service_does_not_take_up_fails_as_a_request()
    {
        var table = new TableClient(emulator.NewAccount(), "t", new() { Transport = new RecordingTransport(_ => new StubResponse(413, "too large")) });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(Upserts(1), Cancellation));

        Assert.Equal(413, failure.Status);
    }

    private static TableEntity Entity(string rowKey, string property) => new("p", rowKey) { [property] = rowKey.Length };

    private static IEnumerable<TableTransactionAction> Upserts(int count) =>
        Enumerable.Range(0, count).Select(i => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity("p", $"{i:000}") { ["Value"] = i, ["Ratio"] = i / 7.0 }));
}
