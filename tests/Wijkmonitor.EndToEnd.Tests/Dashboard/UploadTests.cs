using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Files into the inbox by HTTP, and by hand in the dashboard.</summary>
[Collection<DashboardTests>]
public sealed class UploadTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Enschede;2016\nBU01530000;Binnensingelgebied;2016\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dragged_file_is_served_or_refused_with_its_problems()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop)).GoAsync("/gegevens");
        await DragAsync(page.Page, "early.csv", Areas);
        await Expect(page.Page.GetByText("Kies eerst de dataset")).ToBeVisibleAsync();

        await page.Page.Locator(".drop-zone select").SelectOptionAsync("areas");
        await DragAsync(page.Page, "enschede.csv", Areas);
        await Expect(page.Page.Locator("tbody tr").Filter(new() { HasText = "areas/enschede.csv" })).ToContainTextAsync("verwerkt");

        await DragAsync(page.Page, "wrong.csv", "code;name;boundary_year\nGM0153;Enschede;soon\n");
        await Expect(page.Page.Locator("tbody tr").Filter(new() { HasText = "areas/wrong.csv" })).ToContainTextAsync("geweigerd");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "areas/wrong.csv" }).ClickAsync();
        await Expect(page.Page.Locator(".problem-group").First).ToContainTextAsync("soon");
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("unheard-of", "a.csv", HttpStatusCode.NotFound)]
    [InlineData("areas", ".a", HttpStatusCode.BadRequest)]
    [InlineData("areas", "a.", HttpStatusCode.BadRequest)]
    [InlineData("areas", "a%0Ab.csv", HttpStatusCode.BadRequest)]
    [InlineData("areas", "a%5Cb.csv", HttpStatusCode.BadRequest)]
    [InlineData("areas", "a%2Fb.csv", HttpStatusCode.BadRequest)]
    public async Task An_invalid_upload_is_refused_with_a_reason(string dataset, string name, HttpStatusCode status)
    {
        using var response = await PutAsync(dashboard.Monitor, dataset, name, Areas);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_waiting_file_is_not_overwritten_by_an_upload()
    {
        // Its timer never comes, so that what is dropped waits.
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));

        using var dropped = await PutAsync(monitor, "areas", "enschede.csv", Areas);
        using var again = await PutAsync(monitor, "areas", "enschede.csv", "other");

        Assert.Equal(HttpStatusCode.Accepted, dropped.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var waiting = Assert.Single((await monitor.GetAsync("/api/v1/inbox/files", DeliveriesJson.Default.ItemListInboxFileResource)).Items);
        Assert.Equal(("areas", "enschede.csv", (long)Areas.Length), (waiting.Dataset, waiting.File, waiting.Bytes));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_unread_with_or_without_a_length()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("Ingest__MaxFileBytes", "50"));

        using var large = await PutAsync(monitor, "areas", "enschede.csv", Areas);
        using var endless = new HttpRequestMessage(HttpMethod.Put, "/api/v1/inbox/areas/files/a.csv") { Content = new StringContent(Areas) };
        endless.Headers.TransferEncodingChunked = true;
        using var unmeasured = await monitor.App.Client.SendAsync(endless, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.LengthRequired, unmeasured.StatusCode);
        Assert.Empty((await monitor.GetAsync("/api/v1/inbox/files", DeliveriesJson.Default.ItemListInboxFileResource)).Items);
    }

    private static async Task<HttpResponseMessage> PutAsync(RunningMonitor monitor, string dataset, string name, string content)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await monitor.App.Client.PutAsync(new Uri($"/api/v1/inbox/{dataset}/files/{name}", UriKind.Relative), body, Token);
    }

    private static async Task DragAsync(IPage page, string name, string content)
    {
        var data = await page.EvaluateHandleAsync(
            "([name, content]) => { const data = new DataTransfer(); data.items.add(new File([content], name)); return data; }", new[] { name, content });
        await page.DispatchEventAsync(".drop-zone", "dragover", new { dataTransfer = data });
        await page.DispatchEventAsync(".drop-zone", "drop", new { dataTransfer = data });
    }
}
