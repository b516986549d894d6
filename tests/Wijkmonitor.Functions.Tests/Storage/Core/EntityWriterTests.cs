using Azure;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

public sealed class EntityWriterTests(StorageEmulator emulator)
{
    private const int MaxDocumentBytes = 14 * 64 * 1024;

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

    [Theory]
    [InlineData(1, 100)]
    [InlineData(8, 96)]
    [InlineData(64, 64)]
    [InlineData(128, 100)]
    public async Task Entities_that_belong_together_go_into_one_transaction(int together, int inTransaction)
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace, together);

        for (var i = 0; i < inTransaction; i++)
        {
            Assert.Equal(0, writer.Transactions);
            await writer.AddAsync(new TableEntity("P", $"R{i}") { ["Value"] = i }, Token);
        }

        Assert.Equal(1, writer.Transactions);
        await writer.CompleteAsync(Token);
        Assert.Equal((1, inTransaction), (writer.Transactions, await CountAsync(table)));
    }

    [Fact]
    public async Task Too_many_open_partitions_are_written_early()
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
    public async Task Large_entities_stay_under_the_transaction_size_limit()
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
    public async Task A_refused_transaction_throws()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await writer.AddAsync(new TableEntity("P", "R") { ["Text"] = new string('a', 40_000) }, Token);

        await Assert.ThrowsAsync<TableTransactionFailedException>(() => writer.CompleteAsync(Token));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(200, 2)]
    public async Task A_transaction_has_at_most_a_hundred_rows(int rows, int transactions)
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        await AddAsync(writer, Enumerable.Range(0, rows).Select(row => new TableEntity("P", $"R{row}")));
        await writer.CompleteAsync(Token);

        Assert.Equal((transactions, rows), (writer.Transactions, await CountAsync(table)));
    }

    /// <summary>Reason why the writer counts: neither the client nor the storage parts a transaction that is too large.</summary>
    [Fact]
    public async Task The_storage_refuses_transactions_over_a_hundred_rows_or_4_MiB_as_a_whole()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;

        // What the emulator answers to too many rows is not what the service answers, and the client cannot read it.
        await Assert.ThrowsAnyAsync<Exception>(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 101).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("P", $"R{row}"))),
            Token));
        var large = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 5).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Large($"R{row}", 750_000))), Token));

        Assert.Equal((413, 0), (large.Status, await CountAsync(table)));
    }

    /// <summary>
    /// The emulator takes no row that is larger than 1 MB as it is sent; the service counts what is in it and takes one that is a third larger.
    /// </summary>
    [Theory]
    [InlineData(750_000, 750_000, 750_000, 750_000, 750_000)]
    [InlineData(750_000, 750_000, 750_000, MaxDocumentBytes)]
    [InlineData(MaxDocumentBytes, MaxDocumentBytes, MaxDocumentBytes, MaxDocumentBytes)]
    public async Task A_row_that_would_exceed_the_size_goes_into_the_next_transaction(params int[] sizes)
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var table = Stores.Over(storage.Through(account)).Tables.Scorecards;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        await AddAsync(writer, sizes.Select((size, row) => Large($"R{row}", size)));
        var failure = await Record.ExceptionAsync(() => writer.CompleteAsync(Token));

        Assert.Equal(sizes.Contains(MaxDocumentBytes) ? "EntityTooLarge" : null, (failure as RequestFailedException)?.ErrorCode);
        Assert.InRange(storage.MaxRequestBytes, 2 * 1024 * 1024, 4 * 1024 * 1024);
        Assert.Equal(2, writer.Transactions);
    }

    [Fact]
    public async Task A_repeated_row_is_written_after_its_earlier_transaction()
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 1);
        (storage.Only, storage.Left) = (StorageFault.Delayed, 1);
        var table = Stores.Over(storage.Through(account)).Tables.Scorecards;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertMerge);

        for (var round = 0; round < 8; round++)
        {
            var row = Large("R", 750_000);
            row["Round"] = round;
            await writer.AddAsync(row, Token);
        }

        await writer.CompleteAsync(Token);

        Assert.Equal(3, writer.Transactions);
        Assert.Equal(7, (await Tables.FindAsync(table, "P", "R", ["Round"], Token))!.GetInt32("Round"));
    }

    [Fact]
    public async Task Fully_escaped_text_stays_under_the_transaction_size_limit()
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var table = Stores.Over(storage.Through(account)).Tables.Problems;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);

        await AddAsync(writer, Enumerable.Range(0, 60).Select(row => new TableEntity("P", $"R{row:00}") { ["Text"] = new string('é', 30_000) }));
        await writer.CompleteAsync(Token);

        Assert.Equal(60, await CountAsync(table));
        Assert.InRange(storage.MaxRequestBytes, 30_000, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task A_refused_transaction_stores_nothing_and_names_the_row()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await AddAsync(writer, [new("P", "0"), new("P", "1"), new("P", "2") { ["Text"] = new string('a', 40_000) }, new("P", "3")]);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => writer.CompleteAsync(Token));

        Assert.Equal((2, 0), (failure.FailedTransactionActionIndex, await CountAsync(table)));
        Assert.False(StorageFailure.IsUnavailable(failure));
    }

    [Fact]
    public async Task Already_deleted_rows_do_not_block_deletion_of_others()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var upserts = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await AddAsync(upserts, Enumerable.Range(0, 100).Where(row => row % 7 != 0).Select(row => new TableEntity("P", $"R{row}")));
        await upserts.CompleteAsync(Token);
        Assert.Equal(85, await CountAsync(table));

        var writer = new EntityWriter(table, TableTransactionActionType.Delete);
        await AddAsync(writer, Enumerable.Range(0, 100).Select(row => new TableEntity("P", $"R{row}")));
        await writer.CompleteAsync(Token);

        Assert.Equal(0, await CountAsync(table));
    }

    [Theory]
    [InlineData(StorageFault.DroppedAfter)]
    [InlineData(StorageFault.BrokenAfter)]
    public async Task An_unanswered_deletion_is_completed(StorageFault fault)
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var table = Stores.Over(storage.Through(account)).Tables.Observations;
        var upserts = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await AddAsync(upserts, [new("P", "1"), new("P", "2")]);
        await upserts.CompleteAsync(Token);
        var deletes = new EntityWriter(table, TableTransactionActionType.Delete);
        await AddAsync(deletes, [new("P", "1"), new("P", "2")]);

        (storage.Only, storage.Left, storage.Share) = (fault, 1, 1);
        await deletes.CompleteAsync(Token);

        Assert.Equal((1, 0), (storage.Count(fault), await CountAsync(table)));
    }

    [Fact]
    public async Task Cancelled_writing_ends_even_when_storage_does_not_answer()
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 1);
        storage.Only = StorageFault.Hanging;
        var table = Stores.Over(storage.Through(account), new StorageTimeoutOptions { TableSeconds = 300 }).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await writer.AddAsync(new TableEntity("P", "R"), Token);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var writing = writer.CompleteAsync(cancellation.Token);
        while (storage.Count(StorageFault.Hanging) == 0)
        {
            await Task.Delay(10, Token);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.WaitAsync(TimeSpan.FromMinutes(5), Token));
    }

    private static TableEntity Large(string row, int size)
    {
        var entity = new TableEntity("P", row);
        BinaryChunks.Write(entity, "Json", new byte[size]);
        return entity;
    }

    private static async Task AddAsync(EntityWriter writer, IEnumerable<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            await writer.AddAsync(row, Token);
        }
    }

    private static async Task<int> CountAsync(TableClient table) => await table.QueryAsync<TableEntity>("", cancellationToken: Token).CountAsync(Token);
}
