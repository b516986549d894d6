using System.Text;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.EndToEnd.Tests.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Decisions of a data team in the dashboard, on a real monitor.</summary>
[Collection<DashboardTests>]
public sealed class DecisionTests(DashboardMonitor dashboard, StorageEmulator emulator)
{
    private const string Changed = "area;period;indicator;value\nGM0153;2016;burglaries;7\nGM0153;2016;inhabitants;158000\nGM0153;2016;social_assistance;40\n";

    [Fact]
    public async Task A_pending_file_is_confirmed_served_and_withdrawn_in_the_dashboard()
    {
        await using var monitor = await PendingTests.StartAsync(emulator);
        var pending = await monitor.DeliverAsync("area-indicators/part.csv", PendingTests.Part);
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync("/gegevens");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "area-indicators/part.csv" }).First.ClickAsync();
        await Expect(page.Page.Locator(".problem-group")).ToContainTextAsync("vraagt bevestiging");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("delivery-pending");

        await ButtonAsync(page, "Het klopt: bevestigen");
        await Expect(page.Page.Locator(".preview")).ToContainTextAsync("Cijfers: ");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("delivery-preview");
        await ButtonAsync(page, "Ja, bevestig");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Vul in waarom");
        Assert.Equal("pending", (await PendingTests.OneAsync(monitor, pending.Id)).State);
        await DecideAsync(page, "Ja, bevestig", "alleen inbraken");

        await Expect(State(page)).ToHaveTextAsync("verwerkt");
        await Expect(page.Page.Locator(".decisions")).ToContainTextAsync("Bevestigd door beheerder: alleen inbraken");
        Assert.Equal([2016, 2017], await YearsAsync(monitor));
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("delivery-confirmed");

        await ButtonAsync(page, "Intrekken");
        await DecideAsync(page, "Ja, trek in", "toch niet");

        await Expect(State(page)).ToHaveTextAsync("ingetrokken");
        await Expect(page.Page.Locator(".decisions li")).ToHaveCountAsync(2);
        await Expect(page.Page.GetByText("U kunt dit terugdraaien door het bestand opnieuw te leveren.")).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Intrekken" })).ToHaveCountAsync(0);
        await monitor.SettleAsync();
        Assert.Equal([2016], await YearsAsync(monitor));
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_withdrawal_shows_its_euros_before_it_can_be_sent(string device)
    {
        var delivery = (await dashboard.Monitor.DeliveriesAsync()).Single(stored => stored is { Dataset: "area-indicators", File: "dolphia-2017.csv" });
        await using var page = await (await dashboard.Browser.OpenAsync(dashboard.Monitor.App.Address, Device.Named(device), forAxe: true)).GoAsync($"/gegevens/{delivery.Id}");

        await ButtonAsync(page, "Intrekken");

        var preview = page.Page.Locator(".preview");
        await Expect(preview.GetByText("Jaaropgaven van sociale hypotheken")).ToBeVisibleAsync();
        await Expect(preview.Locator("tbody tr").Filter(new() { HasText = "€" }).First).ToContainTextAsync("2017");
        await preview.GetByText("Scorekaarten die veranderen, regel voor regel").ClickAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        Assert.Empty(await page.OutsideAsync());
        await page.PictureAsync($"delivery-preview-euros-{device}");
        await ButtonAsync(page, "Nee");
        await Expect(State(page)).ToHaveTextAsync("verwerkt");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_delivery_shows_its_changes_and_superseded_deliveries()
    {
        await using var monitor = await PendingTests.StartAsync(emulator);
        var whole = (await monitor.DeliveriesAsync()).Single(delivery => delivery.File == "whole.csv");
        var later = await monitor.DeliverAsync("area-indicators/changed.csv", Encoding.UTF8.GetBytes(Changed));
        await using var page = await (await dashboard.Browser.OpenAsync(monitor.App.Address, Device.Desktop, forAxe: true)).GoAsync($"/gegevens/{later.Id}");

        var diff = page.Page.Locator(".diff");
        await Expect(diff.GetByRole(AriaRole.Link, new() { Name = "area-indicators/whole.csv" })).ToHaveAttributeAsync("href", $"/gegevens/{whole.Id}");
        await Expect(diff.Locator(".totals > div").Filter(new() { HasText = "Veranderd" })).ToContainTextAsync("1");
        var row = diff.Locator("tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        Assert.Equal("Enschede", await row.Locator("th").InnerTextAsync());
        Assert.Equal(["GM0153", "Woninginbraken", "2016", "veranderd", "5 per 1.000", "7 per 1.000"], (await row.Locator("td").AllInnerTextsAsync()).Take(6));
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("delivery-diff");
        Assert.Empty(page.Complaints);
    }

    private static ILocator State(OpenPage page) => page.Page.Locator(".delivery-state").First;

    private static Task ButtonAsync(OpenPage page, string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static async Task DecideAsync(OpenPage page, string button, string reason)
    {
        await page.Page.GetByLabel("Reden (geen namen)").FillAsync(reason);
        await ButtonAsync(page, button);
    }

    private static async Task<IEnumerable<int>> YearsAsync(RunningMonitor monitor) =>
        (await monitor.GetAsync("/api/v1/areas/GM0153/observations?indicator=burglaries", ObservationsJson.Default.ItemListObservationResource)).Items.Select(o => o.Period.Year).Order();
}
