using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Microsoft.Playwright;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>The municipality view in a real browser: time to the first paint and to its table, and bytes transferred.</summary>
internal sealed class DashboardBenchmark : IBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 9;
    private const long Budget = 600_000;
    private const string Figures = "ses-woa-amsterdam-2019.csv";
    private const string FloorIs = "the dashboard's icon alone, from the same app";
    private static readonly TimeSpan IngestLimit = TimeSpan.FromMinutes(2);

    public string Name => "dashboard";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var settings = new Dictionary<string, string>(AppSettings.For(azurite.ConnectionString), StringComparer.Ordinal) { ["IngestSchedule"] = "* * * * * *" };
        await using var app = await AppFiles.Monitor.StartAsync(settings, cancellationToken: cancellationToken);
        await IngestAsync(azurite, app, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Executable, Args = ["--no-sandbox"] });
        var view = new Uri(app.Address, $"/gemeenten/{(AmsterdamBoundaries.File is null ? "GM0153" : "GM0363")}");
        var (painted, complete, floor) = (new Samples(), new Samples(), new Samples());
        long bytes = 0;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var visit = await VisitAsync(browser, view, "tbody tr");
            var bare = await VisitAsync(browser, new Uri(app.Address, "/favicon.svg"), "svg");
            if (round >= 0)
            {
                painted.Add(visit.Painted);
                complete.Add(visit.Complete);
                floor.Add(bare.Painted);
                bytes = Math.Max(bytes, visit.Bytes);
            }
        }

        return
        [
            Figure.FromTime("dashboard: first contentful paint", painted.Median, floor.Median, FloorIs),
            Figure.FromTime("dashboard: until the table is there", complete.Median, floor.Median, FloorIs),
            Figure.FromBytes("dashboard: transferred, first visit", bytes, Budget, "the budget of 600 kB", 1),
        ];
    }

    private static async Task IngestAsync(Azurite azurite, FunctionHost app, CancellationToken cancellationToken)
    {
        var inbox = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("inbox");
        await inbox.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var folder = RepositoryFolder.File("samples", "inbox");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Content: File.ReadAllBytes(path)))
            .Concat(AmsterdamBoundaries.CreateDeliveries())
            .ToList();
        if (AmsterdamBoundaries.File is not null)
        {
            files.Add(($"ses-woa/{Figures}", await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.PublishedData!, Figures), cancellationToken)));
        }

        foreach (var (path, content) in files)
        {
            await inbox.GetBlobClient(path).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(IngestLimit);
        async Task<int> CountServedAsync() =>
            (await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource, limit.Token))!
                .Items.Count(delivery => delivery.State == "served");
        while (await CountServedAsync() < files.Count)
        {
            await Task.Delay(200, limit.Token);
        }
    }

    // Each visit is somebody's first: nothing is in the cache.
    private static async Task<(TimeSpan Painted, TimeSpan Complete, long Bytes)> VisitAsync(IBrowser browser, Uri address, string complete)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        long bytes = 0;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) => Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(address.ToString());
        await page.Locator(complete).First.WaitForAsync();
        var until = await page.EvaluateAsync<double>("performance.now()");
        var painted = await page.EvaluateAsync<double>(
            "new Promise(found => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(e => found(e.startTime))).observe({ type: 'paint', buffered: true }))");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (TimeSpan.FromMilliseconds(painted), TimeSpan.FromMilliseconds(until), Interlocked.Read(ref bytes));
    }
}
