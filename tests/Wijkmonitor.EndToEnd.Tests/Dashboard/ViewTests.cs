using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Rules for every view: accessible, without external requests, and its appearance.</summary>
[Collection<DashboardTests>]
public sealed class ViewTests(DashboardMonitor dashboard)
{
    private static readonly (string Name, string Path)[] Views =
    [
        ("overview", "/"),
        ("municipality-scorecard", $"/gemeenten/{DashboardMonitor.Municipality}"),
        ("municipality-indicator", $"/gemeenten/{DashboardMonitor.Municipality}?toon=i.{(DashboardMonitor.HasAmsterdam ? "ses_woa_score" : "burglaries")}"),
        ("municipality-without-map", "/gemeenten/GM0153"),
        ("area", "/gebieden/CU0153-dolphia"),
        ("area-municipality", "/gebieden/GM0153"),
        ("area-without-figures", "/gebieden/BU01530099"),
        ("area-corporation", "/gebieden/CU0153-kade?jaar=2021"),
        ("municipality-unranked", "/gemeenten/GM0153?toon=load-capacity"),
        ("report", "/gebieden/CU0153-dolphia/verslag?jaar=2017"),
        ("programmes", "/programmas"),
        ("example-calculations", "/rekenvoorbeelden"),
        ("mortgages", "/sociale-hypotheken"),
        ("mortgage", "/sociale-hypotheken/dolphia"),
        ("data", "/gegevens"),
        ("delivery-refused", "/gegevens/{refused}"),
        ("api", "/cijfers-als-api"),
        ("not-found", "/gebieden/GM9999"),
        ("no-such-page", "/nergens"),
    ];

    public static TheoryData<string, string> InBothLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, _) in Views)
        {
            data.Add(name, "nl");
            data.Add(name, "en");
        }

        return data;
    }

    public static TheoryData<string> Once() => [.. Views.Select(view => view.Name)];

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public Task A_view_has_no_axe_findings_on_any_screen_in_any_colour_scheme(string view, string language) => dashboard.Browser.RunAsync(async () =>
    {
        await using var page = await dashboard.OpenAsync(GetPath(view, language), Device.Desktop, forAxe: true);
        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        foreach (var device in new[] { Device.Desktop, Device.Phone, Device.Dark, Device.ForcedColors })
        {
            await page.BecomeAsync(device);

            // Colours apart, a page by night is the page by day.
            Assert.Empty(await page.AxeFindingsAsync(onlyColors: device.IsDark || device.HasForcedColors));
            await page.PictureAsync($"{view}-{device.Name}-{language}");
        }
    });

    [Theory]
    [MemberData(nameof(Once))]
    public async Task A_view_works_under_its_policy_without_external_requests(string view)
    {
        await using var page = await dashboard.OpenAsync(GetPath(view, "nl"));

        Assert.Empty(page.Complaints);
        Assert.Empty(page.AskedElsewhere);
        Assert.Equal(1, await page.Page.Locator("h1").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Once))]
    public async Task A_view_at_400_percent_scrolls_in_one_direction_only(string view)
    {
        await using var page = await dashboard.OpenAsync(GetPath(view, "nl"), Device.Zoomed);

        Assert.Empty(await page.OutsideAsync());
    }

    [Fact]
    public async Task The_statement_to_print_has_no_axe_findings()
    {
        await using var page = await dashboard.OpenAsync("/api/v1/social-mortgages/dolphia/statements/2017/page", forAxe: true);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Jaaropgave 2017");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("statement-page");
    }

    [Fact]
    public async Task At_400_percent_the_menu_folds_behind_a_button_and_closes_after_a_choice()
    {
        await using var page = await dashboard.OpenAsync("/?lang=nl", Device.Zoomed);
        var menu = page.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        var nav = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" });
        await Assertions.Expect(nav).ToBeHiddenAsync();
        Assert.InRange((await page.Page.Locator(".top").BoundingBoxAsync())!.Height, 1, 128);

        await menu.ClickAsync();
        await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await nav.GetByRole(AriaRole.Link, new() { Name = "Gegevens" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gegevens");
        await Assertions.Expect(nav).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("area")]
    [InlineData("mortgage")]
    [InlineData("municipality-scorecard")]
    public async Task Opened_parts_and_tables_have_no_axe_findings(string view)
    {
        await using var page = await dashboard.OpenAsync(GetPath(view, "nl"), forAxe: true);
        foreach (var button in await page.Page.GetByRole(AriaRole.Button, new() { Name = "Als tabel" }).AllAsync())
        {
            if (view != "area")
            {
                await button.ClickAsync();
            }
        }

        foreach (var summary in await page.Page.Locator("main summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync($"{view}-opened");
    }

    private string GetPath(string view, string language)
    {
        var path = Views.Single(v => v.Name == view).Path.Replace("{refused}", dashboard.Refused.Id, StringComparison.Ordinal);
        return path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language;
    }
}
