using Azure.Data.Tables.Models;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class TableTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_created_table_is_listed_and_a_deleted_one_is_not()
    {
        var service = new TableServiceClient(emulator.NewAccount());

        var created = await service.CreateTableAsync("observations", Cancellation);
        await service.GetTableClient("scores").CreateAsync(Cancellation);
        var before = await NamesAsync(service);
        await service.DeleteTableAsync("observations", Cancellation);

        Assert.Equal("observations", created.Value.Name);
        Assert.Equal(["observations", "scores"], before);
        Assert.Equal(["scores"], await NamesAsync(service));
    }

    [Fact]
    public async Task A_table_that_exists_cannot_be_created()
    {
        var service = new TableServiceClient(emulator.NewAccount());
        await service.CreateTableAsync("observations", Cancellation);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync("observations", Cancellation));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task A_table_is_created_if_it_does_not_exist_and_left_alone_if_it_does()
    {
        var table = new TableClient(emulator.NewAccount(), "observations");

        var first = await table.CreateIfNotExistsAsync(Cancellation);
        var second = await table.CreateIfNotExistsAsync(Cancellation);
        var third = await new TableServiceClient(emulator.NewAccount()).CreateTableIfNotExistsAsync("observations", Cancellation);

        Assert.Equal((204, "observations"), (first.GetRawResponse().Status, first.Value.Name));
        Assert.Equal((409, "observations"), (second.GetRawResponse().Status, second.Value.Name));
        Assert.Equal(204, third.GetRawResponse().Status);
    }

    [Fact]
    public async Task Deleting_a_table_that_does_not_exist_is_no_error()
    {
        var table = new TableClient(emulator.NewAccount(), "observations");

        Assert.Equal(404, (await table.DeleteAsync(Cancellation)).Status);
    }

    [Fact]
    public async Task Tables_are_listed_by_filter_and_in_pages()
    {
        var service = new TableServiceClient(emulator.NewAccount());
        foreach (var name in new[] { "alpha", "beta", "gamma" })
        {
            await service.CreateTableAsync(name, Cancellation);
        }

        var filtered = await service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName ge {"beta"}"), cancellationToken: Cancellation)
            .ToListAsync(Cancellation);
        var pages = await service.QueryAsync(maxPerPage: 2, cancellationToken: Cancellation).AsPages().ToListAsync(Cancellation);

        Assert.Equal(["beta", "gamma"], filtered.Select(table => table.Name));
        Assert.Equal([2, 1], pages.Select(page => page.Values.Count));
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_said_to_be_so()
    {
        var table = new TableClient(emulator.NewAccount(), "observations");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    private static async Task<string[]> NamesAsync(TableServiceClient service) =>
        [.. (await service.QueryAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(table => table.Name)];
}
