using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>Files that fail by exception, and long work that is to be seen.</summary>
public sealed class QuarantineTests(StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Enschede;2017\n";
    private const string Figures = "area;period;indicator;value\nGM0153;2017;burglaries;5\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_fails_three_times_is_quarantined_and_the_rest_continues()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        // A table that is not there is no storage that stays away: trying again does not help.
        await new TableClient(monitor.Account, "Observations").DeleteAsync(Token);

        await monitor.DropAsync("area-indicators/poison.csv", Figures);
        await monitor.DropAsync("area-indicators/next.csv", "area;period;indicator;value\nGM0153;2017;burglaries;many\n");
        await monitor.SettleAsync();

        var deliveries = await monitor.DeliveriesAsync();
        var poison = deliveries.Single(delivery => delivery.File == "poison.csv");
        Assert.Equal(("refused", true, 1), (poison.State, poison.Quarantined, poison.Errors));
        Assert.Equal(ProblemCodes.ProcessingFailed, Assert.Single((await monitor.ProblemsAsync(poison)).Items).Code);
        var next = deliveries.Single(delivery => delivery.File == "next.csv");
        Assert.Equal(("refused", false), (next.State, next.Quarantined));
        Assert.Equal(2, Count(monitor.Log, "Failed to process area-indicators/poison.csv"));
        Assert.Equal(1, Count(monitor.Log, "Quarantined area-indicators/poison.csv after 3 failed attempts"));
        var rejected = new BlobServiceClient(monitor.Account).GetBlobContainerClient("rejected");
        var path = $"area-indicators/{poison.ReceivedAt.Year}/{poison.Id}/poison.csv";
        Assert.Equal(Figures, (await rejected.GetBlobClient(path).DownloadContentAsync(Token)).Value.Content.ToString());
        Assert.Contains("processing-failed", (await rejected.GetBlobClient(path + ".problems.csv").DownloadContentAsync(Token)).Value.Content.ToString());

        // Once the fault is mended, the same file is accepted, and the failures are forgotten.
        await new TableClient(monitor.Account, "Observations").CreateIfNotExistsAsync(Token);
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/poison.csv", Figures)).State);
        var locks = new BlobServiceClient(monitor.Account).GetBlobContainerClient("locks");
        await Eventually.TrueAsync(
            async () => !await locks.GetBlobsAsync(new GetBlobsOptions { Prefix = "attempts/" }, Token).AnyAsync(Token), "the failures are forgotten", () => monitor.Log);
    }

    [Fact]
    public async Task A_withdrawal_that_fails_is_tried_at_every_run_and_never_quarantined()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        var delivery = await monitor.DeliverAsync("area-indicators/figures.csv", Figures);
        var archive = new BlobServiceClient(monitor.Account).GetBlobContainerClient("archive");
        var archived = archive.GetBlobClient((await archive.GetBlobsAsync(cancellationToken: Token).SingleAsync(
            blob => blob.Name.EndsWith("figures.csv", StringComparison.Ordinal), Token)).Name);
        var content = (await archived.DownloadContentAsync(Token)).Value.Content;
        await archived.DeleteAsync(cancellationToken: Token);

        using var answer = await PendingTests.DecideAsync(monitor, delivery.Id, "withdrawal", new { byRole = "databeheerder" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        for (var run = 1; run <= 4; run++)
        {
            await monitor.App.TriggerAsync("Ingest", Token);
            var times = run;
            await Eventually.TrueAsync(
                () => Task.FromResult(Count(monitor.Log, $"Failed to process {delivery.Id}") >= times), $"run {run} failed", () => monitor.Log);
        }

        Assert.Equal(0, Count(monitor.Log, "Quarantined"));
        Assert.Equal("withdrawing", (await monitor.DeliveriesAsync()).Single(found => found.Id == delivery.Id).State);
        await archived.UploadAsync(content, Token);
        await monitor.SettleAsync();
        Assert.Equal("withdrawn", (await monitor.DeliveriesAsync()).Single(found => found.Id == delivery.Id).State);
    }

    [Fact]
    public async Task Long_work_shows_its_stage_and_row_count()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        var areas = new StringBuilder("code;name;boundary_year\n");
        for (var i = 0; i < 40_000; i++)
        {
            areas.Append(CultureInfo.InvariantCulture, $"BU{8000 + (i / 10_000)}{i % 10_000:0000};Buurt {i};2017\n");
        }

        await monitor.DropAsync("areas/many.csv", areas.ToString());
        var seen = new List<DeliveryProgressResource>();
        while (seen.All(progress => progress.Stage != "storing") || seen.Count < 2)
        {
            var delivery = (await monitor.DeliveriesAsync()).SingleOrDefault();
            Assert.NotEqual("served", delivery?.State);
            if (delivery is not null && (await PendingTests.OneAsync(monitor, delivery.Id)).Progress is { } progress && !seen.Contains(progress))
            {
                seen.Add(progress);
            }

            await Task.Delay(100, Token);
        }

        var storing = seen.Where(progress => progress.Stage == "storing").ToList();
        Assert.All(storing, progress => Assert.True(progress.Total == 40_000 && progress.Done is > 0 and <= 40_000, progress.ToString()));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1.9), "It was told too often."));
        await monitor.SettleAsync();
        Assert.Null((await PendingTests.OneAsync(monitor, (await monitor.DeliveriesAsync()).Single().Id)).Progress);
    }

    [Fact]
    public async Task A_partly_stored_quarantined_file_is_rolled_back_across_restarts()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        await using (var monitor = await StartAsync(account, storage))
        {
            await RunAsync(monitor, () => RunningMonitor.DropAsync(account, "ses-woa/before.csv", Encoding.UTF8.GetBytes(Wide("Gebied", 250, low: 20))));
        }

        var before = await Tables.ReadAsync(account, Tables.DataTables);
        var scorecards = await Tables.ScorecardsAsync(account);
        storage.Refused = "Onbewaarbaar";
        await RunningMonitor.DropAsync(account, "ses-woa/poison.csv", Encoding.UTF8.GetBytes(Wide("Onbewaarbaar", 250, low: 30)));
        for (var life = 1; life <= 3; life++)
        {
            // Each process dies after one attempt.
            await using var monitor = await StartAsync(account, storage);
            await monitor.App.TriggerAsync("Ingest", Token);
            await monitor.LogsAsync(life < 3 ? "Failed to process ses-woa/poison.csv" : "Quarantined ses-woa/poison.csv after 3 failed attempts");
            if (life == 2)
            {
                Assert.NotEqual(before, await Tables.ReadAsync(account, Tables.DataTables));
                await monitor.App.TriggerAsync("Score", Token);
                await monitor.LogsAsync("Skipped GM0777");
            }

            if (life == 3)
            {
                await monitor.SettleAsync();
                var poison = (await monitor.DeliveriesAsync()).Single(delivery => delivery.File == "poison.csv");
                Assert.Equal(("refused", true, 1), (poison.State, poison.Quarantined, poison.Errors));
            }

            await monitor.App.KillAsync();
        }

        Tables.AssertSame(before, await Tables.ReadAsync(account, Tables.DataTables));
        Tables.AssertSame(scorecards, await Tables.ScorecardsAsync(account));
        Assert.Empty(await new BlobServiceClient(account).GetBlobContainerClient("archive").GetBlobsAsync(new GetBlobsOptions { Prefix = "ses-woa/" }, Token).Where(blob => blob.Name.EndsWith("poison.csv", StringComparison.Ordinal)).ToListAsync(Token));
    }

    [Fact]
    public async Task A_redropped_file_that_is_quarantined_keeps_its_earlier_effect()
    {
        var account = emulator.NewAccount();
        await using var storage = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        await using var monitor = await StartAsync(account, storage);
        var first = Encoding.UTF8.GetBytes(Wide("Onbewaarbaar", 250, low: 20));
        await RunAsync(monitor, () => RunningMonitor.DropAsync(account, "ses-woa/first.csv", first));
        await RunAsync(monitor, () => RunningMonitor.DropAsync(account, "ses-woa/second.csv", Encoding.UTF8.GetBytes(Wide("Gebied", 200, low: 30))));
        var before = await Tables.ReadAsync(account, Tables.DataTables);
        var scorecards = await Tables.ScorecardsAsync(account);

        await Task.Delay(1100, Token); // the storage keeps the moment of a drop to the second
        storage.Refused = "Onbewaarbaar 0\"";
        await RunningMonitor.DropAsync(account, "ses-woa/first.csv", first);
        for (var run = 0; run < 3; run++)
        {
            var failures = run + 1;
            await monitor.App.TriggerAsync("Ingest", Token);
            await Eventually.TrueAsync(
                () => Task.FromResult(Count(monitor.Log, "Failed to process ses-woa/first.csv") + Count(monitor.Log, "Quarantined ") == failures),
                $"{failures} runs failed",
                () => monitor.Log);
        }

        await monitor.SettleAsync();

        Tables.AssertSame(before, await Tables.ReadAsync(account, Tables.DataTables));
        Tables.AssertSame(scorecards, await Tables.ScorecardsAsync(account));
        var drops = (await monitor.DeliveriesAsync()).Where(delivery => delivery.File == "first.csv").Select(delivery => delivery.State).Order(StringComparer.Ordinal);
        Assert.Equal(["refused", "served"], drops);

        // Once the fault is mended, the same drop has the effect that it was meant to have.
        storage.Refused = null;
        await RunAsync(monitor, () => RunningMonitor.DropAsync(account, "ses-woa/first.csv", first));
        var after = await Tables.ReadAsync(account, Tables.DataTables);
        Assert.All(after.Where(pair => pair.Key.StartsWith("Observations/", StringComparison.Ordinal)), pair => Assert.Contains("v_education_low:Double=20.5", pair.Value));
    }

    private static Task<RunningMonitor> StartAsync(string account, FaultyStorage storage) =>
        RunningMonitor.StartAsync(account, ("DataStorage", storage.Through(account)), ("IngestSchedule", "0 0 3 1 1 *"));

    private static async Task RunAsync(RunningMonitor monitor, Func<Task> drop)
    {
        await drop();
        await monitor.App.TriggerAsync("Ingest", Token);
        await monitor.SettleAsync();
    }

    // More areas than go into one transaction; only the last transactions hold the name of the very first.
    private static string Wide(string name, int areas, int low)
    {
        var text = new StringBuilder(
            "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
            "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
            "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n");
        for (var i = areas - 1; i >= 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"2019\";\"{(i == 0 ? $"{name} 0" : $"Buurt {i}")}\";\"BU0777{i:0000}\";\"{100 + i}\";\"{low}.5\";\"40.1\";\"30.2\";\"-0.1\";\"1.0\"\n");
        }

        return text.ToString();
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;
}
