using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;
using Wijkmonitor.Testing;
using static Wijkmonitor.Functions.Tests.Api.Subjects.ProjectsKind;
using static Wijkmonitor.Functions.Tests.Api.Subjects.SubjectApi;

namespace Wijkmonitor.Functions.Tests.Api.Subjects;

/// <summary>Programmes and projects in a list: their state, lateness and next deadline, for each caller, on the first of July 2021.</summary>
public sealed class SubjectListTests(StorageEmulator emulator)
{
    private const string Areas = "code;name;boundary_year\nGM0153;Stad;2020\nBU01530000;Noord;2020\nGM0141;Buurstad;2020\n";

    private static readonly Caller Lead = Partner(["GM0153"]);

    [Fact]
    public async Task The_list_has_the_delay_the_promise_the_next_deadline_and_the_party_that_decides()
    {
        var replanned = Due("completion", "2021-01-01") with
        {
            Until = new DateOnly(2021, 3, 31),
            Dates = [new DeadlineDate(DeadlineDateKind.Baseline, new DateOnly(2017, 9, 30)), new DeadlineDate(DeadlineDateKind.Replan, new DateOnly(2021, 1, 1)) { Until = new DateOnly(2021, 3, 31) }],
        };
        var gate = Due("gate", "2021-10-01", isMet: null) with { IsDecision = true, Party = new("gemeenteraad", "council") };
        var api = await StoreAsync(Card("north", "BU01530000", null, replanned, gate, Due("start", "2020-01-01", isMet: true)));

        var item = Assert.Single(await api.SubjectsAsync(Caller.Anonymous));

        Assert.Equal(("NORTH", "late", "project", "GM0153", "2021-01-01"), (Text(item, "title"), Text(item, "state"), Text(item, "scope"), Text(item, "municipality"), Text(item, "asOf")));
        var late = item.GetProperty("late");
        Assert.Equal((92, "2017-09-30", 1370), (late.GetProperty("daysLate").GetInt32(), Text(late, "firstPromised"), late.GetProperty("daysAfterFirst").GetInt32()));
        Assert.Equal(("gate", "council", true), (Text(item.GetProperty("next"), "code"), Text(item.GetProperty("decision").GetProperty("party"), "en"), item.GetProperty("decision").GetProperty("isDecision").GetBoolean()));
        Assert.Equal("/api/v1/areas/BU01530000/scorecards/projects/2020/north", Text(item, "href"));
    }

    [Fact]
    public async Task Each_state_has_its_reason_and_the_earliest_deadline_comes_first()
    {
        var api = await StoreAsync(
            Card("a-unknown", "GM0153", null, Due("x", "2021-01-01", isMet: null)), Card("b-none", "GM0153", null), Card("c-done", "GM0153", null, Due("x", "2021-01-01", isMet: true)),
            Card("d-ahead", "GM0153", null, Due("x", "2021-07-01")), Card("e-late", "GM0153", null, Due("x", "2021-06-30")),
            Card("f-alert", "GM0153", null, Due("x", "2021-12-31")) with { Findings = [Alert("stop-rule", AlertRole.Board)] });

        Assert.Equal(
            ["e-late late", "d-ahead planned", "f-alert attention", "a-unknown unknown", "b-none unknown", "c-done completed"],
            (await api.SubjectsAsync(Caller.Anonymous)).Select(item => $"{Text(item, "subject")} {Text(item, "state")}"));
        Assert.Equal(["e-late"], await NamesAsync(api, Caller.Anonymous, "?state=late"));
        Assert.Equal(["f-alert", "e-late", "d-ahead", "c-done", "b-none", "a-unknown"], await NamesAsync(api, Caller.Anonymous, "?sort=-title"));
        Assert.Equal(400, (await api.AskSubjectsAsync(Caller.Anonymous, "?state=green")).Status);
    }

    [Fact]
    public async Task The_newest_scorecard_counts()
    {
        var api = await StoreAsync(
            Card("north", "GM0153", null, Due("x", "2021-01-01", isMet: true)), Card("north", "GM0153", null, Due("x", "2021-01-01")) with { Period = new(2019) });

        Assert.Equal(("completed", "2020"), Assert.Single((await api.SubjectsAsync(Caller.Anonymous)).Select(item => (Text(item, "state"), Text(item, "period")))));
    }

