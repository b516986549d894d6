using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Headers, compression and size of the dashboard's files.</summary>
[Collection<DashboardTests>]
public sealed partial class FileTests(DashboardMonitor dashboard)
{
    private const long Budget = 600_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_is_revalidated_and_its_assets_are_cached_forever()
    {
        using var page = await GetAsync("/", "br");
        var asset = Asset().Match(await (await GetAsync("/", encoding: null)).Content.ReadAsStringAsync(Token)).Value;
        using var script = await GetAsync(asset, "br");

        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept-Encoding", script.Headers.Vary);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.Add("Accept-Encoding", "br");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var notModified = await dashboard.Monitor.App.Client.SendAsync(again, Token);
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_file_is_compressed_as_the_browser_can_read_it(string? accepted, string? sent)
    {
        using var response = await GetAsync("/", accepted);

        Assert.Equal(sent, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task The_page_allows_no_inline_or_external_script_or_style()
    {
        using var response = await GetAsync("/gegevens", encoding: null);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gebieden/BU03630000", 200, "text/html")]
    [InlineData("/nergens", 404, "text/html")]
    [InlineData("/assets/none.js", 404, "application/problem+json")]
    [InlineData("/assets", 404, "application/problem+json")]
    [InlineData("/robots.txt", 404, "application/problem+json")]
    [InlineData("/index.html.br", 404, "application/problem+json")]
    [InlineData("/..%2Fhost.json", 404, "application/problem+json")]
    [InlineData("/api/v1/nothing", 404, "application/problem+json")]
    public async Task A_path_gives_the_page_an_asset_or_a_problem(string path, int status, string mediaType)
    {
        using var response = await GetAsync(path, encoding: null);

        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    public static TheoryData<string> Municipalities => [.. new[] { DrawnMunicipality.Code, DashboardMonitor.Municipality }.Distinct()];

    [Theory]
    [MemberData(nameof(Municipalities))]
    public async Task The_municipality_view_takes_600_kilobytes_at_most(string municipality)
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        var devTools = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await devTools.SendAsync("Network.enable");
        long bytes = 0;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) => Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GoAsync($"/gemeenten/{municipality}");
        await Assertions.Expect(page.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        var min = 1;
        if (municipality == DrawnMunicipality.Code)
        {
            // With its map and the library that draws it.
            min = 100_000;
            await Assertions.Expect(page.Page.Locator("figure.chart svg path").First).ToBeVisibleAsync();
        }

        TestContext.Current.SendDiagnosticMessage($"The municipality view of {municipality}: {Interlocked.Read(ref bytes)} bytes.");
        Assert.InRange(Interlocked.Read(ref bytes), min, Budget);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await dashboard.Monitor.App.Client.SendAsync(request, Token);
    }

    [GeneratedRegex(@"/assets/index-[\w-]+\.js", RegexOptions.None, 1000)]
    private static partial Regex Asset();
}
