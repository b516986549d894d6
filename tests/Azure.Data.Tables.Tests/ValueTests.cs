using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class ValueTests(StorageEmulator emulator)
{
    public static TheoryData<object> Values =>
    [
        string.Empty, "text", "\"quoted\" \\ \r\n\t\u2028 </script> 'é 日本 🏘", "2024-01-01T00:00:00Z", "7",
        true, false,
        0, 5, int.MinValue, int.MaxValue,
        0L, 5L, long.MinValue, long.MaxValue, 9007199254740993L,
        0.0, 5.0, -5.0, 0.1, 1e300, -1e-300, 123456789012345.0, double.MaxValue, double.Epsilon,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301"), Guid.Empty,
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567),
        new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)),
        Array.Empty<byte>(), new byte[] { 0, 127, 128, 255 },
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_read_as_it_was_written_and_of_the_same_type(object value)
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "added") { ["Value"] = value }, Cancellation);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "batched") { ["Value"] = value })], Cancellation);
        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal(2, read.Count);
        Assert.All(read, entity => Assert.Equal(value.GetType(), entity["Value"].GetType()));
        Assert.All(read, entity => Assert.Equal(value, entity["Value"]));
    }

    [Fact]
    public async Task A_null_is_not_stored()
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = null, ["Other"] = 1 }, Cancellation);
        var entity = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.False(entity.ContainsKey("Value"));
        Assert.Null(entity.GetString("Value"));
    }

    [Fact]
    public async Task Times_of_both_types_are_one_moment()
    {
        var table = await emulator.NewTableAsync();
        var moment = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Moment"] = moment }, Cancellation);
        var entity = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal(moment, entity.GetDateTime("Moment"));
        Assert.Equal(DateTimeKind.Utc, entity.GetDateTime("Moment")!.Value.Kind);
        Assert.Equal(new DateTimeOffset(moment), entity.GetDateTimeOffset("Moment"));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_time_that_is_not_utc_is_refused(DateTimeKind kind)
    {
        var table = await emulator.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["Moment"] = new DateTime(2024, 1, 1, 0, 0, 0, kind) };

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity, Cancellation));
    }

    [Fact]
    public async Task Values_that_a_table_cannot_hold_are_refused()
    {
        var table = await emulator.NewTableAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = new object() }, Cancellation));
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = DayOfWeek.Friday }, Cancellation));
    }

    [Fact]
    public async Task Seldom_types_are_stored_as_their_nearest()
    {
        var table = await emulator.NewTableAsync();
        var written = new TableEntity("p", "r") { ["A"] = 1.5m, ["B"] = 2.5f, ["C"] = 7UL, ["D"] = BinaryData.FromBytes([1, 2]) };

        await table.AddEntityAsync(written, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal((1.5, 2.5, 7L), (read.GetDouble("A"), read.GetDouble("B"), read.GetInt64("C")));
        Assert.Equal<byte>([1, 2], read.GetBinary("D"));
        Assert.Equal<byte>([1, 2], read.GetBinaryData("D").ToArray());
    }

    [Fact]
    public async Task Binary_of_64_KiB_is_read_as_it_was_written()
    {
        var table = await emulator.NewTableAsync();
        var bytes = new byte[64 * 1024];
        new Random(1).NextBytes(bytes);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Bytes"] = bytes }, Cancellation);

        Assert.Equal(bytes, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.GetBinary("Bytes"));
    }

    [Fact]
    public async Task An_entity_of_almost_1_MiB_is_read_as_it_was_written()
    {
        var table = await emulator.NewTableAsync();
        var written = new TableEntity("p", "r");
        for (var i = 0; i < 15; i++)
        {
            written[$"Text{i}"] = new string((char)('a' + i), 32 * 1024);
        }

        await table.UpsertEntityAsync(written, TableUpdateMode.Replace, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.All(Enumerable.Range(0, 15), i => Assert.Equal(written[$"Text{i}"], read[$"Text{i}"]));
    }

    [Fact]
    public async Task Random_entities_are_read_as_they_were_written()
    {
        var table = await emulator.NewTableAsync();
        var random = new RandomEntities(20240229);
        var written = Enumerable.Range(0, 300).Select(i => random.Next("p", $"{i:0000}")).ToList();

        foreach (var chunk in written.Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), Cancellation);
        }

        var read = await table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.Equal(written.Count, read.Count);
        Assert.All(written.Zip(read), pair => Assert.All(pair.First.Keys, key => Assert.Equal(pair.First[key], pair.Second[key])));
        Assert.All(written.Zip(read), pair => Assert.Equal(pair.First.Count + 2, pair.Second.Count));
    }
}
