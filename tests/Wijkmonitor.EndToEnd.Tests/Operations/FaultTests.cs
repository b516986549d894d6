using System.Globalization;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>The real function app on a storage that answers wrongly, late, half or not at all.</summary>
public sealed class FaultTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_failing_storage_calls_nothing_is_lost_or_duplicated()
    {
        var undisturbed = emulator.NewAccount();
        await DropAllAsync(undisturbed);
        await using (var monitor = await RunningMonitor.StartAsync(undisturbed))
        {
            await monitor.SettleAsync();
        }

        var expected = await RunningMonitor.OutcomeAsync(undisturbed);

        var account = emulator.NewAccount();
        await DropAllAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 2026, share: 0.1);
        await using (var monitor = await RunningMonitor.StartAsync(account, ("DataStorage", faulty.Through(account))))
        {
            await SettleAsync(account, monitor);
        }

        var outcome = await RunningMonitor.OutcomeAsync(account);
        var differences = expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences, such as:\n{string.Join('\n', differences.Take(10))}");
        Assert.True(expected.Count > 500, "The undisturbed run stored too little to compare with.");
        Assert.All(
            FaultyStorage.Kinds, fault => Assert.True(faulty.Count(fault) > 0, $"Of {faulty.Calls} calls none had the fault {fault}."));
    }

    [Theory]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.Throttled)]
    [InlineData(StorageFault.Hanging)]
    [InlineData(StorageFault.DroppedBefore)]
    public async Task With_unavailable_storage_a_reader_gets_retry_after_and_is_served_later(StorageFault fault)
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        faulty.Only = fault;
        await using var monitor = await RunningMonitor.StartAsync(
            account, ("DataStorage", faulty.Through(account)), ("StorageTimeouts__TableSeconds", "2"), ("StorageTimeouts__BlobSeconds", "2"), ("StorageTimeouts__RetrySeconds", "3"));
        await SettleAsync(account, monitor);

        // The client gives up after 100 seconds, which is far beyond what the settings allow and far below what the libraries' own would take.
        faulty.Share = 1;
        using var refused = await monitor.App.Client.GetAsync("/api/v1/areas/GM0153", Token);
        using var health = await monitor.App.Client.GetAsync("/api/v1/health/ready", Token);
        using var live = await monitor.App.Client.GetAsync("/api/v1/health/live", Token);
        faulty.Share = 0;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, health.StatusCode, live.StatusCode));
        Assert.NotNull(refused.Headers.RetryAfter);
        await ServedAsync(monitor, "/api/v1/areas/GM0153");
        await ServedAsync(monitor, "/api/v1/health/ready");
    }

    [Theory]
    [InlineData(StorageFault.Hanging)]
    [InlineData(StorageFault.WritesRefused)]
    public async Task Unavailable_storage_during_ingest_quarantines_nothing(StorageFault fault)
    {
        var undisturbed = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(undisturbed);
        await using (var monitor = await RunningMonitor.StartAsync(undisturbed))
        {
            await monitor.SettleAsync();
        }

        var account = emulator.NewAccount();
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        faulty.Only = fault;
        await using (var monitor = await RunningMonitor.StartAsync(
            account, ("DataStorage", faulty.Through(account)), ("StorageTimeouts__TableSeconds", "1"), ("StorageTimeouts__BlobSeconds", "1"), ("StorageTimeouts__RetrySeconds", "0")))
        {
            await monitor.LogsAsync("Ingest");
            faulty.Share = 1;
            await RunningMonitor.DropSamplesAsync(account);
            await FailsAsync(monitor, times: 4);
            faulty.Share = 0;
            await SettleAsync(account, monitor);
            var expected = await RunningMonitor.OutcomeAsync(undisturbed);
            var outcome = await RunningMonitor.OutcomeAsync(account);
            Assert.Empty(expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").Take(10));
            Assert.DoesNotContain("Quarantined ", monitor.Log);
        }
    }

    /// <summary>As on a disk that is full: a delivery is copied there before it is read.</summary>
    [Fact]
    public async Task Without_a_folder_for_temporary_files_a_delivery_waits_and_is_served_later()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("TMPDIR", folder.FullName));
        folder.Delete(recursive: true);
        await monitor.DropAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2017\n");
        await FailsAsync(monitor, times: 4);

        folder.Create();
        await monitor.SettleAsync();

        Assert.Equal("served", Assert.Single(await monitor.DeliveriesAsync()).State);
        Assert.DoesNotContain("Quarantined ", monitor.Log);
        folder.Delete(recursive: true);
    }

    // With timeouts as short as here a machine that has much to do can miss one of them.
    private static Task ServedAsync(RunningMonitor monitor, string path) => Eventually.TrueAsync(
        async () =>
        {
            using var response = await monitor.App.Client.GetAsync(path, Token);
            return response.StatusCode == HttpStatusCode.OK;
        },
        $"{path} is served",
        () => monitor.Log);

    // More often than what a file that is at fault itself gets.
    private static Task FailsAsync(RunningMonitor monitor, int times) => Eventually.TrueAsync(
        () => monitor.Log.Split(RunningMonitor.DescribeFailure("Ingest")).Length > times || monitor.Log.Split("; the next run retries it").Length > times,
        "the ingest fails",
        () => monitor.Log);

    // Looks past the proxy: what it would not answer here says nothing of the monitor.
    private static async Task SettleAsync(string account, RunningMonitor monitor)
    {
        var inbox = new BlobServiceClient(account).GetBlobContainerClient("inbox");
        var deliveries = new TableClient(account, "Deliveries");
        await Eventually.TrueAsync(
            async () => !await inbox.GetBlobsAsync(cancellationToken: Token).AnyAsync(Token)
                && !await deliveries.QueryAsync<TableEntity>("State ne 'Served' and State ne 'Refused'", cancellationToken: Token).AnyAsync(Token),
            "the inbox is empty and every delivery dealt with",
            () => monitor.Log);
    }

    private static async Task DropAllAsync(string account)
    {
        await RunningMonitor.DropSamplesAsync(account);
        await RunningMonitor.DropAsync(account, "areas/generated.csv", Encoding.UTF8.GetBytes(Areas()));
        await RunningMonitor.DropAsync(account, "area-indicators/generated.csv", Encoding.UTF8.GetBytes(Figures()));
        await RunningMonitor.DropAsync(account, "area-indicators/wrong.csv", "area;period;indicator;value\nBU99990000;2019;burglaries;many\n"u8.ToArray());
        await RunningMonitor.DropAsync(account, "custom-areas/generated.csv", "code;name;boundary_year;part;weight\nCU9999-proef;Proef;2019;BU99990000;1\nCU9999-proef;Proef;2019;BU99990001;0.5\n"u8.ToArray());
    }

    // An invented municipality.
    private static string Areas() => string.Concat(Enumerable.Range(0, 250)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"BU9999{i:0000};Buurt {i};2019\n")).Prepend("code;name;boundary_year\n"));

    private static string Figures() => string.Concat(Enumerable.Range(0, 250)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"BU9999{i:0000};2019;burglaries;{i % 7}\nBU9999{i:0000};2019;inhabitants;{100 + i}\n")).Prepend("area;period;indicator;value\n"));
}
