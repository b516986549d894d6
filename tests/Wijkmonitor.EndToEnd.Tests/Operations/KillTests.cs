using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

public sealed class KillTests(StorageEmulator emulator)
{
    private const int Kills = 50;
    private const int AreasInFile = 60;
    private const int MinInterrupted = 5;
    private const int MaxCalls = 120;
    private const int LooksPerReading = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Killed are the worker, the host and both alternately. Before each start a file is dropped, so that each of the fifty has work: what the one before it left half done, and something new.
    /// </summary>
    [Fact]
    public async Task A_monitor_killed_fifty_times_ends_with_the_same_tables()
    {
        var undisturbed = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(undisturbed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await DropAsync(undisturbed, kill);
        }

        await using (var monitor = await RunningMonitor.StartAsync(undisturbed))
        {
            await monitor.SettleAsync();
        }

        var expected = await RunningMonitor.OutcomeAsync(undisturbed);
        Assert.True(expected.Count > Kills * AreasInFile, "The undisturbed run stored too little to compare with.");

        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        var brokenOff = await KillAsync(account);
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            await monitor.SettleAsync();

            var outcome = await RunningMonitor.OutcomeAsync(account);
            var differences = expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").ToList();
            Assert.True(differences.Count == 0, $"{Kills} kills left {differences.Count} differences, such as:\n{string.Join('\n', differences.Take(10))}\n{monitor.Log}");
        }

        Assert.True(brokenOff >= MinInterrupted, $"Only {brokenOff} of {Kills} kills came while something was being stored or computed.");
    }

    // Gives after how many kills something was half done.
    private static async Task<int> KillAsync(string account)
    {
        await using var network = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        var random = new Random(2026);
        var brokenOff = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await DropAsync(account, kill);
            await using (var killed = await RunningMonitor.StartAsync(account, ("DataStorage", network.Through(account)), ("IngestSchedule", "0 0 0 1 1 *")))
            {
                var last = Calls(network) + random.Next(MaxCalls);
                await killed.App.TriggerAsync("Ingest", Token);
                for (var look = 0; Calls(network) < last && !(look % LooksPerReading == 0 && HasIngested(killed)); look++)
                {
                    await Task.Delay(1, Token);
                }

                await (kill % 3 == 0 ? killed.App.KillWorkerAsync() : kill % 3 == 1 ? killed.App.KillHostAsync() : killed.App.KillAsync());
            }

            brokenOff += await IsHalfDoneAsync(account) ? 1 : 0;
            await EndLeasesAsync(account);
        }

        return brokenOff;
    }

    private static bool HasIngested(RunningMonitor monitor) => monitor.Log.Contains("Executed 'Functions.Ingest'", StringComparison.Ordinal);

    // The moment of a kill is a number of calls to the storage, so that it is the same on every machine.
    private static long Calls(FaultyStorage network) => network.Requests.Values.Sum(request => request.Calls);

    // A process that was killed before it had made the tables left nothing half done.
    private static async Task<bool> IsHalfDoneAsync(string account)
    {
        try
        {
            return await new TableClient(account, "Deliveries").QueryAsync<TableEntity>("State ne 'Served' and State ne 'Refused'", cancellationToken: Token).AnyAsync(Token);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    // The leases of the dead would end by themselves, after fifteen seconds; the test does not wait for fifty times that.
    private static async Task EndLeasesAsync(string account)
    {
        foreach (var container in new BlobServiceClient(account).GetBlobContainersAsync(cancellationToken: Token).ToBlockingEnumerable(Token).Where(c => c.Name is "inbox" or "locks"))
        {
            var client = new BlobServiceClient(account).GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(cancellationToken: Token))
            {
                if (blob.Properties.LeaseState == LeaseState.Leased)
                {
                    await client.GetBlobClient(blob.Name).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
                }
            }
        }
    }

    // A file about a year of its own: an invented municipality in StatLine's form.
    private static async Task DropAsync(string account, int number)
    {
        var text = new StringBuilder(
            "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
            "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
            "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n");
        for (var i = 0; i < AreasInFile; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{1950 + number}\";\"Buurt {i}\";\"BU99{number % 10:00}{i:0000}\";\"{i}\";\"{i % 50}.5\";\"{i % 40}.1\";\"{i % 30}.2\";\"-0.{i % 10}\";\"1.0\"\n");
        }

        await RunningMonitor.DropAsync(account, $"ses-woa/generated-{number:00}.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
