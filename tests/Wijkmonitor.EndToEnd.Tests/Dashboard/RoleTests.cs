using Microsoft.Playwright;
using Wijkmonitor.Functions.Security;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>What each role comes for, on a monitor that asks who is there.</summary>
[Collection<DashboardTests>]
public sealed class RoleTests(DashboardMonitor dashboard, GuardedMonitor guarded) : IClassFixture<GuardedMonitor>
{
    [Fact]
    public async Task A_resident_sees_the_municipalities_and_is_told_to_sign_in_for_the_rest()
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
    public async Task A_data_team_sees_its_deliveries_and_can_deliver_its_datasets_only()
    {
        await using var page = await OpenAsync(AccessTests.Principal(["Wijkmonitor.DataTeam"], GuardedMonitor.TeamGroup));
        await page.GoAsync("/gegevens");

        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "contracts/dolphia.json" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "operation/dolphia-2017.csv" })).ToHaveCountAsync(0);
    }

    private Task<OpenPage> OpenAsync(string? headers) => dashboard.Browser.OpenAsync(
        guarded.Monitor.App.Address, Device.Desktop, forAxe: true, headers is null ? null : [KeyValuePair.Create(ClientPrincipal.Header, headers)]);
}
