using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Status of the monitor in the data view.</summary>
[Collection<DashboardTests>]
public sealed class StatusTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Ready = "**/api/v1/health/ready";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Alles werkt", "Details", "Inbox verwerken", "geslaagd", "de inbox is leeg")]
    [InlineData("en", "Everything works", "Details", "Processing the inbox", "succeeded", "the inbox is empty")]
    public async Task A_healthy_monitor_says_so_and_why(string language, string verdict, string more, string run, string outcome, string inbox)
    {
        await using var page = await dashboard.OpenAsync($"/gegevens?lang={language}", forAxe: true);
        var status = page.Page.Locator(".status");

        await Expect(status.Locator(".status-verdict")).ToHaveTextAsync(verdict);
        await status.GetByText(more).ClickAsync();
        await Expect(status.Locator("li").Filter(new() { HasText = run })).ToContainTextAsync(outcome);
        await Expect(status.GetByText(inbox)).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("status-well-" + language);
    }

    [Theory]
    [InlineData("failed", 60, "Er gaat iets mis", "mislukt, 1 minuut geleden")]
    [InlineData("succeeded", 7200, "Iets vraagt aandacht", "te laat: laatst 2 uur geleden")]
    public async Task A_failed_or_overdue_run_is_shown(string outcome, int age, string verdict, string run)
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Phone, forAxe: true);
        var ended = DateTimeOffset.UtcNow.AddSeconds(-age - 5).ToString("O", CultureInfo.InvariantCulture);
        await page.Page.RouteAsync(Ready, route => route.FulfillAsync(new()
        {
            Status = outcome == "failed" ? 200 : 503,
            Json = new { refusedDefinitions = Array.Empty<string>(), lastRuns = new[] { new { function = "Ingest", outcome, endedAt = ended, ageSeconds = age + 5 } } },
        }));
        await page.GoAsync("/gegevens");

        await Expect(page.Page.Locator(".status-verdict")).ToContainTextAsync(verdict);
        await Expect(page.Page.Locator(".status").GetByText(run)).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Nog nooit geslaagd")).ToBeVisibleAsync();
        Assert.Empty(await page.OutsideAsync());
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("status-" + outcome);
    }

    [Fact]
    public async Task Unavailable_storage_is_shown_and_retry_works()
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop, forAxe: true);
        await page.Page.RouteAsync(Ready, route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"status":503,"message":{"nl":"De opslag is nu niet te bereiken.","en":"The storage cannot be reached now."}}""",
        }));
        await page.GoAsync("/gegevens");

        await Expect(page.Page.Locator(".status").GetByRole(AriaRole.Alert)).ToContainTextAsync("De opslag is nu niet te bereiken.");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Leveringen" })).ToBeVisibleAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("status-away");

        await page.Page.UnrouteAsync(Ready);
        await page.Page.Locator(".status").GetByRole(AriaRole.Button, new() { Name = "Opnieuw proberen" }).ClickAsync();
        await Expect(page.Page.Locator(".status-verdict")).ToHaveTextAsync("Alles werkt");
    }

    [Fact]
    public async Task A_refused_definition_is_named_with_the_location_of_its_report()
    {
        var account = emulator.NewAccount();
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.DeliverAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\n");
        await new BlobServiceClient(account).GetBlobContainerClient("config").GetBlobClient("datasets/areas.json").UploadAsync(BinaryData.FromString("{}"), Token);
        await monitor.LogsAsync("Refused dataset definition areas.json");
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync("/gegevens");

        await Expect(page.Page.Locator(".status-verdict")).ToContainTextAsync("Iets vraagt aandacht");
        await Expect(page.Page.Locator(".status li").Filter(new() { HasText = "1 geweigerd" })).ToContainTextAsync("areas.json: de reden staat in de opslag");
        Assert.Empty(await page.AxeFindingsAsync());
    }
}
