using Azure.Core;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class QueryTests(StorageEmulator emulator)
{
    private static readonly Guid Id = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    private static readonly DateTimeOffset Moment = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static TheoryData<string> Matching =>
    [
        TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"b"} and RowKey lt {"c"}"),
        TableClient.CreateQueryFilter($"Text eq {"it's 100% a+b & c"}"),
        TableClient.CreateQueryFilter($"Int eq {7}"),
        TableClient.CreateQueryFilter($"Int gt {6} and Int lt {8}"),
        TableClient.CreateQueryFilter($"Long eq {5_000_000_000L}"),
        TableClient.CreateQueryFilter($"Double gt {2.25} and Double lt {2.75}"),
        TableClient.CreateQueryFilter($"Truth eq {true}"),
        TableClient.CreateQueryFilter($"not (Truth eq {false})"),
        TableClient.CreateQueryFilter($"Moment eq {Moment}"),
        TableClient.CreateQueryFilter($"Moment gt {Moment.AddDays(-1).UtcDateTime} and Moment lt {Moment.AddDays(1)}"),
        TableClient.CreateQueryFilter($"Id eq {Id}"),
        TableClient.CreateQueryFilter($"Bytes eq {new byte[] { 1, 171, 255 }}"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Matching))]
    public async Task A_filter_finds_entities_by_values_of_every_type(string filter)
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "a") { ["Truth"] = false, ["Int"] = 1, ["Double"] = 1.0 }, Cancellation);
        await table.AddEntityAsync(
            new TableEntity("p", "b")
            {
                ["Text"] = "it's 100% a+b & c",
                ["Int"] = 7,
                ["Long"] = 5_000_000_000L,
                ["Double"] = 2.5,
                ["Truth"] = true,
                ["Moment"] = Moment,
                ["Id"] = Id,
                ["Bytes"] = new byte[] { 1, 171, 255 },
            },
            Cancellation);

        var found = await table.QueryAsync<TableEntity>(filter, cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal("b", Assert.Single(found).RowKey);
    }

    [Fact]
    public async Task A_query_selects_properties()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "a") { ["A"] = 1, ["B"] = 2, ["C"] = 3 }, Cancellation);

        var found = await table.QueryAsync<TableEntity>(select: ["RowKey", "B"], cancellationToken: Cancellation).SingleAsync(Cancellation);

        Assert.Equal(("a", null, 2, null), (found.RowKey, found["A"], found.GetInt32("B"), found["C"]));
    }

    [Fact]
    public async Task A_query_that_finds_nothing_is_empty()
    {
        var table = await emulator.NewTableAsync();

        Assert.Empty(await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_filter_that_is_not_valid_is_refused()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.QueryAsync<TableEntity>("PartitionKey is", cancellationToken: Cancellation).ToListAsync(Cancellation).AsTask());

        Assert.Equal(400, failure.Status);
    }

    [Fact]
    public async Task More_entities_than_a_page_holds_are_read_in_the_order_of_their_keys()
    {
        var table = await emulator.NewTableAsync();
        await FillAsync(table, 2345);

        var read = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal(Enumerable.Range(0, 2345).Select(RowKey), read.Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task Pages_are_as_large_as_asked_and_can_be_resumed_by_their_token()
    {
        var table = await emulator.NewTableAsync();
        await FillAsync(table, 25);

        var first = await table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: Cancellation).AsPages().FirstAsync(Cancellation);
        var rest = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation)
            .AsPages(first.ContinuationToken, 10).ToListAsync(Cancellation);

        Assert.Equal(10, first.Values.Count);
        Assert.NotNull(first.ContinuationToken);
        Assert.Equal([10, 5], rest.Select(page => page.Values.Count));
        Assert.Null(rest[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 25).Select(RowKey), first.Values.Concat(rest.SelectMany(page => page.Values)).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task A_query_continues_where_only_a_partition_is_given()
    {
        var page = """{"value":[{"PartitionKey":"p","RowKey":"r"}]}""";
        var transport = new RecordingTransport(number => number == 0
            ? new StubResponse(200, page, new HttpHeader("x-ms-continuation-NextPartitionKey", "1!8!cGsx"))
            : new StubResponse(200, page));
        var table = new TableClient(emulator.NewAccount(), "t", new() { Transport = transport });

        Assert.Equal(2, (await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation)).Count);
        Assert.Contains("NextPartitionKey=1%218%21cGsx", transport.Tries[1].Uri.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("NextRowKey", transport.Tries[1].Uri.Query, StringComparison.Ordinal);
    }

    private static string RowKey(int number) => $"{number:00000}";

    private static async Task FillAsync(TableClient table, int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", RowKey(number)) { ["N"] = number })),
                Cancellation);
        }
    }
}
