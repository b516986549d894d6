using System.Text;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Main tasks of visitors.</summary>
[Collection<DashboardTests>]
public sealed class FlowTests(DashboardMonitor dashboard)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_neighbourhood_is_found_by_name_with_the_keyboard()
    {
        await using var page = await dashboard.OpenAsync("/");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeFocusedAsync();

        var search = page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Zoek een buurt" });
        await search.FocusAsync();
        await page.Page.Keyboard.TypeAsync("dolph");
        await Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dolphia");
        await Expect(page.Page).ToHaveURLAsync(new Uri(dashboard.Address, "/gebieden/CU0153-dolphia").ToString());
        await Expect(page.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_figure_shows_its_value_the_city_and_its_source_line()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        var line = page.Page.Locator(".city-line").Filter(new() { HasText = "Aandeel in de bijstand" });
        await Expect(line).ToContainTextAsync("13,9%");
        await Expect(line).ToContainTextAsync("8,0%");
        await Expect(line).ToContainTextAsync("5,9 procentpunt minder gunstig");

        await line.GetByText("Hoe berekend?").ClickAsync();
        var input = line.GetByRole(AriaRole.Row).Filter(new() { HasText = "cijfer van het gebied" });
        await Expect(input).ToContainTextAsync("area-indicators/dolphia-2017.csv");
        await Expect(input.GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("4");

        await input.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("area-indicators/dolphia-2017.csv");
        await page.Page.GoBackAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dolphia");
    }

    [Fact]
    public async Task A_missing_figure_is_named_and_never_zero()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        var missing = page.Page.Locator("#compass .missing");
        await missing.Locator("summary").ClickAsync();

        await Expect(missing).ToContainTextAsync("Uitgaven aan ondersteuning (Wmo) en jeugdhulp");
        await Expect(page.Page.Locator(".city-line").Filter(new() { HasText = "Uitgaven aan ondersteuning (Wmo) en jeugdhulp" })).ToHaveCountAsync(0);

        await page.Page.Locator("#compass").GetByRole(AriaRole.Button, new() { Name = "Als tabel" }).ClickAsync();
        await Expect(page.Page.Locator("#compass tbody tr").Filter(new() { HasText = "Uitgaven aan ondersteuning (Wmo) en jeugdhulp" })).ToContainTextAsync("cijfer ontbreekt");
    }

    [Fact]
    public async Task A_municipality_can_be_searched_sorted_and_saved_and_the_url_keeps_the_choice()
    {
        Assert.SkipUnless(DashboardMonitor.HasAmsterdam, "The folder with published data is absent; set WIJKMONITOR_DATA to it.");
        await using var page = await dashboard.OpenAsync("/gemeenten/GM0363?toon=i.ses_woa_score&niveau=district");
        var names = page.Page.Locator("tbody th");
        await Expect(names.First).ToHaveTextAsync("Amstel III/Bullewijk");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "SES-WOA-score" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "SES-WOA-score" }).ClickAsync();
        await Expect(page.Page.Locator("th[aria-sort=descending]")).ToHaveCountAsync(1);
        Assert.Contains("af=1", page.Page.Url, StringComparison.Ordinal);
        var highest = await names.First.InnerTextAsync();

        await using var shared = await dashboard.OpenAsync(new Uri(page.Page.Url).PathAndQuery);
        await Expect(shared.Page.Locator("tbody th").First).ToHaveTextAsync(highest);

        await page.Page.GetByLabel("Zoek op naam").FillAsync("bijlmer");
        await Expect(names).Not.ToHaveCountAsync(50);
        foreach (var name in await names.AllInnerTextsAsync())
        {
            Assert.Contains("bijlmer", name, StringComparison.OrdinalIgnoreCase);
        }

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Als CSV" }).ClickAsync());
        var csv = await File.ReadAllBytesAsync(await download.PathAsync(), Token);
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).TrimEnd().Split("\r\n");
        Assert.Equal("Naam;SES-WOA-score: welvaart, opleiding en arbeid, gemiddeld;Code", lines[0].Replace("\"", "", StringComparison.Ordinal));
        Assert.Matches(@"^[^;]+;-?\d,\d+;WK0363\w\w$", lines[1]);
    }

    [Fact]
    public async Task An_amount_of_a_social_mortgage_is_explained_down_to_file_and_line()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia?jaar=2017");
        await Expect(page.Page.Locator(".hero")).ToContainTextAsync("€ 183.000");
        await Expect(page.Page.Locator(".hero")).ToContainTextAsync("niet in het contract afgesproken");

        var row = page.Page.Locator("tr.why-row").Filter(new() { HasText = "Waarom dit bedrag?" }).First;
        await row.GetByText("Waarom dit bedrag?").ClickAsync();
        await Expect(row).ToContainTextAsync("1 stap van 0,1 procentpunt × € 750 = € 750");
        await Expect(row).ToContainTextAsync("area-indicators/dolphia-2017.csv");
        await Expect(row.Locator(".steps li").First).ToContainTextAsync("14 − 8 = 6");
        Assert.Equal(["verschil bij de nulmeting", "verschil", "verbetering"], (await row.Locator(".step-name").AllInnerTextsAsync()).Take(3));

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.Page.Locator("tr.why-row").First.GetByText("Why this amount?").ClickAsync();
        await Expect(page.Page.Locator(".step-name").First).ToHaveTextAsync("gap at the baseline");
    }

    [Fact]
    public async Task The_simulation_shows_the_effect_of_an_extra_dinner_and_stores_nothing()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia");
        await page.Page.GetByLabel("Buurtmaaltijd").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");

        var outcome = page.Page.Locator(".outcome");
        await Expect(outcome).ToContainTextAsync("€ 17.250");
        await Expect(outcome).ToContainTextAsync("€ 182.750");
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator(".hero")).ToContainTextAsync("€ 17.000");
    }

    [Fact]
    public async Task An_annotation_is_shown_next_to_its_chart_and_figure()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia?jaar=2017");
        foreach (var chart in await page.Page.Locator("figure.chart").AllAsync())
        {
            await Expect(chart.Locator(".annotations")).ToContainTextAsync("Nieuwe school geopend");
        }

        await Expect(page.Page.Locator(".findings")).ToContainTextAsync("Nieuwe school geopend");
        await page.PictureAsync("mortgage-annotation");

        await page.Page.GotoAsync("/gebieden/CU0153-dolphia?jaar=2017");
        var line = page.Page.Locator(".city-line").Filter(new() { HasText = "voortijdig" });
        await Expect(line.Locator(".annotations")).ToContainTextAsync("Aantekening");
        await Expect(line.Locator(".annotations")).ToContainTextAsync("Nieuwe school geopend");
        await Expect(page.Page.Locator(".notice").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/sociale-hypotheken/dolphia");
        await page.PictureAsync("area-annotation");
    }

    [Fact]
    public async Task A_view_opens_on_the_newest_year_with_figures_and_links_to_others()
    {
        await using var page = await dashboard.OpenAsync("/gemeenten/GM0153?toon=compass");
        await Expect(page.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        var opened = await page.Page.GetByLabel("Jaar").InputValueAsync();
        Assert.Contains("gunstig", await page.Page.Locator("tbody").First.InnerTextAsync(), StringComparison.Ordinal);

        var newest = (await page.Page.GetByLabel("Jaar").Locator("option").AllInnerTextsAsync())[0];
        Assert.True(string.CompareOrdinal(newest, opened) > 0, $"The newest year, {newest}, should be one of which nothing can be said; it opened on {opened}.");
        await page.Page.GetByLabel("Jaar").SelectOptionAsync(newest);
        await Expect(page.Page.GetByText($"Over {newest} is hier niets te zeggen")).ToBeVisibleAsync();
        await page.PictureAsync("municipality-silent");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = $"Toon {opened}" }).ClickAsync();
        await Expect(page.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        Assert.Contains($"jaar={opened}", page.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "gemeenten.csv")]
    [InlineData("/gemeenten/GM0153", "enschede-compass-2017.csv")]
    [InlineData("/gebieden/CU0153-dolphia?jaar=2017", "CU0153-dolphia-compass-2017.csv")]
    [InlineData("/sociale-hypotheken", "sociale-hypotheken.csv")]
    [InlineData("/sociale-hypotheken/dolphia", "delen-van-het-huis.csv")]
    [InlineData("/gegevens", "leveringen.csv")]
    [InlineData("/gegevens/{refused}", null)]
    public async Task Every_view_can_be_saved_as_csv_for_a_dutch_spreadsheet(string path, string? name)
    {
        await using var page = await dashboard.OpenAsync(path.Replace("{refused}", dashboard.Refused.Id, StringComparison.Ordinal));

        // An area lists its programmes too, which are a file of their own.
        var part = page.Page.Locator(path.StartsWith("/gebieden", StringComparison.Ordinal) ? "#compass" : "main");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => part.GetByRole(AriaRole.Button, new() { Name = "Als CSV" }).First.ClickAsync());
        var csv = await File.ReadAllBytesAsync(await download.PathAsync(), Token);

        Assert.Equal(name ?? $"{dashboard.Refused.Id}-problemen.csv", download.SuggestedFilename);
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).TrimEnd().Split("\r\n");
        Assert.True(lines.Length > 1 && lines[0].Contains(';', StringComparison.Ordinal), string.Join('\n', lines));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 buurt", "'+31 buurt")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("\"=1+1\"", "\"'\"\"=1+1\"\"\"")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("－1+1", "'－1+1")]
    [InlineData("-5,2", "\"-5,2\"")]
    [InlineData("Gewone buurt", "Gewone buurt")]
    public async Task Text_that_a_spreadsheet_could_run_is_saved_with_an_apostrophe_in_front(string name, string saved)
    {
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await page.Page.RouteAsync("**/api/v1/municipalities?**", route => route.FulfillAsync(new()
        {
            Json = new { items = new[] { new { code = "GM0153", name, areas = 2, href = "/api/v1/municipalities/GM0153/areas" } }, total = 1 },
        }));
        await page.GoAsync("/");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Als CSV" }).First.ClickAsync());

        Assert.Equal($"\uFEFFCode;Naam;Gebieden\r\nGM0153;{saved};2\r\n", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), Token)));
    }

    [Fact]
    public async Task Every_chart_has_a_table()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia");
        var chart = page.Page.Locator("figure.chart").First;
        await Expect(chart.Locator("svg")).ToBeVisibleAsync();

        await chart.GetByRole(AriaRole.Button, new() { Name = "Als tabel" }).ClickAsync();

        await Expect(chart.GetByRole(AriaRole.Row).Filter(new() { HasText = "2017" })).ToContainTextAsync("€ 183.000");
        await Expect(chart.GetByRole(AriaRole.Row).Filter(new() { HasText = "2026" })).ToContainTextAsync("–");
    }

    [Fact]
    public async Task A_refused_file_shows_its_problems_by_code_with_remedies()
    {
        await using var page = await dashboard.OpenAsync("/gegevens?staat=refused");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "area-indicators/wrong.csv" }).First.ClickAsync();

        await Expect(page.Page.Locator(".problem-group")).ToHaveCountAsync(3);
        var number = page.Page.Locator(".problem-group").Filter(new() { HasText = "1 × Dit is geen getal" });
        await Expect(number.GetByRole(AriaRole.Row).Last).ToContainTextAsync("many");
        await Expect(page.Page.Locator(".problem-group summary").Filter(new() { HasText = "-invalid" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_language_can_be_switched_and_is_remembered()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Neighbourhood compass" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".city-line").Filter(new() { HasText = "Residents on social assistance" })).ToContainTextAsync("13.9%");

        await page.Page.GotoAsync("/gegevens");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Data");
    }
}
