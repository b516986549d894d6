using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>The texts in charts, as they are drawn at the width of a phone, a tablet and a laptop.</summary>
[Collection<DashboardTests>]
public sealed class ChartTests(DashboardMonitor dashboard)
{
    // The texts of each chart that are cut by its edge, or that are drawn through another one.
    private const string Clashes = """
        () => [...document.querySelectorAll(".chart-box > div > svg, .chart-box > svg")].flatMap(svg => {
          const edge = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll("text")].filter(t => t.textContent.trim() && t.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
          const boxes = texts.map(t => ({ words: t.textContent, box: t.getBoundingClientRect() }));
          const cut = boxes.filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
          const through = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3)
            .map(b => `${a.words} / ${b.words}`));
          return [...cut.map(c => `cut: ${c.words}`), ...through];
        })
        """;

    // As wide as its box, and drawn again when that changes.
    private const string IsDrawn = """
        () => [...document.querySelectorAll(".chart-box")].every(box => {
          const svg = box.querySelector("svg:has(path)");
          return svg && Math.abs(svg.getBoundingClientRect().width - box.clientWidth) < 1;
        })
        """;

    private static readonly int[] Widths = [390, 768, 1366];

    private static readonly string[] Views =
    [
        "/gebieden/CU0153-dolphia?jaar=2017", "/gebieden/CU0153-kade?jaar=2021", "/gebieden/CU0153-lindenplein?jaar=2021", "/sociale-hypotheken/dolphia", $"/gemeenten/{DrawnMunicipality.Code}",
    ];

    public static TheoryData<string, string> EveryView()
    {
        var data = new TheoryData<string, string>();
        foreach (var view in Views)
        {
            data.Add(view, "nl");
            data.Add(view, "en");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryView))]
    public async Task Texts_of_charts_are_neither_cut_nor_drawn_through_each_other(string view, string language)
    {
        await using var page = await dashboard.OpenAsync(view + (view.Contains('?', StringComparison.Ordinal) ? "&lang=" : "?lang=") + language);
        await Expect(page.Page.Locator(".chart-box").First).ToBeVisibleAsync();
        foreach (var width in Widths)
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            await page.Page.WaitForFunctionAsync(IsDrawn);

            var found = await page.Page.EvaluateAsync<string[]>(Clashes);
            Assert.True(found.Length == 0, $"At {width}: {string.Join("; ", found)}");
            await page.PictureAsync($"chart-{view.Split('/')[2].Split('?')[0]}-{width}-{language}");
        }

        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_clash_of_texts_is_found()
    {
        await using var page = await dashboard.OpenAsync("/sociale-hypotheken/dolphia");
        await Expect(page.Page.Locator(".chart-box svg text").First).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("() => { const all = [...document.querySelectorAll('.chart-box svg text')]; all[1].setAttribute('transform', all[0].getAttribute('transform') ?? ''); all[1].setAttribute('x', all[0].getAttribute('x') ?? 0); all[1].setAttribute('y', all[0].getAttribute('y') ?? 0); all[2].setAttribute('x', -4000); }");

        var found = await page.Page.EvaluateAsync<string[]>(Clashes);
        Assert.Contains(found, words => words.StartsWith("cut: ", StringComparison.Ordinal));
        Assert.Contains(found, words => words.Contains(" / ", StringComparison.Ordinal));
    }
}
