using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>States of a view: loading, empty, failed and forbidden.</summary>
[Collection<DashboardTests>]
public sealed class StateTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    public static TheoryData<string> Views => ["/", "/gemeenten/GM0153", "/gebieden/CU0153-dolphia", "/sociale-hypotheken", "/sociale-hypotheken/dolphia", "/gegevens"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_loading_view_names_the_awaited_data(string path)
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop, forAxe: true);
        var never = new TaskCompletionSource();
        await page.Page.RouteAsync("**/api/v1/**", async _ => await never.Task);
        await page.Page.GotoAsync(path);

        await Expect(page.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "ophalen" }).First).ToBeVisibleAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("loading-" + Name(path));
        never.SetResult();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task An_api_failure_is_shown_and_retry_works(string path)
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop, forAxe: true);
        await page.Page.RouteAsync("**/api/v1/**", route => route.AbortAsync());
        await page.Page.GotoAsync(path);

        await Expect(page.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("niet te bereiken");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("failed-" + Name(path));

        await page.Page.UnrouteAsync("**/api/v1/**");
        foreach (var button in (await page.Page.GetByRole(AriaRole.Button, new() { Name = "Opnieuw proberen" }).AllAsync()).Reverse())
        {
            await button.ClickAsync();
        }

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".source-note").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/", "Er zijn nog geen gebieden")]
    [InlineData("/sociale-hypotheken", "Er is nog geen contract aangeleverd")]
    [InlineData("/gegevens", "Er is nog niets aangeleverd")]
    public async Task An_empty_monitor_explains_its_first_steps(string path, string said)
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync(path);

        await Expect(page.Page.GetByText(said)).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("empty-" + Name(path));
    }

    [Fact]
    public async Task A_municipality_with_areas_only_is_not_an_error()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/one.csv", "code;name;boundary_year\nGM0153;Enschede;2016\nBU01530000;Binnensingelgebied;2016\n");
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync("/gemeenten/GM0153");

        await Expect(page.Page.GetByText("Over deze gemeente is nog niets berekend")).ToBeVisibleAsync();
        Assert.Empty(await page.AxeFindingsAsync());
    }

    private static string Name(string path) => path == "/" ? "overview" : path.Trim('/').Replace('/', '-');
}
