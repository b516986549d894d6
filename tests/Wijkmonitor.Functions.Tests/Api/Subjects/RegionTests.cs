using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;
using static Wijkmonitor.Functions.Tests.Api.Subjects.SubjectApi;

namespace Wijkmonitor.Functions.Tests.Api.Subjects;

/// <summary>Regions for partners: their scorecards, lists, calendars and records are for partners of all members, or whose scope names the region.</summary>
public sealed class RegionTests(StorageEmulator emulator)
{
    private const string Header = "area;subject;title;family;rules;scope;boundary_year;units;unit;valid_from;visibility\n";
    private const string Members = "area;subject;municipality;members;valid_from\nGM0153;regio;GM0141;3;2020-01-01\nGM0153;regio;GM0147;3;2020-01-01\n";

    private static readonly (string Name, Caller Caller, bool IsShown)[] Callers =
    [
        ("public", Caller.Anonymous, false),
        ("partner of the lead", Partner(["GM0153"]), false),
        ("partner of a member", Partner(["GM0141"]), false),
        ("partner of all but one", Partner(["GM0153", "GM0141"]), false),
        ("partner of a neighbourhood of each", Partner(["BU01530000", "BU01410000", "BU01470000"]), false),
        ("partner of another region", Partner(["GM0153"], "GM0141/regio"), false),
        ("data team of nothing", new Caller(IsKnown: true, Roles.DataTeam, Scope.None with { Regions = new HashSet<string>(StringComparer.Ordinal) { "GM0153/regio" } }), false),
        ("partner of all members", Partner(["GM0153", "GM0141", "GM0147"]), true),
        ("partner of the region", Partner([], "GM0153/regio"), true),
        ("admin", Admin, true),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Callers.Select(known => known.Name)];

