using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.EndToEnd.Tests.Deliveries;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Addresses, steps back and forward, what is found, and what waits.</summary>
[Collection<DashboardTests>]
public sealed class PlaceTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    [Theory]
    [InlineData("/gemeenten/%ZZ")]
    [InlineData("/gebieden/%E0%A4%A")]
    [InlineData("/gebieden/GM9999")]
    [InlineData("/sociale-hypotheken/nergens")]
    [InlineData("/gegevens/nergens")]
    [InlineData("/gebieden/GM0153/meer")]
    public async Task An_address_that_leads_nowhere_says_so_and_leads_back(string path)
    {
        await using var page = await dashboard.OpenAsync(path, forAxe: true);

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "overzicht" })).ToHaveAttributeAsync("href", "/");
        Assert.Empty(page.Complaints);
        Assert.Empty(await page.AxeFindingsAsync());
    }

    [Theory]
    [InlineData("/gebieden/CU0153-dolphia?jaar=1900")]
    [InlineData("/gemeenten/GM0153?toon=compass&jaar=1900")]
    [InlineData("/gemeenten/GM0153?toon=nonsense")]
    [InlineData("/sociale-hypotheken/dolphia?jaar=1900")]
    public async Task A_choice_that_is_not_there_is_not_passed_over_in_silence(string path)
    {
        await using var page = await dashboard.OpenAsync(path);

        await Expect(page.Page.GetByText("Wat u in het adres vraagt")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_to_a_scorecard_leads_to_it_and_back_keeps_the_place()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017#function");
        await Expect(page.Page.Locator("#function h2")).ToBeInViewportAsync();
        Assert.True(await ScrolledAsync(page) > 1000);

        await page.Page.Locator("#function .why summary").First.ClickAsync();
        await page.Page.Locator("#function .why a").First.ClickAsync();
        await page.Page.WaitForURLAsync("**/gegevens/**");
        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator("#function h2")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_choice_is_a_step_that_back_undoes()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        var chosen = page.Page.Locator(".area-bar button[aria-pressed=true]");
        await page.Page.Locator(".area-bar button[aria-pressed=false]").First.ClickAsync();
        await Expect(chosen).Not.ToHaveTextAsync("2017");
        await page.Page.GoBackAsync();
        await Expect(chosen).ToHaveTextAsync("2017");
        await page.Page.GoForwardAsync();
        await Expect(chosen).Not.ToHaveTextAsync("2017");

        await page.Page.GotoAsync("/gemeenten/GM0153?toon=compass");
        await page.Page.GetByLabel("Toon").SelectOptionAsync("liveability");
        await Expect(page.Page.Locator("caption").First).ToContainTextAsync("Leefbaarheid");
        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator("caption").First).ToContainTextAsync("Wijkkompas");
    }

    [Theory]
    [InlineData("gm0153", "Enschede", "Gemeente")]
    [InlineData("cu0153-DOLPHIA", "Dolphia", "Eigen gebied in Enschede")]
    [InlineData("dolphia enschede", "Dolphia", "Eigen gebied in Enschede")]
    public async Task An_area_is_found_by_code_and_by_name_with_its_municipality(string text, string name, string where)
    {
        await using var page = await dashboard.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox).First.FillAsync(text);

        var option = page.Page.GetByRole(AriaRole.Option);
        await Expect(option).ToHaveCountAsync(1);
        await Expect(option).ToContainTextAsync(name);
        await Expect(option).ToContainTextAsync(where);
    }

    [Fact]
    public async Task A_name_with_several_codes_is_found_once_with_its_years()
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        static object Area(string code, int year) => new { code, level = "neighbourhood", municipality = "GM0363", name = "Amsterdamse Bos", boundaryYears = new[] { year }, municipalityName = "Amsterdam" };
        await page.Page.RouteAsync("**/api/v1/areas?*", route => route.FulfillAsync(new() { Json = new { items = new[] { Area("BU03630001", 2019), Area("BU0363AA01", 2022) }, total = 2 } }));
        await page.GoAsync("/");
        await page.Page.GetByRole(AriaRole.Combobox).First.FillAsync("amsterdamse");

        await Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync("Amsterdamse BosBuurt in Amsterdam · grenzen van 2019 en 2022 · BU0363AA01");
    }

    [Fact]
    public async Task The_municipality_and_all_its_areas_are_found()
    {
        await using var page = await dashboard.OpenAsync("/gemeenten/GM0153?toon=compass&jaar=2017");
        await Expect(page.Page.Locator(".title")).ToContainTextAsync("2019");
        await page.Page.Locator(".other-years summary").ClickAsync();
        await Expect(page.Page.Locator(".other-years").GetByRole(AriaRole.Link, new() { Name = "De Kade" })).ToBeVisibleAsync();

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "De gemeente zelf" }).ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Uri(dashboard.Address, "/gebieden/GM0153").ToString());
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "De gebieden" }).ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Uri(dashboard.Address, "/gemeenten/GM0153").ToString());
    }

    [Fact]
    public async Task Waiting_deliveries_are_counted_in_the_menu_at_the_start_and_in_the_data_view()
    {
        await using var monitor = await PendingTests.StartAsync(emulator);
        await monitor.DeliverAsync("area-indicators/part.csv", PendingTests.Part);
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync("/");
        var menu = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" });
        await Expect(page.Page.Locator(".pending-list")).ToContainTextAsync("1 levering wacht op uw besluit");
        await Expect(menu).ToContainTextAsync("1 levering wacht op uw besluit");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("overview-waits");

        await menu.GetByRole(AriaRole.Link, new() { Name = "Gegevens" }).ClickAsync();
        await Expect(page.Page.Locator(".status-verdict")).Not.ToContainTextAsync("Alles werkt");
        await page.Page.Locator(".pending-list").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Page.Locator(".diff")).ToContainTextAsync("die niet in dit bestand staan, blijven de oude cijfers gelden");
        await Expect(menu).ToContainTextAsync("1 levering wacht op uw besluit");
    }

    [Fact]
    public async Task Focus_stays_where_something_changed()
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await page.Page.RouteAsync("**/api/v1/social-mortgages", route => route.AbortAsync());
        await page.Page.GotoAsync("/sociale-hypotheken");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Opnieuw proberen" }).FocusAsync();
        await page.Page.UnrouteAllAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator(".card").First).ToBeVisibleAsync();
        Assert.NotEqual("BODY", await page.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task The_footer_leads_to_a_page_about_the_api_whose_addresses_are_served()
    {
        await using var page = await dashboard.OpenAsync("/");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "De cijfers als API" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("De cijfers als API");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "JSON-stat" })).ToBeVisibleAsync();

        var links = await page.Page.Locator("main a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(links.Length > 20, $"There are only {links.Length} links.");
        foreach (var link in links)
        {
            using var answer = await dashboard.Monitor.App.Client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_refused_file_leads_to_its_form_and_to_delivering_it_again()
    {
        await using var page = await dashboard.OpenAsync($"/gegevens/{dashboard.Refused.Id}");
        await Expect(page.Page.Locator(".title")).ToContainTextAsync("Indicatoren per gebied");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "lever het opnieuw" }).ClickAsync();

        var upload = page.Page.Locator(".upload");
        await Expect(upload.GetByLabel("Dataset")).ToHaveValueAsync("area-indicators");
        await Expect(upload.GetByRole(AriaRole.Link, new() { Name = "Welke kolommen" })).ToHaveAttributeAsync("href", "/api/v1/datasets/area-indicators");
        await Expect(upload.GetByRole(AriaRole.Link, new() { Name = "Leeg bestand" })).ToHaveAttributeAsync("href", "/api/v1/datasets/area-indicators/template");
    }

    private static Task<double> ScrolledAsync(OpenPage page) => page.Page.EvaluateAsync<double>("scrollY");
}
