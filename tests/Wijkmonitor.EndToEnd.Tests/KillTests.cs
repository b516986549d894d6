using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

public sealed class KillTests(StorageEmulator emulator)
{
    private const int Kills = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_monitor_killed_during_ingest_and_started_again_ends_in_the_same_tables_as_one_left_alone()
    {
        var undisturbed = emulator.NewAccount();
        await DropAllAsync(undisturbed);
        await using (var monitor = await RunningMonitor.StartAsync(undisturbed))
        {
            await monitor.SettleAsync();
        }

        var expected = await RunningMonitor.OutcomeAsync(undisturbed);
        Assert.True(expected.Count > 1000, "The undisturbed run stored too little to compare with.");

        var random = new Random(2026);
        var brokeOff = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var account = emulator.NewAccount();
            await DropAllAsync(account);
            await using (var killed = await RunningMonitor.StartAsync(account))
            {
                await Task.Delay(random.Next(300, 3000), Token);
                await killed.App.KillAsync();
            }

            brokeOff += await IsUnfinishedAsync(account) ? 1 : 0;

            await using var monitor = await RunningMonitor.StartAsync(account);
            await monitor.SettleAsync();

            var outcome = await RunningMonitor.OutcomeAsync(account);
            var differences = expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").ToList();
            Assert.True(differences.Count == 0, $"Kill {kill} left {differences.Count} differences, such as:\n{string.Join('\n', differences.Take(10))}\n{monitor.Log}");
        }

        Assert.True(brokeOff > 0, "No kill came while files were being taken in.");
    }

    private static async Task<bool> IsUnfinishedAsync(string account)
    {
        var inbox = new BlobServiceClient(account).GetBlobContainerClient("inbox");
        var deliveries = new TableClient(account, "Deliveries").QueryAsync<TableEntity>("State ne 'Served'", cancellationToken: Token);
        return await inbox.GetBlobsAsync(cancellationToken: Token).AnyAsync(Token) || await deliveries.AnyAsync(Token);
    }

    private static async Task DropAllAsync(string account)
    {
        await RunningMonitor.DropSamplesAsync(account);
        await RunningMonitor.DropAsync(account, "ses-woa/generated.csv", Encoding.UTF8.GetBytes(Generated()));
    }

    // An invented municipality of 1,200 areas in StatLine's form.
    private static string Generated()
    {
        var text = new StringBuilder(
            "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
            "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
            "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n");
        for (var i = 0; i < 1200; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"2019\";\"Buurt {i}\";\"BU9999{i:0000}\";\"{i}\";\"{i % 50}.5\";\"{i % 40}.1\";\"{i % 30}.2\";\"-0.{i % 10}\";\"1.0\"\n");
        }

        return text.ToString();
    }
}
