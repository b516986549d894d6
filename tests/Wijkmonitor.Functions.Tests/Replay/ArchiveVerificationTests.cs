using Azure.Data.Tables;
using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Replay;

public sealed class ArchiveVerificationTests(StorageEmulator emulator)
{
    private const int Indicators = 3;
    private static readonly string[] Codes = CityMonitor.Codes(Indicators);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task Rows_that_a_storage_lost_are_found_with_their_delivery_and_replay_mends_them(DatasetFormat format)
    {
        await using var monitor = await StartAsync(format);
        await monitor.DeliverAsync("first.csv", CityMonitor.File(format, Codes, version: 1));
        var second = await monitor.DeliverAsync("second.csv", CityMonitor.File(format, Codes, version: 2, areas: 6));
        await monitor.DeliverAsync("third.csv", CityMonitor.File(format, Codes, version: 3, areas: 2));
        Assert.Empty((await VerifyAsync(monitor)).Differences);
        foreach (var area in CityMonitor.Areas.Skip(2).Take(3))
        {
            await RemoveAsync(monitor, area);
        }

        var found = await VerifyAsync(monitor);

        Assert.Equal(
            new TableDifference(second.Id, CityMonitor.Dataset, DifferenceKind.RowsMissing, format == DatasetFormat.Long ? 3 * Indicators : 3),
            Assert.Single(found.Differences));
        await monitor.ReplayAsync();
        Assert.Empty((await VerifyAsync(monitor)).Differences);
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task A_row_older_than_a_later_delivery_is_reported_with_that_delivery(DatasetFormat format)
    {
        await using var monitor = await StartAsync(format);
        await monitor.DeliverAsync("first.csv", CityMonitor.File(format, Codes, version: 1));
        var before = await monitor.EntitiesAsync().FirstAsync(Token);
        var second = await monitor.DeliverAsync("second.csv", CityMonitor.File(format, Codes, version: 2));
        await monitor.Get<Tables>().Observations.UpsertEntityAsync(before, TableUpdateMode.Replace, Token);

        var difference = Assert.Single((await VerifyAsync(monitor)).Differences);

        Assert.Equal((second.Id, DifferenceKind.RowsMissing), (difference.Delivery, difference.Kind));
    }

    [Theory]
    [InlineData(DatasetFormat.Wide)]
    [InlineData(DatasetFormat.Long)]
    public async Task After_a_withdrawal_and_a_repeated_drop_nothing_differs(DatasetFormat format)
    {
        await using var monitor = await StartAsync(format);
        await monitor.DeliverAsync("first.csv", CityMonitor.File(format, Codes, version: 1));
        var second = await monitor.DeliverAsync("second.csv", CityMonitor.File(format, Codes, version: 2, areas: 4));
        await monitor.DeliverAsync("again.csv", CityMonitor.File(format, Codes, version: 1));
        await monitor.WithdrawAsync(second);

        Assert.Empty((await VerifyAsync(monitor)).Differences);
    }

    [Fact]
    public async Task Rows_and_records_that_the_archive_does_not_know_are_found()
    {
        await using var monitor = await StartAsync(DatasetFormat.Wide);
        var delivery = await monitor.DeliverAsync("first.csv", CityMonitor.File(DatasetFormat.Wide, Codes, version: 1));
        var unknown = $"areas-{new string('a', 24)}";
        await monitor.Get<Tables>().Areas.AddEntityAsync(new TableEntity("GM0999", "2024|BU09999999") { ["Delivery"] = unknown }, Token);
        await monitor.Get<Tables>().Deliveries.DeleteEntityAsync(delivery.Dataset, delivery.Id, cancellationToken: Token);

        Assert.Equal(
            [
                new TableDifference(delivery.Id, CityMonitor.Dataset, DifferenceKind.RecordDiffers, 1),
                new TableDifference(unknown, "areas", DifferenceKind.RowsUnknown, 1),
            ],
            (await VerifyAsync(monitor)).Differences);
    }

    [Fact]
    public async Task A_file_that_the_archive_lacks_cannot_be_compared()
    {
        await using var monitor = await StartAsync(DatasetFormat.Wide);
        var delivery = await monitor.DeliverAsync("first.csv", CityMonitor.File(DatasetFormat.Wide, Codes, version: 1));
        await monitor.Get<Containers>().Archive.GetBlobClient(delivery.Path["archive/".Length..]).DeleteAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<InvalidDataException>(() => VerifyAsync(monitor));
    }

    private static Task<VerificationOutcome> VerifyAsync(CityMonitor monitor) => monitor.Get<ArchiveVerification>().RunAsync(Token);

    private Task<CityMonitor> StartAsync(DatasetFormat format) => CityMonitor.StartAsync(emulator.NewAccount(), format, Indicators);

    // As a storage that was killed before it kept what it had acknowledged.
    private static async Task RemoveAsync(CityMonitor monitor, string area)
    {
        await foreach (var entity in monitor.EntitiesAsync().Where(entity => entity.GetString("Area") == area))
        {
            await monitor.Get<Tables>().Observations.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: Token);
        }
    }
}
