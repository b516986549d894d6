using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Security;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Main tasks of each role, on a monitor with sign-in.</summary>
[Collection<DashboardTests>]
public sealed class RoleTests(DashboardMonitor dashboard, GuardedMonitor guarded) : IClassFixture<GuardedMonitor>
{
    [Fact]
    public async Task A_resident_sees_the_municipalities_and_a_sign_in_hint()
    {
        await using var page = await OpenAsync(headers: null);
        await page.GoAsync("/");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Enschede" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        await page.GoAsync("/sociale-hypotheken/dolphia");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Meld u aan");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("sign-in");
    }

    [Fact]
    public async Task A_party_of_the_contract_sees_its_social_mortgage()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.Partner"], GuardedMonitor.PartyGroup));
        await page.GoAsync("/sociale-hypotheken/dolphia");

        await Expect(page.Page.Locator(".hero")).ToContainTextAsync("€ 183.000");
    }

    [Fact]
    public async Task A_data_team_sees_its_deliveries_and_can_deliver_only_its_datasets()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.DataTeam"], GuardedMonitor.TeamGroup));
        await page.GoAsync("/gegevens");

        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "contracts/dolphia.json" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "operation/dolphia-2017.csv" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_data_team_uploads_its_own_dataset_reads_its_problems_and_is_refused_another()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.DataTeam"], GuardedMonitor.TeamGroup));
        await page.GoAsync("/gegevens");
        await UploadAsync(page.Page, "operation", "theirs.csv", "contract;reference;date;description;amount\n");
        await Expect(page.Page.Locator(".upload .problem-text")).ToContainTextAsync("Er is geen dataset 'operation'");

        await UploadAsync(page.Page, "area-indicators", "ours.csv", "area;period;indicator;value\nCU0153-dolphia;2017;burglaries;veel\n");
        await page.Page.Locator("tbody tr").Filter(new() { HasText = "ours.csv" }).GetByText("geweigerd").WaitForAsync(new() { Timeout = 60_000 });
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "area-indicators/ours.csv" }).First.ClickAsync();
        await Expect(page.Page.Locator(".problem-group")).ToContainTextAsync("veel");
        Assert.Empty(await page.AxeFindingsAsync());
    }

    [Fact]
    public async Task The_administrator_sees_every_delivery_and_the_social_mortgage_of_every_party()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.Admin"]));
        await page.GoAsync("/gegevens");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "operation/dolphia-2017.csv" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "contracts/dolphia.json" }).First).ToBeVisibleAsync();

        await page.GoAsync("/sociale-hypotheken/dolphia");
        await Expect(page.Page.Locator(".hero")).ToContainTextAsync("€ 183.000");
    }

    [Fact]
    public async Task A_partner_navigates_from_municipality_to_neighbourhood_to_source_file()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.Partner"], GuardedMonitor.PartyGroup));
        await page.GoAsync("/");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Enschede" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Dolphia" }).First.ClickAsync();
        var line = page.Page.Locator(".city-line").Filter(new() { HasText = "Aandeel in de bijstand" });
        await Expect(line).ToContainTextAsync("13,9%");

        await line.GetByText("Hoe berekend?").ClickAsync();
        await Expect(line.GetByRole(AriaRole.Row).Filter(new() { HasText = "cijfer van het gebied" })).ToContainTextAsync("area-indicators-");
    }

    private static async Task UploadAsync(IPage page, string dataset, string name, string content)
    {
        await page.Locator(".drop-zone select").SelectOptionAsync(dataset);
        await page.Locator(".drop-zone input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
    }

    private Task<OpenPage> OpenAsync(string? headers) => dashboard.Browser.OpenAsync(
        guarded.Monitor.App.Address, Device.Desktop, forAxe: true, headers is null ? null : [KeyValuePair.Create(ClientPrincipal.Header, headers)]);
}
