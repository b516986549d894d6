using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>Words next to figures: what it is about, how certain it is, and what it is not.</summary>
[Collection<DashboardTests>]
public sealed class ReadingTests(DashboardMonitor dashboard)
{
    [Fact]
    public async Task A_finding_names_and_links_its_lines_and_is_said_once()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017", forAxe: true);
        var findings = page.Page.Locator("#compass .findings");
        await Expect(findings.GetByText("Open vraag aan de partners")).ToHaveCountAsync(1);
        await Expect(findings.Locator(".finding-parts li")).ToHaveCountAsync(5);

        var chance = findings.Locator("ul > li").Filter(new() { HasText = "kan hier toeval zijn" });
        await Expect(chance).ToContainTextAsync("Het gaat om: Woninginbraken");
        var line = page.Page.Locator(".city-line").Filter(new() { HasText = "Woninginbraken" });
        await Expect(line.Locator(".uncertain")).ToHaveTextAsync("kan toeval zijn");
        await chance.GetByRole(AriaRole.Link, new() { Name = "Woninginbraken" }).ClickAsync();
        await Expect(line).ToBeInViewportAsync();

        // A line that is folded away is opened.
        await findings.GetByRole(AriaRole.Link, new() { Name = "Uitgaven aan ondersteuning (Wmo) en jeugdhulp" }).ClickAsync();
        await Expect(page.Page.Locator("#compass .missing").GetByText("Uitgaven aan ondersteuning (Wmo) en jeugdhulp")).ToBeInViewportAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Budget_and_staff_have_no_judgement_and_withheld_figures_are_marked()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/GM0153?jaar=2021");
        var card = page.Page.Locator("#four-angle");
        foreach (var theme in new[] { "Inzet van medewerkers", "Verdeling van het budget" })
        {
            var lines = card.Locator(".theme").Filter(new() { Has = page.Page.GetByRole(AriaRole.Heading, new() { Name = theme }) });
            await Expect(lines.Locator(".line").First).ToBeVisibleAsync();
            await Expect(lines.Locator(".badge")).ToHaveCountAsync(0);
        }

