using Microsoft.Playwright;
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

    [Fact]
    public async Task Kinds_of_programmes_are_folded_with_their_titles_and_open_where_a_programme_is_chosen()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2020", forAxe: true);
        var folded = page.Page.Locator("details.kind");
        await Expect(page.Page.Locator("#pipeline .subject-names")).ToContainTextAsync("Warmtenet");
        Assert.True(await folded.CountAsync() > 3);
        await Expect(page.Page.Locator("details.kind[open]")).ToHaveCountAsync(0);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("programmes-folded");

        await page.Page.Locator(".kind-links a[href='#pipeline']").ClickAsync();
        await Expect(page.Page.Locator("#pipeline")).ToContainTextAsync("met 15 per week duurt dat 12,7 weken");
        await Expect(page.Page.Locator("details.kind[open]")).ToHaveCountAsync(1);

        await page.Page.Locator("#pipeline > summary").ClickAsync();
        await Expect(page.Page.Locator("details.kind[open]")).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = "Warmtenet, voorbeeld", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("#pipeline")).ToContainTextAsync("met 15 per week duurt dat 12,7 weken");
        Assert.Empty(await page.AxeFindingsAsync());
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("target", "/gebieden/CU0935-trichterveld?jaar=2011&onderwerp=trichterveld", "38 van 212 woningen in acht jaar, 4,75 per jaar; de overige 174 duren zo nog 36,6 jaar.")]
    [InlineData("sheet", "/gebieden/CU0153-dolphia?jaar=2020&onderwerp=exploitatie-voorbeeld", "Met 1,5 keer zoveel woningen is er een tekort van € 116.104.000.")]
    public Task A_target_and_a_calculation_sheet_say_their_sentence_on_a_screen_and_a_phone(string kind, string path, string sentence) => dashboard.Browser.RunAsync(async () =>
    {
        await using var page = await dashboard.OpenAsync(path, forAxe: true);
        foreach (var device in new[] { Device.Desktop, Device.Phone })
        {
            await page.BecomeAsync(device);
            await Expect(page.Page.Locator("#" + kind)).ToContainTextAsync(sentence);
            Assert.Empty(await page.AxeFindingsAsync());
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
            await page.PictureAsync($"programme-{kind}-{device.Name}");
        }

        Assert.Empty(page.Complaints);
    });
}
