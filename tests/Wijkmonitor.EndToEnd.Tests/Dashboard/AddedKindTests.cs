using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>
/// A kind of scorecard that the dashboard never heard of. It is computed here and answered to the browser in the place of the API, by the API's own types, besides what the
/// monitor itself says; the package that is tested has nothing of it.
/// </summary>
[Collection<DashboardTests>]
public sealed class AddedKindTests(DashboardMonitor dashboard)
{
    private const string Area = "BU99090000";

    private static readonly GreenPlansRules Rules = GreenPlansRules.With(new("north", Planted: 60, Agreed: 50, Kept: 90), new("south", Planted: 20, Agreed: 50, Kept: 95));

    public static TheoryData<ScorecardLayout> Layouts => [.. Enum.GetValues<ScorecardLayout>()];

    [Fact]
    public async Task An_added_kind_is_drawn_from_its_own_description()
    {
        await using var page = await OpenAsync(new GreenPlansKind(Rules), $"/gebieden/{Area}?jaar=2025");
        var section = page.Page.Locator("#green-plans");

        await Expect(section.GetByRole(AriaRole.Heading, new() { Name = "Groenplannen", Exact = true })).ToBeVisibleAsync();
        await Expect(section).ToContainTextAsync("Hoe ver elk groenplan is, naast wat is afgesproken.");
        await Expect(page.Page.Locator(".kind-links a").Last).ToHaveTextAsync("Groenplannen");
        await Expect(section.GetByRole(AriaRole.Figure).Or(section.Locator("figure.chart"))).ToContainTextAsync("Geplant en bewaard, in procenten");
        var planted = section.Locator(".line").Filter(new() { HasText = "Bomen geplant" });
        await Expect(planted.Locator(".badge")).ToHaveTextAsync("op schema");
        Assert.Equal(["Norm", "begonnen in", "nog te planten (%)"], await planted.Locator(".line-facts dt").AllInnerTextsAsync());
        Assert.Equal(["50%", "2025", "40"], await planted.Locator(".line-facts dd").AllInnerTextsAsync());
        await planted.GetByText("Hoe berekend?").ClickAsync();
        await Expect(planted.Locator(".step-name")).ToHaveTextAsync("voor of achter op het plan");
        await Expect(planted.Locator(".inputs tbody th").First).ToContainTextAsync("wat is geplant");
        await page.PictureAsync("added-kind-area");

        await section.GetByRole(AriaRole.Button, new() { Name = "south" }).ClickAsync();
        await Expect(planted.Locator(".badge")).ToHaveTextAsync("achter op schema");
        await Expect(section.Locator(".findings")).ToContainTextAsync("Dit plan ligt achter.");
        Assert.Contains("onderwerp=south", page.Page.Url, StringComparison.Ordinal);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(section.GetByRole(AriaRole.Heading, new() { Name = "Green plans", Exact = true })).ToBeVisibleAsync();
        await Expect(section.Locator(".line").Filter(new() { HasText = "Trees planted" }).Locator(".badge")).ToHaveTextAsync("behind schedule");
        Assert.Empty(page.Complaints);
        Assert.Empty(await page.AxeFindingsAsync());
    }

