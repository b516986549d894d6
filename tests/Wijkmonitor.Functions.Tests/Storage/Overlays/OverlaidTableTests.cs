using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Overlays;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Overlays;

public sealed class OverlaidTableTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Filters =>
    [
        "PartitionKey eq 'P'",
        "PartitionKey eq 'Q'",
        "PartitionKey eq 'it''s'",
        "PartitionKey eq 'P' and RowKey ge 'b' and RowKey lt 'd'",
        "PartitionKey eq 'P' and RowKey ge 'b' and RowKey le 'd'",
        "PartitionKey eq 'P' and City eq 'new'",
        "PartitionKey eq 'P' and City eq 'old'",
        "PartitionKey eq 'P' and Year ge 2020",
        "PartitionKey eq 'P' and Year gt 2020",
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Overlaid_rows_are_those_of_a_table_with_the_same_writes(string filter)
    {
        var (overlaid, written) = await WriteAsync();

        Assert.Equal(await ReadAsync(written, filter), await ReadAsync(overlaid, filter));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("e")]
    [InlineData("none")]
    public async Task A_row_is_found_as_in_a_table_with_the_same_writes(string row)
    {
        var (overlaid, written) = await WriteAsync();

        var (expected, found) = (await Tables.FindAsync(written, "P", row, cancellationToken: Token),
            await Tables.FindAsync(overlaid, "P", row, cancellationToken: Token));
        Assert.Equal(expected is null ? null : Describe(expected), found is null ? null : Describe(found));
    }

    [Fact]
    public async Task Writes_stay_in_their_overlay()
    {
        var account = emulator.NewAccount();
        var stored = await PrepareAsync(account);
        var before = await ReadAsync(stored, "PartitionKey eq 'P'");
        var overlays = new OverlaidTables(new TableServiceClient(account));

        await ChangeAsync(overlays.Create().Observations);

        Assert.Equal(before, await ReadAsync(stored, "PartitionKey eq 'P'"));
        Assert.Equal(before, await ReadAsync(overlays.Create().Observations, "PartitionKey eq 'P'"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("City eq 'old'")]
    [InlineData("PartitionKey eq 'P' or City eq 'old'")]
    [InlineData("PartitionKey eq 'P' and (Year eq 2020 or City gt '')")]
    public async Task A_query_that_cannot_be_answered_fails_and_is_never_answered_in_part(string? filter)
    {
        var (overlaid, _) = await WriteAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => ReadAsync(overlaid, filter));
    }

    private async Task<(TableClient Overlaid, TableClient Written)> WriteAsync()
    {
        var account = emulator.NewAccount();
        await PrepareAsync(account);
        var overlaid = new OverlaidTables(new TableServiceClient(account)).Create().Observations;
        var written = await PrepareAsync(emulator.NewAccount());
        await ChangeAsync(overlaid);
        await ChangeAsync(written);
        return (overlaid, written);
    }

    private static async Task<TableClient> PrepareAsync(string account)
    {
        var table = (await Stores.OnAsync(account)).Tables.Observations;
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        foreach (var (row, year) in new[] { ("a", 2019), ("b", 2020), ("c", 2021), ("d", 2022) })
        {
            await writer.AddAsync(new TableEntity("P", row) { ["City"] = "old", ["Year"] = year, ["Kept"] = row }, Token);
        }

        await writer.AddAsync(new TableEntity("it's", "a") { ["City"] = "old" }, Token);
        await writer.CompleteAsync(Token);
        return table;
    }

    // A row is replaced, one merged twice, one deleted, one added, one deleted and added again, and a partition made.
    private static async Task ChangeAsync(TableClient table)
    {
        await WriteAsync(table, TableTransactionActionType.UpsertReplace, new("P", "a") { ["City"] = "new" },
            new("P", "e") { ["City"] = "new", ["Year"] = 2023 }, new("Q", "a"));
        await WriteAsync(table, TableTransactionActionType.UpsertMerge, new TableEntity("P", "b") { ["City"] = "new" });
        await WriteAsync(table, TableTransactionActionType.UpsertMerge, new TableEntity("P", "b") { ["Year"] = 2018 });
        await WriteAsync(table, TableTransactionActionType.Delete, new("P", "c"), new("P", "d"));
        await table.UpsertEntityAsync(new TableEntity("P", "d") { ["City"] = "new" }, TableUpdateMode.Merge, Token);
        await table.DeleteEntityAsync("it's", "a", cancellationToken: Token);
    }

    private static async Task WriteAsync(TableClient table, TableTransactionActionType action, params TableEntity[] rows)
    {
        var writer = new EntityWriter(table, action);
        foreach (var row in rows)
        {
            await writer.AddAsync(row, Token);
        }

        await writer.CompleteAsync(Token);
    }

    private static async Task<List<string>> ReadAsync(TableClient table, string? filter) =>
        await Tables.QueryAsync(table, filter, cancellationToken: Token).Select(Describe).ToListAsync(Token);

    private static string Describe(TableEntity row) => string.Join(", ",
        row.Where(property => property.Key is not ("odata.etag" or "Timestamp") && property.Value is not null)
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}={property.Value}"));
}
