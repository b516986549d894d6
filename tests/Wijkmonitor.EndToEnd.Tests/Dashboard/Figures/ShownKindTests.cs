using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>The kinds of the registry at municipality level: a kind that is stored and not shown fails here.</summary>
[Collection<DashboardTests>]
public sealed partial class ShownKindTests(DashboardMonitor dashboard)
{
    private const string Municipality = "GM0153";

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_shows_its_figures_at_municipality_level(string kind)
    {
        var (period, lines) = await FindAsync(kind);
        await using var page = await dashboard.OpenAsync($"/gemeenten/{Municipality}?toon={kind}" + (period is null ? "" : $"&jaar={period}"));
        await Expect(page.Page.GetByLabel("Toon").Locator("option:checked")).ToHaveAttributeAsync("value", kind);
        if (period is null)
        {
            // A kind of the municipality as a whole leads to its own cards.
            await page.Page.GetByRole(AriaRole.Link, new() { Name = "Bekijk de gemeente zelf" }).ClickAsync();
            await Expect(page.Page.Locator($"#{kind} h2")).ToBeVisibleAsync();
            return;
        }

        await Expect(page.Page.Locator("main tbody td").First).ToBeVisibleAsync();
        var heads = await page.Page.Locator("main thead th").AllInnerTextsAsync();
        Assert.True(heads.Count > 2, $"There is nothing but name and code: {string.Join(", ", heads)}");
        Assert.DoesNotContain(heads, head => lines.Contains(head.Trim(), StringComparer.Ordinal) && head.Contains('_', StringComparison.Ordinal));
        var cells = await page.Page.Locator("main tbody td:not(:last-child)").AllInnerTextsAsync();
        Assert.Contains(cells, text => Digit().IsMatch(text));
        await Expect(page.Page.Locator(".source-note")).Not.ToContainTextAsync("Met een cijfer: 0");
        Assert.Empty(page.Complaints);
        await page.PictureAsync("municipality-kind-" + kind);
    }

    // The newest period in which an area has a value of the kind, and the codes of its lines. Of a kind that counts its judgements there is nothing to count without one.
    private async Task<(string? Period, IReadOnlyCollection<string> Lines)> FindAsync(string kind)
    {
        var path = $"/api/v1/municipalities/{Municipality}/scorecards";
        var stored = (await dashboard.ItemsAsync(path)).SingleOrDefault(item => item.GetProperty("kind").GetString() == kind);
        Assert.NotEqual(JsonValueKind.Undefined, stored.ValueKind);
        var field = ScorecardKinds.Infos.Single(info => info.Name == kind).CountsJudgements ? "signals" : "values";
        foreach (var period in stored.GetProperty("periods").EnumerateArray().Select(period => period.GetString()!).OrderDescending(StringComparer.Ordinal))
        {
            var known = (await dashboard.ItemsAsync($"{path}/{kind}?period={period}&limit=1000"))
                .Where(item => item.GetProperty("area").GetString() != Municipality && item.GetProperty(field).EnumerateObject().Any()).ToList();
            if (known.Count > 0)
            {
                return (period, [.. known.SelectMany(item => item.GetProperty("values").EnumerateObject().Select(value => value.Name)).Distinct(StringComparer.Ordinal)]);
            }
        }

        return (null, []);
    }

    [GeneratedRegex(@"\d", RegexOptions.None, 1000)]
    private static partial Regex Digit();
}
