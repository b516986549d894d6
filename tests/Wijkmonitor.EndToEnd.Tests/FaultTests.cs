using System.Globalization;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>The real function app on a storage that answers wrongly, late, half or not at all.</summary>
public sealed class FaultTests(StorageEmulator emulator)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_storage_where_every_tenth_call_goes_wrong_nothing_is_lost_and_nothing_comes_double()
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
            Enum.GetValues<StorageFault>(), fault => Assert.True(faulty.Count(fault) > 0, $"Of {faulty.Calls} calls none had the fault {fault}."));
    }

    [Fact]
    public async Task Behind_a_storage_that_is_busy_a_reader_is_asked_to_come_back_and_is_served_afterwards()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        faulty.Only = StorageFault.Busy;
        await using var monitor = await RunningMonitor.StartAsync(account, ("DataStorage", faulty.Through(account)));
        await monitor.SettleAsync();

        faulty.Share = 1;
        using var refused = await monitor.App.Client.GetAsync("/api/v1/areas/GM0153", Token);
        faulty.Share = 0;
        using var served = await monitor.App.Client.GetAsync("/api/v1/areas/GM0153", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    // Looks past the proxy: what it would not answer here says nothing of the monitor.
    private static async Task SettleAsync(string account, RunningMonitor monitor)
    {
        var inbox = new BlobServiceClient(account).GetBlobContainerClient("inbox");
        var start = TimeProvider.System.GetTimestamp();
        while (await inbox.GetBlobsAsync(cancellationToken: Token).AnyAsync(Token)
            || await new TableClient(account, "Deliveries").QueryAsync<TableEntity>("State ne 'Served' and State ne 'Refused'", cancellationToken: Token).AnyAsync(Token))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"The inbox did not settle. The log:\n{monitor.Log}");
            await Task.Delay(200, Token);
        }
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
