using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>The scorecard of a programme of the samples, as the dashboard draws it.</summary>
[Collection<DashboardTests>]
public sealed class ProgrammeCardTests(DashboardMonitor dashboard)
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task The_stages_of_a_programme_say_how_long_the_rest_takes(string device)
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2020&onderwerp=warmte-voorbeeld", Device.Named(device));

        await Expect(page.Page.Locator("#pipeline h2").First).ToBeVisibleAsync();
        await Expect(page.Page.Locator("main")).ToContainTextAsync("190 van de 280 die meedoen zijn nog niet opgeleverd; met 15 per week duurt dat 12,7 weken.");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Empty(page.Complaints);
        await page.PictureAsync("programme-" + device);
    }
}