    [Fact]
    public async Task Nobody_finds_in_a_list_its_order_or_counts_what_its_scorecard_does_not_show()
    {
        var (open, hidden) = (Due("open", "2021-01-01"), Due("hidden", "2020-01-01"));
        var api = await StoreAsync(
            Card("everybody", "GM0153", null, open), Card("partners", "GM0153", DatasetVisibility.Partners, hidden) with { Findings = [Alert("stop-rule", AlertRole.Controller)] },
            Card("owner", "GM0153", DatasetVisibility.Owner, hidden));

        foreach (var (caller, expected) in new[]
        {
            (Caller.Anonymous, new[] { "everybody" }), (Partner(["GM0141"]), ["everybody"]), (Partner(["BU01530000"]), ["everybody"]),
            (Lead, ["partners", "everybody"]), (Admin, ["owner", "partners", "everybody"]),
        })
        {
            Assert.Equal(expected, await NamesAsync(api, caller));
            Assert.Equal(expected, await NamesAsync(api, caller, "?municipality=GM0153"));
            Assert.Contains($"\"total\":{expected.Length}", (await api.AskSubjectsAsync(caller, "")).Body, StringComparison.Ordinal);
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await api.AlertsAsync(caller)).Select(alert => Text(alert, "subject")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            var calendar = (await api.AskAlertsAsync(caller, "?format=ics")).Body;
            Assert.All(new[] { "everybody", "partners", "owner" }, name => Assert.Equal((name, expected.Contains(name)), (name, calendar.Contains(name, StringComparison.OrdinalIgnoreCase))));
        }
    }

    [Fact]
    public async Task A_list_is_of_an_area_a_municipality_or_a_kind()
    {
        var api = await StoreAsync(Card("city", "GM0153", null), Card("north", "BU01530000", null), Card("other", "GM0141", null));

        Assert.Equal(["north"], await NamesAsync(api, Caller.Anonymous, "?area=BU01530000"));
        Assert.Equal(["city", "north"], await NamesAsync(api, Caller.Anonymous, "?municipality=GM0153"));
        Assert.Equal(["city", "north", "other"], await NamesAsync(api, Caller.Anonymous));
        Assert.Equal(["city", "north", "other"], await NamesAsync(api, Caller.Anonymous, "?kind=projects"));
        Assert.Empty(await api.SubjectsAsync(Caller.Anonymous, "?kind=other"));
        Assert.Empty(await api.SubjectsAsync(Caller.Anonymous, "?municipality=GM0153&area=BU01410000"));
        Assert.Equal(400, (await api.AskSubjectsAsync(Caller.Anonymous, "?municipality=BU01530000")).Status);
    }

    [Fact]
    public async Task Pages_and_csv_hold_the_same_and_no_formula()
    {
        var api = await StoreAsync(Card("a", "GM0153", null) with { About = new SubjectDetails("=1+1", SubjectScope.Project) }, Card("b", "GM0153", null), Card("c", "GM0153", null));

        var first = System.Text.Json.JsonDocument.Parse((await api.AskSubjectsAsync(Caller.Anonymous, "?limit=2")).Body).RootElement;
        var second = await api.SubjectsAsync(Caller.Anonymous, new Uri("http://monitor" + Text(first, "next")).Query);
        var csv = (await api.AskSubjectsAsync(Caller.Anonymous, "?format=csv")).Body;

        Assert.Equal(["a", "b", "c"], first.GetProperty("items").EnumerateArray().Concat(second).Select(item => Text(item, "subject")));
        Assert.Contains(";'=1+1;", csv, StringComparison.Ordinal);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_subject_that_is_gone_or_shown_to_fewer_leaves_the_list()
    {
        var stores = await ScoredAsync(Card("gone", "GM0153", null), Card("narrowed", "GM0153", null), Card("kept", "GM0153", null));
        Assert.Equal(["gone", "kept", "narrowed"], await NamesAsync(new SubjectApi(stores), Caller.Anonymous));

        var second = new SubjectApi(stores, new ProjectsKind(Card("narrowed", "GM0153", DatasetVisibility.Partners), Card("kept", "GM0153", null)));
        await second.ScoreAsync("GM0153");

        Assert.Equal(["kept"], await NamesAsync(second, Caller.Anonymous));
        Assert.Equal(["kept", "narrowed"], await NamesAsync(second, Lead));
    }

    private static async Task<string[]> NamesAsync(SubjectApi api, Caller caller, string query = "") => [.. (await api.SubjectsAsync(caller, query)).Select(item => Text(item, "subject"))];

    private async Task<SubjectApi> StoreAsync(params Indicators.Scorecards.Model.Scorecard[] cards)
    {
        var api = await OnAsync(emulator, new ProjectsKind(cards));
        await api.StoreAsync("areas", Areas);
        await api.ScoreAsync("GM0153", "GM0141");
        return api;
    }

    private async Task<Stores> ScoredAsync(params Indicators.Scorecards.Model.Scorecard[] cards)
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var api = new SubjectApi(stores, new ProjectsKind(cards));
        await api.StoreAsync("areas", Areas);
        await api.ScoreAsync("GM0153");
        return stores;
    }
}
