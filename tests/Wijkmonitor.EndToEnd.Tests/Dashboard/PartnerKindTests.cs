using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>A kind of scorecard whose rules say that it is for partners: the public has none of it, not even from public figures, and no empty place for it.</summary>
[Collection<DashboardTests>]
public sealed class PartnerKindTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Kind = "four-angle";
    private const string Area = "CU0153-lindenplein";
    private const string Municipality = "/api/v1/municipalities/GM0153/scorecards";
    private const string PartnerGroup = "group-partner";
    private const string ElsewhereGroup = "group-elsewhere";

    private static readonly string Partner = AccessTests.Principal(["Wijkmonitor.Partner"], PartnerGroup);
    private static readonly string Elsewhere = AccessTests.Principal(["Wijkmonitor.Partner"], ElsewhereGroup);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_sees_four_angle_scorecards_and_the_public_sees_no_trace_of_them()
    {
        using var rules = new RulesFile(Kind, "partners");
        await using var monitor = await StartAsync(rules.Path);
        var href = $"/api/v1/areas/{Area}/scorecards/{Kind}/2021";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(monitor, href, Partner));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(monitor, href + "?format=csv", Partner));
        foreach (var caller in new[] { null, AccessTests.Principal([]), Elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(monitor, href, caller));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(monitor, href + "?format=csv", caller));
            Assert.DoesNotContain(Kind, await KindsAsync(monitor, caller));
            Assert.Equal(0, await CountAsync(monitor, $"{Municipality}/{Kind}", caller));
            Assert.Equal(0, await CountAsync(monitor, $"/api/v1/areas/{Area}/scorecards?kind={Kind}", caller));
            using var map = await SendAsync(monitor, $"{Municipality}/{Kind}?format=geojson", caller);
            using var features = JsonDocument.Parse(await map.Content.ReadAsByteArrayAsync(Token));
            Assert.Equal(0, features.RootElement.GetProperty("features").GetArrayLength());
        }

        Assert.Contains(Kind, await KindsAsync(monitor, Partner));
        await using var theirs = await OpenAsync(monitor, Partner);
        await Expect(theirs.Page.Locator($"#{Kind}").GetByRole(AriaRole.Heading, new() { Name = "Vier invalshoeken", Exact = true })).ToBeVisibleAsync();
        await theirs.PictureAsync("four-angle-partner");
        await using var publicPage = await OpenAsync(monitor, principal: null);
        await Expect(publicPage.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Lindenplein");
        await Expect(publicPage.Page.Locator($"#{Kind}")).ToHaveCountAsync(0);
        await Expect(publicPage.Page.GetByText("Vier invalshoeken")).ToHaveCountAsync(0);
        await Expect(publicPage.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await publicPage.PictureAsync("four-angle-public");
    }

    private async Task<RunningMonitor> StartAsync(string rules)
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        var monitor = await RunningMonitor.StartAsync(
            account,
            ("Rules__FourAngle", rules),
            ("Security__Mode", "platform"),
            ("WEBSITE_AUTH_ENABLED", "True"),
            ("Security__Scopes__0__Claim", "groups"),
            ("Security__Scopes__0__Value", PartnerGroup),
            ("Security__Scopes__0__Areas", "GM0153"),
            ("Security__Scopes__1__Claim", "groups"),
            ("Security__Scopes__1__Value", ElsewhereGroup),
            ("Security__Scopes__1__Areas", "GM0363"));
        monitor.App.Client.DefaultRequestHeaders.Add(ClientPrincipal.Header, AccessTests.Principal(["Wijkmonitor.Admin"]));
        await monitor.SettleAsync();
        return monitor;
    }

    private async Task<OpenPage> OpenAsync(RunningMonitor monitor, string? principal)
    {
        var page = await dashboard.Browser.OpenAsync(
            monitor.App.Address, Device.Desktop, headers: principal is null ? null : [KeyValuePair.Create(ClientPrincipal.Header, principal)]);
        return await page.GoAsync($"/gebieden/{Area}?jaar=2021");
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningMonitor monitor, string path, string? principal)
    {
        using var client = new HttpClient { BaseAddress = monitor.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (principal is not null)
        {
            request.Headers.Add(ClientPrincipal.Header, principal);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningMonitor monitor, string path, string? principal)
    {
        using var response = await SendAsync(monitor, path, principal);
        return response.StatusCode;
    }

    private static async Task<List<JsonElement>> ItemsAsync(RunningMonitor monitor, string path, string? principal)
    {
        using var response = await SendAsync(monitor, path, principal);
        using var list = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        return [.. list.RootElement.GetProperty("items").Clone().EnumerateArray()];
    }

    private static async Task<int> CountAsync(RunningMonitor monitor, string path, string? principal) => (await ItemsAsync(monitor, path, principal)).Count;

    private static async Task<List<string?>> KindsAsync(RunningMonitor monitor, string? principal) =>
        (await ItemsAsync(monitor, Municipality, principal)).ConvertAll(item => item.GetProperty("kind").GetString());

    // The example rules, but for whom they are.
    private sealed class RulesFile : IDisposable
    {
        public RulesFile(string kind, string visibility)
        {
            var example = File.ReadAllText(RepositoryFolder.File("config", "rules", kind, "example.json"));
            var changed = example.Replace("\"visibility\": \"owner\"", $"\"visibility\": \"{visibility}\"", StringComparison.Ordinal);
            Assert.NotEqual(example, changed);
            File.WriteAllText(Path, changed);
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"wijkmonitor-rules-{Guid.NewGuid():N}.json");

        public void Dispose() => File.Delete(Path);
    }
}
