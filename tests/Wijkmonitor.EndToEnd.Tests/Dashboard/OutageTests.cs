using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>Calls of the API that fail, one at a time: each is reported as what it is, and never as if there were nothing.</summary>
[Collection<DashboardTests>]
public sealed partial class OutageTests(DashboardMonitor dashboard)
{
    private const string Message = "main [role=alert], main .sign-in-needed";

    // What a view says of what there is: figures, and that there is nothing.
    private const string Statements = "main .empty, main .no-map, main .figure, main .tally-count";

    private static readonly string[] Views =
    [
        "/", $"/gemeenten/{DrawnMunicipality.Code}", "/gemeenten/GM0153?toon=compass", "/gebieden/CU0153-dolphia?jaar=2017", "/programmas", "/rekenvoorbeelden",
        "/sociale-hypotheken", "/sociale-hypotheken/dolphia", "/gegevens", "/gegevens/{refused}",
    ];

    public static TheoryData<string, string> EveryViewAndFailure()
    {
        var data = new TheoryData<string, string>();
        foreach (var (view, failure) in Views.SelectMany(view => Failure.All.Select(failure => (view, failure.Name))))
        {
            data.Add(view, failure);
        }

        return data;
    }

    public static TheoryData<string> EveryView => [.. Views];

    public static TheoryData<string> EveryFailure => [.. Failure.All.Select(failure => failure.Name)];

    [Theory]
    [MemberData(nameof(EveryView))]
    public async Task One_call_that_fails_is_reported_and_the_rest_of_the_view_stays_right(string view)
    {
        var path = GetPath(view);
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await page.Page.Clock.InstallAsync();
        var (calls, said) = await VisitAsync(page, path);
        foreach (var (index, call) in calls.Index())
        {
            // Each call in turn, by one way of failing after the other.
            var failure = Failure.All[index % Failure.All.Count];
            failure = failure.IsForbidden && IsForParties(path, call) ? Failure.All[0] : failure;
            await page.Page.RouteAsync(new Regex(Regex.Escape(call) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)), route => failure.AnswerAsync(page.Page, route));
            await page.Page.GotoAsync(path);

            await Expect(page.Page.Locator(Message).First).ToBeVisibleAsync();
            await Expect(page.Page.Locator("main .loading")).ToHaveCountAsync(0);
            Assert.Empty((await SaidAsync(page)).Except(said, StringComparer.Ordinal).Select(text => $"{call}: {text}"));
            Assert.Equal(1, await page.Page.Locator("h1").CountAsync());
            await page.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        }
    }

    [Theory]
    [MemberData(nameof(EveryViewAndFailure))]
    public async Task A_view_with_failed_calls_shows_the_failure_alone(string view, string name)
    {
        var failure = Failure.Named(name);
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await failure.PrepareAsync(page.Page);
        await page.Page.RouteAsync("**/api/v1/**", route => failure.AnswerAsync(page.Page, route));
        await page.Page.GotoAsync(GetPath(view));

        await Expect(page.Page.Locator("main [role=alert]").First).ToContainTextAsync(failure.Title);
        await Expect(page.Page.Locator("main .loading")).ToHaveCountAsync(0);
        Assert.Empty(await SaidAsync(page));
        Assert.Equal(1, await page.Page.Locator("h1").CountAsync());
    }

    [Theory]
    [MemberData(nameof(EveryFailure))]
    public async Task A_search_that_fails_finds_not_nothing(string name)
    {
        var failure = Failure.Named(name);
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await failure.PrepareAsync(page.Page);
        await page.GoAsync("/sociale-hypotheken");
        await page.Page.RouteAsync("**/api/v1/areas?*", route => failure.AnswerAsync(page.Page, route));

        await page.Page.GetByRole(AriaRole.Combobox).First.FillAsync("dolph");

        var said = page.Page.Locator(".search [role=alert]");
        await Expect(said).ToContainTextAsync(failure.IsForbidden ? "U kunt zoeken als u bent aangemeld" : "Zoeken lukt nu niet");
        await Expect(page.Page.GetByText("Niets gevonden")).ToHaveCountAsync(0);
        await page.PictureAsync("search-failed-" + name);
        await page.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        if (!failure.IsForbidden)
        {
            await said.GetByRole(AriaRole.Button, new() { Name = "Opnieuw zoeken" }).ClickAsync();
            await Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        }
    }

    [Theory]
    [MemberData(nameof(EveryFailure))]
    public async Task A_failed_form_keeps_its_input_and_shows_the_reason(string name)
    {
        var failure = Failure.Named(name);
        await using var page = await dashboard.Browser.OpenAsync(dashboard.Address, Device.Desktop);
        await failure.PrepareAsync(page.Page);
        await page.GoAsync("/sociale-hypotheken/dolphia");
        await page.Page.RouteAsync("**/what-if", route => failure.AnswerAsync(page.Page, route));
        await page.Page.GetByLabel("Buurtmaaltijd").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Page.Locator(".outcome [role=alert]")).ToContainTextAsync(failure.Title);
        await Expect(page.Page.Locator(".outcome .figure")).ToHaveCountAsync(0);

        await page.GoAsync("/gegevens");
        await page.Page.RouteAsync("**/api/v1/inbox/areas/files/**", route => failure.AnswerAsync(page.Page, route));
        await page.Page.Locator(".upload select").SelectOptionAsync("areas");
        await page.Page.Locator(".upload input[type=file]").SetInputFilesAsync(new FilePayload { Name = "never.csv", MimeType = "text/csv", Buffer = "code;name;boundary_year\n"u8.ToArray() });

        await Expect(page.Page.Locator(".upload .rows .problem-text")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator(".upload .rows")).Not.ToContainTextAsync("in de inbox");
    }

    private string GetPath(string view) => view.Replace("{refused}", dashboard.Refused.Id, StringComparison.Ordinal);

    // Who is no party to a contract sees none of it, and no place for it either.
    private static bool IsForParties(string path, string call) => path.StartsWith("/gebieden/", StringComparison.Ordinal) && call.Contains("social-mortgages", StringComparison.Ordinal);

    private static async Task<(IReadOnlyList<string> Calls, IReadOnlyList<string> Said)> VisitAsync(OpenPage page, string path)
    {
        var calls = new List<string>();
        page.Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url).PathAndQuery;
            if (address.StartsWith("/api/", StringComparison.Ordinal))
            {
                lock (calls)
                {
                    calls.Add(address);
                }
            }
        };
        await page.GoAsync(path);
        await Expect(page.Page.Locator("main .loading")).ToHaveCountAsync(0);
        var said = await SaidAsync(page);
        lock (calls)
        {
            return ([.. calls.Distinct(StringComparer.Ordinal)], said);
        }
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(OpenPage page) =>
        [.. (await page.Page.Locator(Statements).AllInnerTextsAsync()).Select(text => Spaces().Replace(text, " ").Trim()).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
