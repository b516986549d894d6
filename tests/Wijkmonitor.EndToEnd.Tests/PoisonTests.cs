using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>Files that fail by exception, and long work that is to be seen.</summary>
public sealed class PoisonTests(StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Enschede;2017\n";
    private const string Figures = "area;period;indicator;value\nGM0153;2017;burglaries;5\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_fails_three_times_while_storing_is_set_aside_and_the_rest_goes_on()
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
        Assert.Equal(("refused", 1), (poison.State, poison.Errors));
        Assert.Equal(ProblemCodes.ProcessingFailed, Assert.Single((await monitor.ProblemsAsync(poison)).Items).Code);
        Assert.Equal("refused", deliveries.Single(delivery => delivery.File == "next.csv").State);
        Assert.Equal(2, Count(monitor.Log, "area-indicators/poison.csv could not be taken in"));
        Assert.Equal(1, Count(monitor.Log, "area-indicators/poison.csv failed 3 times and is set aside"));
        var rejected = new BlobServiceClient(monitor.Account).GetBlobContainerClient("rejected");
        var path = $"area-indicators/{poison.ReceivedAt.Year}/{poison.Id}/poison.csv";
        Assert.Equal(Figures, (await rejected.GetBlobClient(path).DownloadContentAsync(Token)).Value.Content.ToString());
        Assert.Contains("processing-failed", (await rejected.GetBlobClient(path + ".problems.csv").DownloadContentAsync(Token)).Value.Content.ToString());

        // Once the fault is mended, the same file is taken in, and the failures are forgotten.
        await new TableClient(monitor.Account, "Observations").CreateIfNotExistsAsync(Token);
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/poison.csv", Figures)).State);
        var locks = new BlobServiceClient(monitor.Account).GetBlobContainerClient("locks");
        await monitor.App.TriggerAsync("Ingest", Token);
        await Task.Delay(2500, Token);
        Assert.Empty(await locks.GetBlobsAsync(prefix: "attempts/", cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Long_work_shows_its_stage_and_how_many_rows_are_done()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        var areas = new StringBuilder("code;name;boundary_year\n");
        for (var i = 0; i < 120_000; i++)
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
        Assert.All(storing, progress => Assert.True(progress.Total == 120_000 && progress.Done is > 0 and <= 120_000, progress.ToString()));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1.9), "It was told too often."));
        await monitor.SettleAsync();
        Assert.Null((await PendingTests.OneAsync(monitor, (await monitor.DeliveriesAsync()).Single().Id)).Progress);
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;
}
