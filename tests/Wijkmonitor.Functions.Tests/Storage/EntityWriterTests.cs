using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage;

public sealed class EntityWriterTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entities_of_many_partitions_are_written_in_transactions_of_a_hundred()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        for (var i = 0; i < 1_050; i++)
        {
            await writer.AddAsync(new TableEntity($"P{i % 3}", $"R{i}") { ["Value"] = i }, Token);
        }

        await writer.CompleteAsync(Token);
        Assert.Equal(12, writer.Transactions);
        Assert.Equal(1_050, await CountAsync(table));
    }

    [Fact]
    public async Task More_open_partitions_than_memory_should_hold_are_written_along_the_way()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        for (var i = 0; i < 5_200; i++)
        {
            await writer.AddAsync(new TableEntity($"P{i % 400}", $"R{i}") { ["Value"] = i }, Token);
        }

        Assert.True(writer.Transactions > 0);
        await writer.CompleteAsync(Token);
        Assert.Equal(5_200, await CountAsync(table));
    }

    [Fact]
    public async Task Large_entities_stay_under_the_size_that_a_transaction_may_have()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Scorecards;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        for (var i = 0; i < 12; i++)
        {
            var entity = new TableEntity("P", $"R{i}");
            BinaryChunks.Write(entity, "Json", new byte[700_000]);
            await writer.AddAsync(entity, Token);
        }

        await writer.CompleteAsync(Token);
        Assert.Equal(12, await CountAsync(table));
        Assert.InRange(writer.Transactions, 3, 12);
    }

    [Fact]
    public async Task The_same_entity_twice_is_merged_before_it_is_written()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertMerge);

        await writer.AddAsync(new TableEntity("P", "R") { ["A"] = 1, ["B"] = 1 }, Token);
        await writer.AddAsync(new TableEntity("P", "R") { ["B"] = 2, ["C"] = 2 }, Token);
        await writer.CompleteAsync(Token);

        TableEntity entity = await table.GetEntityAsync<TableEntity>("P", "R", cancellationToken: Token);
        Assert.Equal((1, 2, 2), (entity.GetInt32("A"), entity.GetInt32("B"), entity.GetInt32("C")));
    }

    [Fact]
    public async Task A_transaction_that_the_storage_refuses_is_not_swallowed()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await writer.AddAsync(new TableEntity("P", "R") { ["Text"] = new string('a', 40_000) }, Token);

        await Assert.ThrowsAsync<TableTransactionFailedException>(() => writer.CompleteAsync(Token));
    }

    private static async Task<int> CountAsync(TableClient table) => await table.QueryAsync<TableEntity>("", cancellationToken: Token).CountAsync(Token);
}