        var withheld = card.Locator(".line").Filter(new() { HasText = "afgeschermd: te klein of te herleiden" });
        await Expect(withheld.First).ToContainTextAsync("wordt niet getoond");
        await Expect(withheld.GetByText("is niet bekend")).ToHaveCountAsync(0);
        await page.PictureAsync("municipality-own-card");
    }

    [Theory]
    [InlineData("/gebieden/CU0153-kade?jaar=2021", "kans: hier gaat het om achteruitgang voorkomen")]
    [InlineData("/gebieden/CU0153-lindenplein?jaar=2021", "bouw: hier is de meeste steun nodig")]
    public async Task A_colour_has_the_words_of_its_kind(string path, string words)
    {
        await using var page = await dashboard.OpenAsync(path);

        await Expect(page.Page.Locator("#four-angle .badge").First).ToHaveTextAsync(words);
        await Expect(page.Page.Locator("#four-angle .badge").Filter(new() { HasText = "gunstig" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_simulation_starts_at_the_last_known_figure_with_earlier_credits()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia", forAxe: true);
        var lever = page.Page.GetByLabel("Aandeel in de bijstand");
        await Expect(lever).ToHaveAttributeAsync("aria-valuetext", "13,9% (laatst bekend)");
        await Expect(page.Page.Locator(".levers")).ToContainTextAsync("nulmeting 14,0%");
        await lever.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");

        var outcome = page.Page.Locator(".outcome");
        await Expect(outcome).ToContainTextAsync("€ 182.250");
        await Expect(outcome.Locator(".credited")).ToContainTextAsync("al eerder bijgeschreven: € 750");
        await Expect(outcome).ToContainTextAsync("gelijkmatige aflossing (niet afgesproken): € 40.000");
        await Expect(outcome).Not.ToContainTextAsync("gedacht");
        await Expect(page.Page.Locator(".what-if-target")).ToContainTextAsync("nog 92 keer erbij");
        await Expect(page.Page.Locator(".what-if-target")).ToContainTextAsync("kan het niet alleen");
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("mortgage-what-if");
    }

    [Theory]
    [InlineData("/gebieden/CU0153-dolphia?jaar=2017", "Wijkkompas 2017")]
    [InlineData("/gemeenten/GM0153?toon=compass&jaar=2017", "Wijkkompas 2017")]
    [InlineData("/sociale-hypotheken/dolphia?jaar=2017", "Jaaropgave 2017")]
    public async Task Paper_has_year_source_and_moment_and_no_buttons(string path, string head)
    {
        await using var page = await dashboard.OpenAsync(path);
        await page.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = head }).First).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".print-note")).ToContainTextAsync("Afgedrukt op");
        await Expect(page.Page.Locator(".source-note").First).ToContainTextAsync("Gebiedsindeling");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("[...document.querySelectorAll('button:not(.sort), select')].filter(e => e.checkVisibility()).length"));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.chart-box svg')].filter(e => e.getBoundingClientRect().width > 621).map(e => e.outerHTML.slice(0, 80))"));
        await page.Page.PdfAsync(new() { Path = Path.Combine(Browser.Pictures, $"paper-{head.Replace(' ', '-')}-{path.Split('/')[1]}.pdf"), Format = "A4" });
    }

    [Theory]
    [InlineData("/gebieden/GM0153?jaar=2021")]
    [InlineData("/gebieden/CU0153-dolphia?jaar=2017")]
    [InlineData("/gemeenten/GM0153?toon=function")]
    [InlineData("/gemeenten/GM0153?toon=vulnerability")]
    [InlineData("/gemeenten/GM0153?toon=liveability")]
    [InlineData("/gebieden/CU0153-dolphia/verslag?jaar=2017")]
    [InlineData("/gebieden/BU01530099")]
    public async Task Sources_are_named_and_have_no_ids(string path)
    {
        var ids = (await dashboard.ItemsAsync("/api/v1/datasets")).Select(item => item.GetProperty("id").GetString()!).ToList();
        await using var page = await dashboard.OpenAsync(path);
        await Expect(page.Page.Locator(".source-note").First).ToBeVisibleAsync();

        var notes = await page.Page.Locator(".source-note > div:first-child dd").AllInnerTextsAsync();
        Assert.DoesNotContain(notes.SelectMany(note => note.Split("; ")), source => ids.Contains(source, StringComparer.Ordinal));
        Assert.DoesNotContain(notes, note => note == "niet opgegeven" && path != "/gebieden/BU01530099");
    }

    [Fact]
    public async Task Areas_on_a_phone_are_stacked_and_can_be_sorted_by_their_heads()
    {
        await using var page = await dashboard.OpenAsync("/gemeenten/GM0153?toon=compass&jaar=2017", Device.Phone, forAxe: true);
        var first = page.Page.Locator("tbody tr").First;
        var (judgement, name) = (await first.Locator(".first").BoundingBoxAsync(), await first.Locator("th").BoundingBoxAsync());
        Assert.True(judgement!.Y < name!.Y && judgement.X + judgement.Width <= Device.Phone.Width);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Nog geen actie afgesproken" }).ClickAsync();
        Assert.Contains("op=", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await page.OutsideAsync());
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("municipality-stacked");
    }

    [Fact]
    public async Task A_table_is_a_stop_of_the_tab_key_only_while_it_scrolls()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        await page.Page.Locator("#compass").GetByRole(AriaRole.Button, new() { Name = "Als tabel" }).ClickAsync();
        var box = page.Page.Locator("#compass .scroll");
        await Expect(box).ToBeVisibleAsync();
        await Expect(box).Not.ToHaveAttributeAsync("tabindex", "0");

        await page.Page.SetViewportSizeAsync(700, 900);
        await Expect(box).ToHaveAttributeAsync("tabindex", "0");
    }

    [Fact]
    public async Task A_value_beyond_the_strip_is_an_arrow_and_a_step_without_effect_is_left_out()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        var beyond = page.Page.Locator(".city-line .line-gap path.dot");
        await Expect(beyond.First).ToBeVisibleAsync();
        Assert.All(await page.Page.Locator(".city-line .line-gap circle.dot").EvaluateAllAsync<double[]>("dots => dots.map(dot => Number(dot.getAttribute('cx')))"), x => Assert.InRange(x, 6, 114));

        await page.GoAsync("/gebieden/CU0153-kade?jaar=2021");
        await Expect(page.Page.Locator("#four-angle .why").First).ToBeVisibleAsync();
        foreach (var why in await page.Page.Locator("#four-angle .why summary").AllAsync())
        {
            await why.ClickAsync();
        }

        await Expect(page.Page.Locator("#four-angle .step-sum").First).ToBeVisibleAsync();
        var sums = await page.Page.Locator("#four-angle .step-sum").AllInnerTextsAsync();
        Assert.NotEmpty(sums);
        Assert.DoesNotContain(sums, sum => sum.Split('=') is [var left, var right] && left.Trim() == right.Trim());
    }

    [Theory]
    [InlineData("/sociale-hypotheken/dolphia?jaar=2017", "statement-stacked")]
    [InlineData("/cijfers-als-api", "api-stacked")]
    public async Task Tables_on_a_phone_are_stacked_with_the_heads_of_their_columns(string path, string picture)
    {
        await using var page = await dashboard.OpenAsync(path, Device.Phone, forAxe: true);
        var cells = page.Page.Locator("main .stacked tbody td[data-header]:visible");
        await Expect(cells.First).ToBeVisibleAsync();

        Assert.All(await cells.EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell, '::before').content)"), head => Assert.Matches("[A-Z]", head));
        Assert.All(
            await cells.EvaluateAllAsync<double[]>("cells => cells.map(cell => cell.getBoundingClientRect().right)"), right => Assert.InRange(right, 1, Device.Phone.Width));
        Assert.Empty(await page.Page.Locator("main table:visible").EvaluateAllAsync<string[]>("all => all.filter(table => !table.closest('.stacked') && !table.closest('.why')).map(table => table.outerHTML.slice(0, 120))"));
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync(picture);
    }

    [Fact]
    public async Task A_small_change_is_drawn_as_a_line_that_hardly_rises()
    {
        await using var page = await dashboard.OpenAsync("/gebieden/CU0153-dolphia?jaar=2017");
        await Expect(page.Page.Locator(".spark path.own").First).ToBeVisibleAsync();

        // The first and the last figure, and how far apart they are drawn in pixels.
        var lines = await page.Page.Locator(".spark:has(path.own)").EvaluateAllAsync<double[][]>("""
            sparks => sparks.map(spark => {
              const figures = [...spark.querySelectorAll(".spark-years > span")].map(end => parseFloat(end.lastChild.textContent.replaceAll(".", "").replace(",", ".").replace("−", "-")));
              const path = spark.querySelector("path.own");
              return [...figures, Math.abs(path.getPointAtLength(0).y - path.getPointAtLength(path.getTotalLength()).y)];
            })
            """);
        var hardly = lines.Where(line => Math.Abs(line[1] - line[0]) < 0.02 * Math.Max(Math.Abs(line[0]), Math.Abs(line[1]))).ToList();

        Assert.NotEmpty(hardly);
        Assert.All(hardly, line => Assert.True(line[2] <= 6.5, string.Join(", ", line)));
    }

    [Fact]
    public async Task Deliveries_on_a_phone_say_their_state_first()
    {
        await using var page = await dashboard.OpenAsync("/gegevens", Device.Phone, forAxe: true);
        var first = page.Page.Locator("section:has(#deliveries-head) tbody tr").First;

        var (state, file) = (await first.Locator(".first").BoundingBoxAsync(), await first.Locator("th").BoundingBoxAsync());
        Assert.True(state!.Y < file!.Y && state.X + state.Width <= Device.Phone.Width);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("data-stacked");
    }
}
