using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>Two instances on one inbox, as the platform starts them when there is much to do.</summary>
public sealed partial class TwoInstancesTests(StorageEmulator emulator)
{
    private const int Files = 8;
    private const int AreasInFile = 250;
    private const int BrokenOff = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// The first instance is cut off in the middle of storing the sixth of eight files and dies later, while the second already does what it may. The leases of the first then
    /// run out by themselves, after fifteen seconds.
    /// </summary>
    [Fact]
    public async Task An_instance_that_dies_while_storing_is_replaced_and_every_file_is_accepted_once()
    {
        var undisturbed = emulator.NewAccount();
        await DropAllAsync(undisturbed);
        await using (var monitor = await RunningMonitor.StartAsync(undisturbed))
        {
            await monitor.SettleAsync();
        }

        var expected = await RunningMonitor.OutcomeAsync(undisturbed);
        var account = emulator.NewAccount();
        await using var network = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        await DropAllAsync(account);
        network.SilentFrom = Area(BrokenOff, AreasInFile - 1);
        await using var first = await RunningMonitor.StartAsync(account, ("DataStorage", network.Through(account)), ("StorageTimeouts__RetrySeconds", "60"));
        var half = await StoringAsync(account, network, first);

        await using var second = await RunningMonitor.StartAsync(account);
        await second.LogsAsync("another instance");
        await first.App.KillAsync();
        await second.SettleAsync();

        var outcome = await RunningMonitor.OutcomeAsync(account);
        var differences = expected.Except(outcome).Concat(outcome.Except(expected)).Select(pair => $"{pair.Key}: {pair.Value}").ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences, such as:\n{string.Join('\n', differences.Take(10))}\n{second.Log}");
        Assert.True(expected.Count > Files * AreasInFile, "The undisturbed run stored too little to compare with.");
        var (byFirst, bySecond) = (Stored(first.Log), Stored(second.Log));
        Assert.NotEmpty(byFirst);
        Assert.DoesNotContain(half, byFirst);
        Assert.Contains(half, bySecond);
        Assert.Equal((await second.DeliveriesAsync()).Where(delivery => delivery.State == "served").Select(delivery => delivery.Id).Order(), byFirst.Concat(bySecond).Order());
    }

    [Fact]
    public async Task Two_live_instances_accept_every_file_once()
    {
        var account = emulator.NewAccount();

        // What is dropped while they look may need what comes after it.
        await using var first = await RunningMonitor.StartAsync(account, ("Ingest__DependencyWaitSeconds", "60"));
        await using var second = await RunningMonitor.StartAsync(account, ("Ingest__DependencyWaitSeconds", "60"));
        await DropAllAsync(account);
        await first.SettleAsync();

        var deliveries = await first.DeliveriesAsync();
        Assert.All(deliveries, delivery => Assert.Equal("served", delivery.State));
        Assert.Equal(deliveries.Select(delivery => delivery.Id).Order(), Stored(first.Log).Concat(Stored(second.Log)).Order());
    }

    // Waits until the network is gone; gives the delivery that is half stored then.
    private static async Task<string> StoringAsync(string account, FaultyStorage network, RunningMonitor monitor)
    {
        await Eventually.TrueAsync(() => network.Share > 0, "the file is being stored", () => monitor.Log);

        return (await new TableClient(account, "Deliveries").QueryAsync<TableEntity>("State eq 'Storing'", cancellationToken: Token).SingleAsync(Token)).RowKey;
    }

    private static List<string> Stored(string log) => [.. StoredLine().Matches(log).Select(match => match.Groups["delivery"].Value)];

    private static async Task DropAllAsync(string account)
    {
        await RunningMonitor.DropSamplesAsync(account);
        for (var number = 0; number < Files; number++)
        {
            await RunningMonitor.DropAsync(account, $"ses-woa/generated-{number:00}.csv", Encoding.UTF8.GetBytes(File(number)));
        }
    }

    // A municipality of its own, invented, in StatLine's form.
    private static string File(int number)
    {
        var text = new StringBuilder(
            "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
            "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
            "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n");
        for (var i = 0; i < AreasInFile; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"2019\";\"Buurt {i}\";\"{Area(number, i)}\";\"{100 + i}\";\"{i % 50}.5\";\"{i % 40}.1\";\"{i % 30}.2\";\"-0.{i % 10}\";\"1.0\"\n");
        }

        return text.ToString();
    }

    private static string Area(int number, int i) => string.Create(CultureInfo.InvariantCulture, $"BU99{number:00}{i:0000}");

    [GeneratedRegex(@"Stored \S+ \(delivery (?<delivery>[a-z0-9-]+)\):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StoredLine();
}
