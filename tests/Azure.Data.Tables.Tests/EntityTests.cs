using Azure.Data.Tables.Models;
using Azure.Data.Tables.Tests.Support;
using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests;

public sealed class EntityTests(StorageEmulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inserted_entity_is_read_with_its_keys_time_and_version()
    {
        var table = await emulator.NewTableAsync();

        var added = await table.AddEntityAsync(new TableEntity("GM0344", "2024") { ["Homes"] = 7 }, Cancellation);
        var read = await table.GetEntityAsync<TableEntity>("GM0344", "2024", cancellationToken: Cancellation);

        Assert.Equal(204, added.Status);
        Assert.Equal(200, read.GetRawResponse().Status);
        Assert.Equal(("GM0344", "2024", 7), (read.Value.PartitionKey, read.Value.RowKey, read.Value.GetInt32("Homes")));
        Assert.Equal(added.Headers.ETag, read.Value.ETag);
        Assert.InRange(read.Value.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal(["Homes", "PartitionKey", "RowKey", "Timestamp", "odata.etag"], read.Value.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_entity_that_exists_cannot_be_inserted()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task An_upsert_inserts_and_then_merges_or_replaces(TableUpdateMode mode, bool keepsOldProperty)
    {
        var table = await emulator.NewTableAsync();

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Old"] = "old", ["Both"] = 1 }, mode, Cancellation);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = "new", ["Both"] = 2 }, mode, Cancellation);
        var entity = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal(keepsOldProperty, entity.ContainsKey("Old"));
        Assert.Equal(("new", 2), (entity.GetString("New"), entity.GetInt32("Both")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_is_made_only_of_the_version_that_was_read(TableUpdateMode mode)
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 }, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        var change = new TableEntity("p", "r") { ["Value"] = 2 };
        var updated = await table.UpdateEntityAsync(change, read.ETag, mode, Cancellation);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(change, read.ETag, mode, Cancellation));
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 3 }, ETag.All, mode, Cancellation);

        Assert.NotEqual(read.ETag, updated.Headers.ETag);
        Assert.Equal(412, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(3, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.GetInt32("Value"));
    }

    [Fact]
    public async Task An_update_needs_a_version_and_an_entity()
    {
        var table = await emulator.NewTableAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Cancellation));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Cancellation));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task An_entity_is_deleted_only_in_the_version_that_is_asked_for()
    {
        var table = await emulator.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation)).Headers.ETag!.Value;
        var second = (await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 }, cancellationToken: Cancellation)).Headers.ETag!.Value;

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first, Cancellation));
        var deleted = await table.DeleteEntityAsync("p", "r", second, Cancellation);

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task Deleting_an_entity_that_does_not_exist_is_no_error()
    {
        var table = await emulator.NewTableAsync();
        var entity = new TableEntity("p", "r");
        await table.AddEntityAsync(entity, Cancellation);

        Assert.Equal(204, (await table.DeleteEntityAsync(entity, cancellationToken: Cancellation)).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", cancellationToken: Cancellation)).Status);
    }

    [Fact]
    public async Task An_entity_that_does_not_exist_cannot_be_read()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation));

        Assert.Equal(404, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.ResourceNotFound);
        Assert.DoesNotContain(Wijkmonitor.Local.Azurite.PublicKey, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SharedKeyLite", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_is_read_if_it_exists()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 }, Cancellation);

        var found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancellation);
        var absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "other", cancellationToken: Cancellation);

        Assert.True(found.HasValue);
        Assert.Equal(1, found.Value!.GetInt32("Value"));
        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task Only_selected_properties_are_read()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2L, ["C"] = 3.0 }, Cancellation);

        var entity = (await table.GetEntityAsync<TableEntity>("p", "r", ["B", "C"], Cancellation)).Value;

        Assert.Equal((null, 2L, 3.0), (entity["A"], entity.GetInt64("B"), entity.GetDouble("C")));
    }

    [Fact]
    public async Task An_entity_without_keys_is_refused_before_it_is_sent()
    {
        var table = await emulator.NewTableAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new TableEntity(), Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(new TableEntity("p", null!), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>("p", null!, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Requests_at_the_same_time_do_not_mix()
    {
        var table = await emulator.NewTableAsync();
        var written = Enumerable.Range(0, 200).Select(i => new TableEntity("p", $"{i:000}") { ["Text"] = new string((char)('a' + (i % 26)), 100 * i) }).ToList();

        await Task.WhenAll(written.Select(entity => table.UpsertEntityAsync(entity, TableUpdateMode.Replace, Cancellation)));
        var read = await Task.WhenAll(written.Select(entity => table.GetEntityAsync<TableEntity>("p", entity.RowKey, cancellationToken: Cancellation)));

        Assert.Equal(written.Select(entity => entity["Text"]), read.Select(response => response.Value["Text"]));
    }

    [Theory]
    [InlineData("it's", "''")]
    [InlineData("100%", "%27")]
    [InlineData("Súdwest-Fryslân", "wijk een & twee")]
    [InlineData("a|b", "a+b=c&d")]
    [InlineData("日本 🏘", "ключ")]
    [InlineData("a,b)", "(c;d:e@f!g*h$")]
    [InlineData(" leading and trailing ", ".")]
    [InlineData("..", "~-_")]
    [InlineData("{a}", "[\"b\"]<c>")]
    public async Task Keys_may_hold_any_character_that_the_service_allows(string partitionKey, string rowKey)
    {
        var table = await emulator.NewTableAsync();

        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Value"] = 1 }, Cancellation);
        await table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["Value"] = 2 }, cancellationToken: Cancellation);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertMerge, new TableEntity(partitionKey, rowKey) { ["Other"] = partitionKey })], Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey, cancellationToken: Cancellation)).Value;
        var queried = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey eq {rowKey}"), cancellationToken: Cancellation).ToListAsync(Cancellation);
        var deleted = await table.DeleteEntityAsync(partitionKey, rowKey, cancellationToken: Cancellation);

        Assert.Equal((partitionKey, rowKey, 2, partitionKey), (read.PartitionKey, read.RowKey, read.GetInt32("Value"), read.GetString("Other")));
        Assert.Equal(rowKey, Assert.Single(queried).RowKey);
        Assert.Equal(204, deleted.Status);
    }
}
