using System.Runtime.Serialization;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class ModelTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_is_read_as_it_was_written()
    {
        var table = await emulator.NewTableAsync();
        var written = new Delivery
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "it's",
            Count = 7,
            Total = 5_000_000_000,
            Ratio = 5,
            Done = true,
            At = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
            Until = new DateTime(2024, 5, 7, 0, 0, 0, DateTimeKind.Utc),
            Id = Guid.NewGuid(),
            Hash = [1, 2, 3],
            Raw = BinaryData.FromBytes([4, 5]),
            Day = DayOfWeek.Friday,
            Renamed = "renamed",
            Ignored = "ignored",
        };

        await table.AddEntityAsync(written, Cancellation);
        var read = (await table.GetEntityAsync<Delivery>("p", "r", cancellationToken: Cancellation)).Value;
        var stored = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal(("p", "r", "it's", 7, 5_000_000_000, 5.0), (read.PartitionKey, read.RowKey, read.Text, read.Count, read.Total, read.Ratio));
        Assert.Equal((true, written.At, written.Until, written.Id, DayOfWeek.Friday), (read.Done, read.At, read.Until, read.Id, read.Day));
        Assert.Equal([.. written.Hash, .. written.Raw.ToArray()], [.. read.Hash!, .. read.Raw!.ToArray()]);
        Assert.Equal(("renamed", null, null), (read.Renamed, read.Ignored, read.Absent));
        Assert.Equal(stored.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal("renamed", stored.GetString("other_name"));
        Assert.Equal("Friday", stored.GetString("Day"));
        Assert.False(stored.ContainsKey("Ignored"));
        Assert.False(stored.ContainsKey("Absent"));
        Assert.Equal(5.0, stored.GetDouble("Ratio"));
    }

    [Fact]
    public async Task Models_are_queried_and_updated_by_their_version()
    {
        var table = await emulator.NewTableAsync();
        await table.UpsertEntityAsync(new Delivery { PartitionKey = "p", RowKey = "r", Count = 1 }, cancellationToken: Cancellation);

        var read = await table.QueryAsync<Delivery>("Count eq 1", cancellationToken: Cancellation).SingleAsync(Cancellation);
        read.Count = 2;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace, Cancellation);

        Assert.Equal(2, (await table.GetEntityAsync<Delivery>("p", "r", cancellationToken: Cancellation)).Value.Count);
    }

    [Fact]
    public async Task A_stored_value_that_does_not_fit_the_model_is_an_error()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Count"] = "seven" }, Cancellation);

        var failure = await Assert.ThrowsAsync<InvalidCastException>(() => table.GetEntityAsync<Delivery>("p", "r", cancellationToken: Cancellation));

        Assert.Contains("Count", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_a_dictionary_holds_what_is_stored()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new Bag { PartitionKey = "p", RowKey = "r", ["Count"] = 7L }, Cancellation);

        var read = (await table.GetEntityAsync<Bag>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal(("p", "r", 7L), (read.PartitionKey, read.RowKey, read["Count"]));
    }

    private sealed class Bag() : Dictionary<string, object>(StringComparer.Ordinal), ITableEntity
    {
        public string PartitionKey
        {
            get => (string)this["PartitionKey"];
            set => this["PartitionKey"] = value;
        }

        public string RowKey
        {
            get => (string)this["RowKey"];
            set => this["RowKey"] = value;
        }

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }

    private sealed class Delivery : ITableEntity
    {
        public string PartitionKey { get; set; } = string.Empty;

        public string RowKey { get; set; } = string.Empty;

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Text { get; set; }

        public int Count { get; set; }

        public long? Total { get; set; }

        public double Ratio { get; set; }

        public bool? Done { get; set; }

        public DateTimeOffset? At { get; set; }

        public DateTime? Until { get; set; }

        public Guid? Id { get; set; }

        public byte[]? Hash { get; set; }

        public BinaryData? Raw { get; set; }

        public DayOfWeek Day { get; set; }

        public int? Absent { get; set; }

        [DataMember(Name = "other_name")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }
    }
}