    // None, the one that leads it alone, one that is still to come, one more than there should be, and rows that contradict each other.
    public static TheoryData<string, string> NamesWithMembers =>
        [.. Callers.SelectMany(known => new[] { "", "GM0153:2", "GM0141:3", "GM0141:2 GM0147:2", "GM0141:3 GM0147:2" }.Select(members => new TheoryDataRow<string, string>(known.Name, members)))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_region_is_shown_to_partners_of_all_its_members_or_whose_scope_names_it(string name)
    {
        var (_, caller, isShown) = Callers.Single(known => known.Name == name);
        var api = await StoreAsync(Members);

        var (status, _) = await api.AskScorecardsAsync(caller, (functions, request) => functions.GetBySubjectAsync(request, "GM0153", "pipeline", "2020", "regio", Token));
        var ofArea = Items(await api.AskScorecardsAsync(caller, (functions, request) => functions.ListAsync(request, "GM0153", Token)));
        var kinds = Items(await api.AskScorecardsAsync(caller, (functions, request) => functions.ListKindsAsync(request, "GM0153", Token)));
        var ofKind = Items(await api.AskScorecardsAsync(caller, (functions, request) => functions.ListByMunicipalityAsync(request, "GM0153", "pipeline", Token)));

        Assert.Equal(isShown ? 200 : 404, status);
        Assert.Equal(isShown, ofArea.Exists(item => Text(item, "subject") == "regio"));
        Assert.Equal(isShown, ofKind.Exists(item => Text(item, "subject") == "regio"));
        Assert.Equal(isShown, kinds.Exists(item => item.GetProperty("periods").EnumerateArray().Any(period => period.GetString() == "2020")));
        foreach (var query in new[] { "", "?municipality=GM0153", "?municipality=GM0141", "?municipality=GM0147", "?region=regio" })
        {
            Assert.Equal((query, isShown), (query, (await api.SubjectsAsync(caller, query)).Exists(item => Text(item, "subject") == "regio")));
            Assert.Equal((query, isShown), (query, (await api.AskAlertsAsync(caller, $"{(query.Length == 0 ? "?" : query + "&")}format=ics")).Body.Contains("Streek", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_region_lists_the_programmes_of_its_municipalities_for_those_who_may_see_it()
    {
        var api = await StoreAsync(Members);

        Assert.Equal(["open", "regio"], (await api.SubjectsAsync(Partner(["GM0153", "GM0141", "GM0147"]), "?region=regio")).Select(item => Text(item, "subject")).Order(StringComparer.Ordinal));
        Assert.Empty(await api.SubjectsAsync(Partner(["GM0153"]), "?region=regio"));
        Assert.Equal(["open"], (await api.SubjectsAsync(Partner(["GM0153"]))).Select(item => Text(item, "subject")));
    }

    [Theory]
    [MemberData(nameof(NamesWithMembers))]
    public async Task A_region_whose_members_are_not_complete_as_declared_is_for_the_owner(string name, string members)
    {
        var caller = Callers.Single(known => known.Name == name).Caller;
        var api = await StoreAsync(members.Length == 0 ? null : "area;subject;municipality;members;valid_from\n"
            + string.Concat(members.Split(' ').Select(member => $"GM0153;regio;{member.Replace(':', ';')};2020-01-01\n")));

        Assert.Equal(caller.IsAdmin, (await api.SubjectsAsync(caller, "?region=regio")).Exists(item => Text(item, "subject") == "regio"));
        Assert.Equal(caller.IsAdmin, (await api.SubjectsAsync(caller)).Exists(item => Text(item, "subject") == "regio"));
        Assert.Equal(
            caller.IsAdmin ? 200 : 404, (await api.AskScorecardsAsync(caller, (functions, request) => functions.GetBySubjectAsync(request, "GM0153", "pipeline", "2020", "regio", Token))).Status);
    }

    // The first row of a theory says that nothing changed, so that what failed stays as it was.
    [Theory]
    [InlineData("", "", true)]
    [InlineData("subjects", Header + "GM0153;regio;Streek;pipeline;emma;region;2020;;;2020-01-01;owner\n", false)]
    [InlineData("subject-members", "area;subject;municipality;members;valid_from\nGM0153;regio;GM0141;4;2020-01-01\nGM0153;regio;GM0147;4;2020-01-01\nGM0153;regio;GM0148;4;2020-01-01\n", false)]
    public async Task A_failed_scorecard_is_for_no_more_readers_than_its_region_is_now(string dataset, string text, bool isShown)
    {
        var kind = new BreakableKind(Kind());
        var api = await StoreAsync(Members, kind);
        var partner = Partner(["GM0153", "GM0141", "GM0147"]);
        kind.IsBroken = true;
        if (dataset.Length > 0)
        {
            await api.StoreAsync(dataset, text);
        }

        await Assert.ThrowsAsync<AggregateException>(() => api.ScoreAsync("GM0153"));

        var (status, _) = await api.AskScorecardsAsync(partner, (functions, request) => functions.GetBySubjectAsync(request, "GM0153", "pipeline", "2020", "regio", Token));
        var ofArea = Items(await api.AskScorecardsAsync(partner, (functions, request) => functions.ListAsync(request, "GM0153", Token)));
        Assert.Equal(isShown ? 200 : 404, status);
        Assert.Equal(isShown, ofArea.Exists(item => Text(item, "subject") == "regio"));
        Assert.Equal(isShown, (await api.SubjectsAsync(partner)).Exists(item => Text(item, "subject") == "regio"));
        Assert.Contains("open", (await api.SubjectsAsync(partner)).Select(item => Text(item, "subject")));

        kind.IsBroken = false;
        await api.ScoreAsync("GM0153");
        Assert.Contains("regio", (await api.SubjectsAsync(Admin)).Select(item => Text(item, "subject")));
    }

    private async Task<SubjectApi> StoreAsync(string? members, IScorecardKind? kind = null)
    {
        var api = await OnAsync(emulator, kind ?? Kind());
        await api.StoreAsync("areas", "code;name;boundary_year\nGM0153;Stad;2020\nGM0141;Buurstad;2020\nGM0147;Randstad;2020\n");
        await api.StoreAsync("subjects-published", Header + "GM0153;regio;Streek;pipeline;emma;region;2020;;;2020-01-01;\nGM0153;open;Open;pipeline;emma;municipality;2020;;;2019-01-01;public\n");
        if (members is not null)
        {
            await api.StoreAsync("subject-members", members);
        }

        await api.StoreAsync("pipeline-published", "area;subject;segment;period;stage;entered;left;on_time;late;visits;persons\n"
            + "GM0153;regio;;2020-01;reported;60;;;;;\nGM0153;open;;2019-01;reported;20;;;;;\n");
        await api.ScoreAsync("GM0153", "GM0141", "GM0147");
        return api;
    }

    private static IScorecardKind Kind()
    {
        using var json = File.OpenRead(RepositoryFolder.File("config", "rules", "pipeline", "emma.json"));
        return ScorecardKinds.Read("pipeline", json, Stores.Config.Catalogue);
    }

    // Breaks off as a kind does that fails by exception before its first area.
    private sealed class BreakableKind(IScorecardKind kind) : IScorecardKind
    {
        public bool IsBroken { get; set; }

        public string Name => kind.Name;

        public ScorecardKindInfo Info => kind.Info;

        public string RuleVersion => kind.RuleVersion;

        public string? RulesCode => kind.RulesCode;

        public IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null)
        {
            if (!IsBroken)
            {
                return kind.Compute(figures, onFailure);
            }

            onFailure!(new ScorecardFailure(Name, Period: null, Area: null, new InvalidOperationException()));
            return [];
        }
    }
}