    [Fact]
    public async Task A_municipality_lists_every_subject_and_maps_the_least_favourable()
    {
        await using var page = await OpenAsync(new GreenPlansKind(Rules), $"/gemeenten/{DrawnMunicipality.Code}?toon=green-plans");

        await Expect(page.Page.GetByLabel("Toon").Locator("option:checked")).ToHaveTextAsync("Groenplannen");
        await Expect(page.Page.Locator(".about")).ToContainTextAsync("Hoe ver elk groenplan is, naast wat is afgesproken.");
        await page.Page.GetByLabel("Zoek op naam").First.FillAsync("Buurt 0-0");
        var rows = page.Page.Locator("tbody tr").Filter(new() { HasText = Area });
        await Expect(rows).ToHaveCountAsync(2);
        Assert.Equal(["north", "south"], await rows.Locator("td:nth-child(2)").AllInnerTextsAsync());
        Assert.Equal(["op schema", "achter op schema"], (await rows.Locator("td:nth-child(3)").AllInnerTextsAsync()).Select(text => text.Trim()));
        Assert.Equal(["op schema (0)", "achter op schema (2)", "geen cijfer (0)", "gebied van een ander jaar (498)"], (await page.Page.Locator(".legend li").AllInnerTextsAsync()).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        await page.PictureAsync("added-kind-municipality");

        await rows.GetByRole(AriaRole.Link, new() { Name = "south" }).ClickAsync();
        await Expect(page.Page.Locator("#green-plans").GetByRole(AriaRole.Button, new() { Name = "south" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Every_layout_can_be_chosen_by_a_kind_that_is_added(ScorecardLayout layout)
    {
        await using var page = await OpenAsync(new GreenPlansKind(Rules, layout), $"/gebieden/{Area}?jaar=2025&onderwerp=north");
        var section = page.Page.Locator("#green-plans");

        await Expect(section).ToContainTextAsync("Bomen geplant");
        await Expect(section).ToContainTextAsync("op schema");
        await Expect(section.Locator(".tiles")).ToHaveCountAsync(layout == ScorecardLayout.Tiles ? 1 : 0);
        await Expect(section.Locator("figure.chart")).ToHaveCountAsync(layout is ScorecardLayout.Dimensions or ScorecardLayout.Angles ? 1 : 0);
        await Expect(section.Locator(".city-line").First).ToHaveCountAsync(layout == ScorecardLayout.CityComparison ? 1 : 0);
        Assert.Empty(page.Complaints);
    }

    private async Task<OpenPage> OpenAsync(GreenPlansKind kind, string path)
    {
        var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop, forAxe: true);
        await AnswerAsync(page.Page, kind);
        return await page.GoAsync(path);
    }

    private static async Task AnswerAsync(IPage page, GreenPlansKind kind)
    {
        var cards = Compute(kind);
        List<ScorecardSummary> summaries = [.. cards.Select(card => ScorecardSummary.From(card, ScorecardSummary.GetHref(card)))];
        var ofMunicipality = $"/api/v1/municipalities/{DrawnMunicipality.Code}/scorecards";
        var all = Json(new ItemList<ScorecardKindInfo>(new ScoringRules([kind]).Infos), ScorecardsJson.Default.ItemListScorecardKindInfo);
        await page.RouteAsync("**/api/v1/scorecard-kinds", route => FulfillAsync(route, all));
        await page.RouteAsync($"**/api/v1/areas/{Area}/scorecards", route => AddAsync(route, Items(summaries.Where(summary => summary.Area.Value == Area))));
        await page.RouteAsync($"**{ofMunicipality}", route => AddAsync(route, Items(
            [new ScorecardKindResource(kind.Name, [Rules.Period], kind.Info.MayBeRanked, $"{ofMunicipality}/{kind.Name}")], ScorecardsJson.Default.ItemListScorecardKindResource)));
        await page.RouteAsync($"**{ofMunicipality}/{kind.Name}?*", route => FulfillAsync(route, new JsonObject { ["items"] = Items(summaries) }));
        foreach (var card in cards)
        {
            await page.RouteAsync("**" + ScorecardSummary.GetHref(card), route => FulfillAsync(route, Json(card, ScorecardsJson.Default.Scorecard)));
        }
    }

    private static List<Scorecard> Compute(GreenPlansKind kind)
    {
        var municipality = AreaCode.Parse(DrawnMunicipality.Code);
        Area[] register = [new(municipality, "Getekende gemeente", 2022), new(AreaCode.Parse(Area), "Buurt 0-0", 2022), new(AreaCode.Parse("BU99090001"), "Buurt 0-1", 2022)];
        return [.. kind.Compute(new MunicipalityFigures(municipality, new IndicatorCatalogue([]), register, new ObservationSet([]), []))];
    }

    private static JsonArray Items(IEnumerable<ScorecardSummary> summaries) => Items([.. summaries], ScorecardsJson.Default.ItemListScorecardSummary);

    private static JsonArray Items<T>(IReadOnlyList<T> items, JsonTypeInfo<ItemList<T>> type) => (JsonArray)Json(new ItemList<T>(items), type)["items"]!.DeepClone();

    private static JsonNode Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type)!;

    // Next to what the monitor itself answers.
    private static async Task AddAsync(IRoute route, JsonArray items)
    {
        var answer = await route.FetchAsync();
        var list = JsonNode.Parse(await answer.TextAsync())!.AsObject();
        foreach (var item in items)
        {
            list["items"]!.AsArray().Add(item!.DeepClone());
        }

        await FulfillAsync(route, list);
    }

    private static Task FulfillAsync(IRoute route, JsonNode json) => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = json.ToJsonString() });
}
