using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Scoring;

/// <summary>From a kind of scorecards that exists in these tests only to what callers are served.</summary>
public sealed class ScoringRunTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0344");
    private static readonly AreaCode Area = AreaCode.Parse("BU03440000");
    private static readonly Caller Partner = new(IsKnown: true, Roles.Partner, Scope.None with { Areas = new HashSet<AreaCode> { Municipality } });
    private static readonly Caller Admin = new(IsKnown: true, Roles.Admin, Scope.None);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kind_with_subjects_is_listed_linked_and_served()
    {
        var api = await ScoreAsync(new TestKind(Visibility: null, Card("north", null), Card("south", null)));

        var kinds = await JsonAsync(api, Caller.Anonymous, (functions, request) => functions.ListKindsAsync(request, Municipality.Value, Token));
        Assert.Equal("projects", Assert.Single(Items(kinds)).GetProperty("kind").GetString());
        var ofArea = Items(await JsonAsync(api, Caller.Anonymous, (functions, request) => functions.ListAsync(request, Area.Value, Token)));
        var ofKind = Items(await JsonAsync(api, Caller.Anonymous, (functions, request) =>
            functions.ListByMunicipalityAsync(request, Municipality.Value, "projects", Token)));
        foreach (var list in new[] { ofArea, ofKind })
        {
            Assert.Equal(["north", "south"], list.Select(item => item.GetProperty("subject").GetString()!));
            Assert.Equal(
                ["/api/v1/areas/BU03440000/scorecards/projects/2025/north", "/api/v1/areas/BU03440000/scorecards/projects/2025/south"],
                list.Select(item => item.GetProperty("href").GetString()!));
        }

        var north = await JsonAsync(api, Caller.Anonymous, (functions, request) =>
            functions.GetBySubjectAsync(request, Area.Value, "projects", "2025", "north", Token));
        Assert.Equal("north", north.GetProperty("subject").GetString());
        Assert.Equal(404,
            (await AskAsync(api, Caller.Anonymous, "", (functions, request) => functions.GetAsync(request, Area.Value, "projects", "2025", Token))).Status);
        Assert.Equal(404,
            (await AskAsync(api, Caller.Anonymous, "", (functions, request) =>
            functions.GetBySubjectAsync(request, Area.Value, "projects", "2025", "no#key|here", Token))).Status);
    }

    [Fact]
    public async Task The_map_and_csv_of_a_kind_distinguish_its_subjects()
    {
        var api = await ScoreAsync(new TestKind(Visibility: null, Card("north", null), Card("south", null)));

        var map = await AskAsync(api, Caller.Anonymous, "?format=geojson", (functions, request) => functions.ListByMunicipalityAsync(request, Municipality.Value, "projects", Token));
        var csv = await AskAsync(api, Caller.Anonymous, "?format=csv", (functions, request) => functions.ListByMunicipalityAsync(request, Municipality.Value, "projects", Token));

        var features = JsonDocument.Parse(map.Body).RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(["BU03440000/2025/north", "BU03440000/2025/south"], features.Select(feature => feature.GetProperty("id").GetString()!));
        Assert.Equal(["north", "south"], features.Select(feature => feature.GetProperty("properties").GetProperty("subject").GetString()!));
        var rows = csv.Body.Split("\r\n");
        var column = Array.IndexOf(rows[0].TrimStart('\uFEFF').Split(';'), "subject");
        Assert.Equal(["north", "south"], rows[1..3].Select(row => row.Split(';')[column]));
    }

    [Theory]
    [InlineData(null, null, "public")]
    [InlineData(null, DatasetVisibility.Partners, "partner")]
    [InlineData(null, DatasetVisibility.Owner, "admin")]
    [InlineData(DatasetVisibility.Partners, null, "partner")]
    [InlineData(DatasetVisibility.Partners, DatasetVisibility.Owner, "admin")]
    [InlineData(DatasetVisibility.Owner, DatasetVisibility.Public, "admin")]
    public async Task The_strictest_visibility_of_kind_and_scorecard_applies(
        DatasetVisibility? ofKind, DatasetVisibility? ofCard, string widest)
    {
        // No dataset here is for some only: nothing but these limits narrows anything.
        var api = await ScoreAsync(new TestKind(ofKind, Card("north", ofCard), Card("south", DatasetVisibility.Public)));

        string[] audiences = ["public", "partner", "admin"];
        foreach (var (caller, name) in new[] { (Caller.Anonymous, "public"), (Partner, "partner"), (Admin, "admin") })
        {
            var served = await AskAsync(api, caller, "", (functions, request) =>
                functions.GetBySubjectAsync(request, Area.Value, "projects", "2025", "north", Token));
            var listed = Items(await JsonAsync(api, caller, (functions, request) =>
                functions.ListByMunicipalityAsync(request, Municipality.Value, "projects", Token)));

            var isSeen = Array.IndexOf(audiences, name) >= Array.IndexOf(audiences, widest);
            Assert.Equal((name, isSeen ? 200 : 404), (name, served.Status));
            Assert.Equal((name, isSeen), (name, listed.Any(item => item.GetProperty("subject").GetString() == "north")));
        }
    }

    [Fact]
    public async Task A_new_kind_needs_only_its_folder_and_registration()
    {
        var plans = GreenPlansRules.With(
            new("north", Planted: 60, Agreed: 50, Kept: 90), new("south", Planted: 20, Agreed: 50, Kept: 95),
            new("hidden", Planted: 1, Agreed: 50, Kept: 95, DatasetVisibility.Partners));
        var api = await ScoreAsync(new GreenPlansKind(plans));

        var kinds = Items(await JsonAsync(api, Caller.Anonymous, (functions, request) => functions.ListKindsAsync(request, Municipality.Value, Token)));
        Assert.Equal("green-plans", Assert.Single(kinds).GetProperty("kind").GetString());
        async Task<IEnumerable<(string?, string?)>> Listed(Caller caller) =>
            Items(await JsonAsync(api, caller, (functions, request) => functions.ListAsync(request, Area.Value, Token)))
                .Select(item => (item.GetProperty("subject").GetString(), item.GetProperty("signals").GetProperty("planted").GetString()));
        Assert.Equal([("north", "green"), ("south", "red")], await Listed(Caller.Anonymous));
        Assert.Equal([("hidden", "red"), ("north", "green"), ("south", "red")], await Listed(Partner));
        Task<(int Status, string Body)> Hidden(Caller caller) =>
            AskAsync(api, caller, "", (functions, request) => functions.GetBySubjectAsync(request, Area.Value, "green-plans", "2025", "hidden", Token));
        Assert.Equal((404, 200), ((await Hidden(Caller.Anonymous)).Status, (await Hidden(Partner)).Status));
        var south = await JsonAsync(api, Caller.Anonymous, (functions, request) =>
            functions.GetBySubjectAsync(request, Area.Value, "green-plans", "2025", "south", Token));
        Assert.Equal(["planted", "kept"], south.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("code").GetString()!));
        Assert.Equal("behind-schedule", Assert.Single(south.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DatasetVisibility.Partners)]
    public async Task A_kind_that_overflows_keeps_its_last_scorecards_and_the_others_are_computed(DatasetVisibility? visibility)
    {
        var stores = await RegisterAsync();
        var (first, _) = Create(stores, new GreenPlansKind(GreenPlansRules.With(new GreenPlan("north", Planted: 60, Agreed: 50, Kept: 90, visibility))), new TestKind(Visibility: null, Card("east", null)));
        await first.ScoreMunicipalityAsync(Municipality, Token);

        var (second, api) = Create(
            stores,
            new GreenPlansKind(GreenPlansRules.With(
                new GreenPlan("north", decimal.MaxValue, decimal.MinValue, Kept: 90, visibility),
                new GreenPlan("south", Planted: 60, Agreed: 50, Kept: 90, visibility))),
            new TestKind(Visibility: null, Card("west", null)));
        var failure = await Assert.ThrowsAsync<AggregateException>(() => second.ScoreMunicipalityAsync(Municipality, Token));

        Assert.IsType<OverflowException>(Assert.Single(failure.InnerExceptions));
        var kept = await JsonAsync(api, Partner, (functions, request) =>
            functions.GetBySubjectAsync(request, Area.Value, "green-plans", "2025", "north", Token));
        Assert.Equal(60, kept.GetProperty("lines")[0].GetProperty("value").GetDecimal());
        Assert.NotEqual(default, kept.GetProperty("computedAt").GetDateTimeOffset());
        var subjects = Items(await JsonAsync(api, Partner, (functions, request) => functions.ListAsync(request, Area.Value, Token)));
        Assert.Equal(["north", "west"], subjects.Select(item => item.GetProperty("subject").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_subject_with_invalid_key_characters_is_not_stored() =>
        await Assert.ThrowsAsync<ArgumentException>(() => ScoreAsync(new TestKind(Visibility: null, Card("north|south", null))));

    [Fact]
    public async Task The_first_of_two_rules_files_wins()
    {
        var api = await ScoreAsync(
            new TestKind(Visibility: null, Card("north", null) with { RuleVersion = "first" }),
            new TestKind(Visibility: null, Card("north", null) with { RuleVersion = "second" }, Card("south", null) with { RuleVersion = "second" }));

        var listed = Items(await JsonAsync(api, Caller.Anonymous, (functions, request) => functions.ListAsync(request, Area.Value, Token)));
        Assert.Equal(["north by first", "south by second"], listed.Select(item => $"{item.GetProperty("subject")} by {item.GetProperty("ruleVersion")}"));
    }

    [Fact]
    public async Task A_hidden_scorecard_does_not_block_the_second_rules_file()
    {
        var api = await ScoreAsync(
            new TestKind(Visibility: null, Card("north", DatasetVisibility.Partners) with { RuleVersion = "first" }),
            new TestKind(Visibility: null, Card("north", null) with { RuleVersion = "second" }));

        async Task<string> VersionAsync(Caller caller) =>
            (await JsonAsync(api, caller, (functions, request) => functions.GetBySubjectAsync(request, Area.Value, "projects", "2025", "north", Token)))
                .GetProperty("ruleVersion").GetString()!;
        Assert.Equal(("second", "first"), (await VersionAsync(Caller.Anonymous), await VersionAsync(Partner)));
    }

    private async Task<ScorecardsFunctions> ScoreAsync(params IReadOnlyList<IScorecardKind> kinds)
    {
        var (run, api) = Create(await RegisterAsync(), kinds);
        await run.ScoreMunicipalityAsync(Municipality, Token);
        return api;
    }

    private async Task<Stores> RegisterAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var writer = new AreaStore(stores.Tables).CreateWriter();
        await writer.AddAsync(AreaStore.ToEntity(new Area(Municipality, "Utrecht", 2025), "areas-1"), Token);
        await writer.AddAsync(AreaStore.ToEntity(new Area(Area, "Kanaleneiland", 2025), "areas-1"), Token);
        await writer.CompleteAsync(Token);
        return stores;
    }

    private static (ScoringRun Run, ScorecardsFunctions Api) Create(Stores stores, params IReadOnlyList<IScorecardKind> kinds)
    {
        var (areas, contracts) = (new AreaStore(stores.Tables), new ContractStore(stores.Tables));
        var (rules, visibility, scorecards) = (new ScoringRules([.. kinds]), new VisibilityPolicy(new CurrentDatasets(Stores.Config)),
            new ScorecardStore(stores.Tables, stores.Ids));
        var scoring = new MunicipalityScoring(
            Stores.Config.Catalogue,
            rules,
            new AreaRecordStore(stores.Tables),
            stores.Municipality(),
            contracts,
            new SocialMortgageRepository(contracts, new LedgerStore(stores.Tables), new DecisionStore(stores.Tables),
                new SettlementStore(stores.Tables, stores.Containers, stores.Ids), stores.Ids),
            stores.Ids,
            visibility,
            new DisclosureOptions(),
            new CurrentDatasets(Stores.Config));
        var run = new ScoringRun(
            scoring,
            stores.Publisher(),
            rules,
            stores.Deliveries,
            areas,
            new AreaIndex(stores.Tables),
            new CrosswalkStore(stores.Tables),
            scorecards,
            new Locks(stores.Containers, TimeProvider.System),
            new ProgressStore(stores.Tables),
            new WijkmonitorMetrics(),
            TimeProvider.System,
            NullLogger<ScoringRun>.Instance);
        return (run, new ScorecardsFunctions(scorecards, areas, new BoundaryStore(stores.Tables), visibility,
            new InputVisibility(visibility, new CurrentDatasets(Stores.Config)), rules));
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> JsonAsync(ScorecardsFunctions api, Caller caller, Func<ScorecardsFunctions, HttpRequest, Task<IResult>> call)
    {
        var (status, body) = await AskAsync(api, caller, "", call);
        Assert.Equal(200, status);
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task<(int Status, string Body)> AskAsync(
        ScorecardsFunctions api, Caller caller, string query, Func<ScorecardsFunctions, HttpRequest, Task<IResult>> call)
    {
        var answer = await FunctionCall.SendAsync(request => call(api, request), caller, query);
        return (answer.Status, answer.Body);
    }

    private static Scorecard Card(string subject, DatasetVisibility? visibility) =>
        new("projects", subject, Area, new Period(2025), "rules-1", 2025, [],
            [new ScorecardTotal("homes", new BilingualText("woningen", "homes"), 12, "homes", [])], [])
        {
            Visibility = visibility,
        };

    private sealed record TestKind(DatasetVisibility? Visibility, params Scorecard[] Cards) : IScorecardKind
    {
        public string Name => "projects";

        public string RuleVersion => "rules-1";

        public ScorecardKindInfo Info => new(Name, new(Name, Name), new("", ""), Order: 10, ScorecardLayout.Lines);

        public IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null) => Cards;
    }
}
