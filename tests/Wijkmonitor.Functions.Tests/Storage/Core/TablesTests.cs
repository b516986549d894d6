using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

/// <summary>Rows as they are written and read by all stores.</summary>
public sealed class TablesTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Values of the types that the stores write.</summary>
    public static TheoryData<object> Values =>
    [
        string.Empty, "text", "\"quoted\" \\ \r\n\t\u2028 </script> 'é 日本 🏘", "2024-01-01T00:00:00Z", "7", new string('é', 32_000),
        true, false,
        0, 5, int.MinValue, int.MaxValue,
        0L, 5L, long.MinValue, long.MaxValue, 9_007_199_254_740_993L,
        0.0, -0.0, 5.0, -5.0, 0.1, 0.30000000000000004, 1.0 / 3, 123_456_789_012_345.0, 5e-324, 1.7976931348623157e308,
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567),
        new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)),
        Array.Empty<byte>(), new byte[] { 0, 127, 128, 255 },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_round_trips_with_its_type(object value)
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        await table.UpsertEntityAsync(new TableEntity("P", "alone") { ["Value"] = value, ["Nothing"] = null }, TableUpdateMode.Replace, Token);
        await WriteAsync(table, TableTransactionActionType.UpsertReplace, new TableEntity("P", "batched") { ["Value"] = value, ["Nothing"] = null });

        var read = await Tables.QueryAsync(table, Tables.FilterByPartition("P"), cancellationToken: Token).ToListAsync(Token);
        read.Add((await Tables.FindAsync(table, "P", "batched", cancellationToken: Token))!);

        Assert.Equal(["alone", "batched", "batched"], read.Select(row => row.RowKey));
        Assert.All(read, row => Assert.Equal(value.GetType(), row["Value"].GetType()));
        Assert.All(read, row => Assert.Equal(value, row["Value"]));
        Assert.All(read, row => Assert.False(row.ContainsKey("Nothing")));
    }

    [Fact]
    public async Task Rows_with_any_properties_round_trip()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        var random = new Random(20240229);
        var written = Enumerable.Range(0, 300).Select(row => RandomRow(random, $"{row:0000}")).ToArray();

        await WriteAsync(table, TableTransactionActionType.UpsertReplace, written);
        var read = await Tables.QueryAsync(table, Tables.FilterByPartition("P"), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(written.Length, read.Count);
        Assert.All(written.Zip(read), pair => Assert.Empty(InsertOnlyWriter.FindDifferences(pair.First, pair.Second)));
    }

    [Fact]
    public async Task Rows_across_pages_are_read_once_in_key_order()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        await WriteAsync(table, TableTransactionActionType.UpsertReplace,
            [.. Enumerable.Range(0, 2_345).Select(row => new TableEntity("P", $"{row:00000}") { ["N"] = row })]);
        await WriteAsync(table, TableTransactionActionType.UpsertReplace, new TableEntity("Q", "00000"));

        var read = await Tables.QueryAsync(table, Tables.FilterByPartition("P"), ["RowKey"], Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 2_345).Select(row => $"{row:00000}"), read.Select(row => row.RowKey));
        Assert.All(read, row => Assert.False(row.ContainsKey("N")));
    }

    [Fact]
    public async Task A_prefix_selects_only_rows_whose_key_starts_with_it()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        string[] rows = ["a", "a|", "a|1", "a|é", "a|🏘", "a}", "ab", "A|1", "it's", "it's|1"];
        await WriteAsync(table, TableTransactionActionType.UpsertReplace, [.. rows.Select(row => new TableEntity("it's", row))]);

        Assert.Equal(["a|", "a|1", "a|é", "a|🏘"], (await KeysAsync(table, "a|")).Order(StringComparer.Ordinal));
        Assert.Equal(["it's", "it's|1"], (await KeysAsync(table, "it's")).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Length, (await KeysAsync(table, "")).Count);
    }

    [Fact]
    public async Task A_missing_table_has_no_rows_and_an_invalid_filter_fails()
    {
        var tables = Stores.Over(emulator.NewAccount()).Tables;
        var made = (await Stores.OnAsync(emulator.NewAccount())).Tables;

        Assert.Empty(await Tables.QueryAsync(tables.Areas, filter: null, cancellationToken: Token).ToListAsync(Token));
        Assert.Null(await Tables.FindAsync(tables.Areas, "P", "R", cancellationToken: Token));
        var failure = await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => Tables.QueryAsync(made.Areas, "PartitionKey is", cancellationToken: Token).ToListAsync(Token).AsTask());
        Assert.Equal(400, failure.Status);
    }

    [Fact]
    public async Task A_found_row_has_the_selected_columns()
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Observations;
        await WriteAsync(table, TableTransactionActionType.UpsertReplace, new TableEntity("P", "R") { ["A"] = 1, ["B"] = 2L, ["C"] = 3.0 });

        var found = (await Tables.FindAsync(table, "P", "R", ["B", "C"], Token))!;

        Assert.Equal((null, 2L, 3.0), (found.GetInt32("A"), found.GetInt64("B"), found.GetDouble("C")));
        Assert.Null(await Tables.FindAsync(table, "P", "other", cancellationToken: Token));
    }

    /// <summary>A pageable of the storage's library ignores a token that is given only to its enumerator.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_can_be_cancelled_by_either_token(bool toTheQuery)
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 1);
        storage.Only = StorageFault.Hanging;
        var table = Stores.Over(storage.Through(account), Patient).Tables.Observations;
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var query = toTheQuery
            ? Tables.QueryAsync(table, filter: null, cancellationToken: cancellation.Token).ToListAsync(CancellationToken.None)
            : Tables.QueryAsync(table, filter: null, cancellationToken: CancellationToken.None).ToListAsync(cancellation.Token);

        await EndsWhenCancelledAsync(query.AsTask(), storage, cancellation);
    }

    /// <summary>Every list over blobs and rows that a run or a request makes, on a storage that never answers.</summary>
    [Theory]
    [InlineData("inbox")]
    [InlineData("config")]
    [InlineData("attempts")]
    [InlineData("archive")]
    [InlineData("settlements")]
    [InlineData("deliveries")]
    [InlineData("observations")]
    [InlineData("contracts")]
    [InlineData("records")]
    public async Task A_list_of_a_store_can_be_cancelled(string list)
    {
        var account = emulator.NewAccount();
        await Stores.OnAsync(account);
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 1);
        storage.Only = StorageFault.Hanging;
        var stores = Stores.Over(storage.Through(account), Patient);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (tables, containers, area) = (stores.Tables, stores.Containers, Wijkmonitor.Indicators.Areas.AreaCode.Parse("GM0153"));

        Task reading = list switch
        {
            "inbox" => new Inbox(containers).ListFilesAsync(cancellation.Token),
            "config" => new ConfigStore(containers).ListDatasetsAsync(cancellation.Token),
            "attempts" => new FailedAttempts(containers).DeleteExceptAsync(new HashSet<string>(), cancellation.Token),
            "archive" => stores.Archive.GetAllAsync(cancellation.Token).ToListAsync(CancellationToken.None).AsTask(),
            "settlements" => new SettlementStore(tables, containers, new DeliveryIds(containers)).RestoreAsync(cancellation.Token),
            "deliveries" => stores.Deliveries.GetUnfinishedAsync(cancellation.Token),
            "observations" => stores.Observations.GetByMunicipalityAsync(area, cancellation.Token).ToListAsync(CancellationToken.None).AsTask(),
            "contracts" => new ContractStore(tables).GetAllAsync(cancellation.Token).ToListAsync(CancellationToken.None).AsTask(),
            _ => new AreaRecordStore(tables).GetByMunicipalityAsync(area, cancellation.Token).ToListAsync(CancellationToken.None).AsTask(),
        };

        await EndsWhenCancelledAsync(reading, storage, cancellation);
    }

    // No try ends by itself while a test runs.
    private static StorageTimeoutOptions Patient => new() { TableSeconds = 300, BlobSeconds = 300 };

    private static async Task EndsWhenCancelledAsync(Task reading, FaultyStorage storage, CancellationTokenSource cancellation)
    {
        while (storage.Count(StorageFault.Hanging) == 0)
        {
            await Task.Delay(10, Token);
        }

        Assert.False(reading.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(5), Token));
    }

    private static async Task<List<string>> KeysAsync(TableClient table, string prefix) =>
        await Tables.QueryAsync(table, Tables.FilterByPartition("it's", prefix), ["RowKey"], Token).Select(row => row.RowKey).ToListAsync(Token);

    private static async Task WriteAsync(TableClient table, TableTransactionActionType action, params TableEntity[] rows)
    {
        var writer = new EntityWriter(table, action);
        foreach (var row in rows)
        {
            await writer.AddAsync(row, Token);
        }

        await writer.CompleteAsync(Token);
    }

    private static TableEntity RandomRow(Random random, string key)
    {
        var row = new TableEntity("P", key);
        for (var property = random.Next(30); property > 0; property--)
        {
            row[$"Value{property}_{random.Next(5)}"] = random.Next(7) switch
            {
                0 => string.Concat(Enumerable.Range(0, random.Next(50)).Select(_ => char.ConvertFromUtf32(random.Next(3) switch
                {
                    0 => random.Next(0x20, 0x7F),
                    1 => random.Next(0xA0, 0xD7FF),
                    _ => random.Next(0x1F300, 0x1F64F),
                }))),
                1 => random.Next(int.MinValue, int.MaxValue),
                2 => random.NextInt64(long.MinValue, long.MaxValue),

                // Half are whole numbers, which must stay doubles.
                3 => random.Next(2) == 0 ? random.Next(-1000, 1000) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-100, 100)),
                4 => random.Next(2) == 0,
                5 => new DateTimeOffset(random.NextInt64(new DateTime(1900, 1, 1).Ticks, new DateTime(2100, 1, 1).Ticks), TimeSpan.Zero),
                _ => (object)RandomNumbers(random),
            };
        }

        return row;
    }

    private static byte[] RandomNumbers(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }
}
