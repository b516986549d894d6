using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>An area on one page, for who takes it along.</summary>
[Collection<DashboardTests>]
public sealed partial class ReportTests(DashboardMonitor dashboard)
{
    private const string Dolphia = "/gebieden/CU0153-dolphia/verslag?jaar=2017";

    [Fact]
    public async Task A_report_leads_from_the_area_and_says_year_city_source_boundaries_and_moment()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017", forAxe: true);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Op één blad" }).ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dolphia 2017");
        await Expect(page.Page.Locator(".report-cards tbody tr").First).ToContainTextAsync("9 × minder gunstig dan in de stad");
        await Expect(page.Page.Locator(".report-lines [scope=rowgroup]")).ToHaveTextAsync(["minder gunstig dan in de stad"]);
        var line = page.Page.Locator(".report-lines tbody tr").Filter(new() { HasText = "Aandeel in de bijstand" });
        Assert.Equal(["13,9%", "8,0%", "14,0% (2016)"], (await line.Locator("td").AllInnerTextsAsync()).Select(text => text.Trim()));
        await Expect(page.Page.Locator(".report-lines tbody tr").Filter(new() { HasText = "Woninginbraken" })).ToContainTextAsync("kan toeval zijn");
        foreach (var said in new[] { "Bron", "Berekend op", "Gebiedsindeling" })
        {
            await Expect(page.Page.Locator(".source-note")).ToContainTextAsync(said);
        }

        Assert.Empty(page.Complaints);
        Assert.Empty(await page.AxeFindingsAsync());
    }

    [Theory]
    [InlineData("/gebieden/GM0153/verslag?jaar=2021", "desktop", "nl")]
    [InlineData("/gebieden/CU0153-kade/verslag?jaar=2021", "phone", "en")]
    [InlineData("/gebieden/BU01530099/verslag", "desktop", "nl")]
    public async Task A_report_fits_a_screen(string path, string device, string language)
    {
        await using var page = await dashboard.OpenAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&lang=" : "?lang=") + language, Device.Named(device), forAxe: true);

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        Assert.Empty(await page.OutsideAsync());
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync($"report-{path.Split('/')[2]}-{device}-{language}");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_area_and_year_fits_one_page_of_paper(string language)
    {
        var areas = await dashboard.ItemsAsync("/api/v1/municipalities/GM0153/areas");
        var printed = 0;
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        foreach (var area in areas.Select(item => item.GetProperty("code").GetString()!))
        {
            var years = (await dashboard.ItemsAsync($"/api/v1/areas/{area}/scorecards")).Select(item => item.GetProperty("period").GetString()!).Distinct(StringComparer.Ordinal);
            foreach (var year in years)
            {
                await page.GoAsync($"/gebieden/{area}/verslag?jaar={year}&lang={language}");
                await Expect(page.Page.Locator(".report .source-note, .report .empty").First).ToBeVisibleAsync();
                var pdf = await page.Page.PdfAsync(new() { Path = Path.Combine(Browser.Pictures, $"report-{area}-{year}-{language}.pdf"), Format = "A4", PreferCSSPageSize = true });
                Assert.True(PageOfPdf().Count(Encoding.Latin1.GetString(pdf)) == 1, $"{area} {year} takes more than one page");
                printed++;
            }
        }

        Assert.True(printed > areas.Count, $"Only {printed} reports were printed.");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Paper_has_the_moment_and_address_and_no_buttons()
    {
        await using var page = await dashboard.OpenAsync(Dolphia);
        await page.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Page.Locator(".print-note")).ToContainTextAsync("Afgedrukt op");
        await Expect(page.Page.Locator(".print-note")).ToContainTextAsync("/gebieden/CU0153-dolphia/verslag");
        Assert.Equal(0, await page.Page.Locator("button:visible, select:visible").CountAsync());
    }

    // In a PDF of Chromium the objects of pages are not compressed.
    [GeneratedRegex(@"/Type\s*/Page(?![a-zA-Z])", RegexOptions.None, 1000)]
    private static partial Regex PageOfPdf();
}
