using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>The dashboard without a mouse.</summary>
[Collection<DashboardTests>]
public sealed class KeyboardTests(DashboardMonitor dashboard)
{
    // What can be used, marked with its place, so that the place of the focus can be checked.
    private const string MarkAll = """
        () => {
          const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
            .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
          all.forEach((e, i) => e.setAttribute("data-place", String(i)));
          return all.length;
        }
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          const style = getComputedStyle(e);
          const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
          return [e.getAttribute("data-place") ?? "", shown ? "" : e.outerHTML.slice(0, 120)];
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/gemeenten/GM0153?jaar=2017")]
    [InlineData("/gebieden/CU0153-dolphia?jaar=2017")]
    [InlineData("/sociale-hypotheken/dolphia")]
    [InlineData("/gegevens")]
    [InlineData("/gegevens/{refused}")]
    public async Task Every_control_is_reachable_with_tab_and_shows_focus(string path)
    {
        await using var page = await dashboard.OpenAsync(path.Replace("{refused}", dashboard.Refused.Id, StringComparison.Ordinal));
        await Expect(page.Page.Locator(".source-note").First).ToBeVisibleAsync();
        var count = await page.Page.EvaluateAsync<int>(MarkAll);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var unseen = new List<string>();
        for (var press = 0; press < count + 5 && reached.Count < count; press++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            var focus = await page.Page.EvaluateAsync<string[]>(Focused);
            if (focus[0].Length > 0 && reached.Add(focus[0]) && focus[1].Length > 0)
            {
                unseen.Add(focus[1]);
            }
        }

        Assert.True(count > 8, $"Only {count} things can be used here.");
        Assert.Equal(count, reached.Count);
        Assert.Empty(unseen);
    }

    [Fact]
    public async Task A_municipality_can_be_used_with_the_keyboard()
    {
        await using var page = await dashboard.OpenAsync("/gemeenten/GM0153?toon=i.burglaries&niveau=custom");
        var head = page.Page.GetByRole(AriaRole.Button, new() { Name = "Woninginbraken" });
        await head.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Woninginbraken");
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Woninginbraken");

        await page.Page.GetByLabel("Jaar").FocusAsync();
        var before = await page.Page.GetByLabel("Jaar").InputValueAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Page.GetByLabel("Jaar")).Not.ToHaveValueAsync(before);

        var area = page.Page.Locator("tbody th a").First;
        await area.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("main")).ToBeFocusedAsync();
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/gebieden/CU0153-", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_map_is_walked_zoomed_and_opened_with_the_keyboard()
    {
        await using var page = await dashboard.OpenAsync($"/gemeenten/{DrawnMunicipality.Code}", forAxe: true);
        var (map, chosen) = (page.Page.Locator(".chart.map .chart-box"), page.Page.Locator(".map-note[aria-live] a"));
        await Expect(map.Locator("svg path").First).ToBeVisibleAsync();
        var width = await WidestShapeAsync(page);

        await map.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(chosen).ToHaveTextAsync("Buurt 0-0");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(chosen).ToHaveTextAsync("Buurt 0-1");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(chosen).ToHaveTextAsync("Buurt 1-1");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(chosen).ToHaveTextAsync("Buurt 0-1");

        await page.Page.Keyboard.PressAsync("+");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Hele kaart" })).ToBeEnabledAsync();
        Assert.InRange(await WidestShapeAsync(page) / width, 1.5, 1.7);
        Assert.Empty(await page.AxeFindingsAsync());
        await page.PictureAsync("map-zoomed");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Hele kaart" }).ClickAsync();
        Assert.InRange(await WidestShapeAsync(page) / width, 0.99, 1.01);

        await map.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/gebieden/BU99090001", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // In pixels, without what is around the map.
    private static Task<double> WidestShapeAsync(OpenPage page) => page.Page.EvaluateAsync<double>(
        "() => Math.max(...[...document.querySelectorAll('.chart.map svg path')].map(path => path.getBoundingClientRect().width))");

    [Fact]
    public async Task Explanations_and_chart_tables_open_with_the_keyboard()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia?jaar=2017");
        var why = page.Page.Locator("tr.why-row summary").First;
        await why.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("tr.why-row").First.Locator(".steps")).ToBeVisibleAsync();

        await page.Page.Locator("figure.chart").First.GetByRole(AriaRole.Button, new() { Name = "Als tabel" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.Locator("figure.chart").First.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }
}
