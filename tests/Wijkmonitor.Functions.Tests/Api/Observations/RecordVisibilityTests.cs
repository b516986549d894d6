using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

/// <summary>Records of subjects and records that name a subject, as each caller is served them.</summary>
public sealed class RecordVisibilityTests(StorageEmulator emulator)
{
    private const string Subjects = "area;subject;title;family;rules;scope;boundary_year;units;unit;valid_from;visibility\n";
    private const string Counts = "area;subject;segment;period;stage;entered;left;on_time;late;visits;persons\n";

    private static readonly Caller Partner = Create(Roles.Partner, areas: ["GM0153"]);

    private static readonly (string Name, Caller Caller)[] Callers =
    [
        ("public", Caller.Anonymous),
        ("partner", Partner),
        ("partner of a neighbourhood", Create(Roles.Partner, areas: ["BU01530001"])),
        ("partner of both municipalities", Create(Roles.Partner, areas: ["GM0153", "GM0141"])),
        ("data team", Create(Roles.DataTeam, datasets: ["subjects"])),
        ("admin", Create(Roles.Admin)),
    ];

    private static readonly string[] All =
    [
        "pipeline-counts/arena", "pipeline-counts/buiten", "pipeline-counts/lente", "pipeline-counts/regio", "pipeline-counts/zomer",
        "subject-members/regio", "subject-members/streek", "subjects-published/buiten", "subjects-published/dubbel", "subjects-published/lente",
        "subjects-published/streek", "subjects/arena", "subjects/dubbel", "subjects/regio", "subjects/zomer",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[]> Served => new()
    {
        { "public", ["subjects-published/lente"] },
        { "partner", ["pipeline-counts/buiten", "pipeline-counts/lente", "pipeline-counts/zomer", "subjects-published/buiten", "subjects-published/lente", "subjects/zomer"] },
        {
            "partner of both municipalities",
            [
                "pipeline-counts/buiten", "pipeline-counts/lente", "pipeline-counts/regio", "pipeline-counts/zomer", "subject-members/regio", "subject-members/streek",
                "subjects-published/buiten", "subjects-published/lente", "subjects-published/streek", "subjects/regio", "subjects/zomer",
            ]
        },
        { "partner of a neighbourhood", ["subjects-published/lente"] },
        { "data team", ["subjects-published/lente", "subjects/arena", "subjects/dubbel", "subjects/regio", "subjects/zomer"] },
        { "admin", All },
    };

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Records_of_a_narrowed_subject_are_served_to_its_audience_only(string name, string[] expected)
    {
        var stores = await StoreAsync();
        var caller = Callers.Single(known => known.Name == name).Caller;

        var json = JsonDocument.Parse(await ReadAsync(stores, caller, "GM0153", "")).RootElement.GetProperty("items").EnumerateArray();
        var csv = await ReadAsync(stores, caller, "GM0153", "?format=csv");

        Assert.Equal(expected, json.Select(item => $"{item.GetProperty("dataset")}/{item.GetProperty("fields").GetProperty("subject")}").Order(StringComparer.Ordinal));
        var visible = expected.Select(record => record.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            All.Select(record => record.Split('/')[1]).Distinct(StringComparer.Ordinal),
            subject => Assert.Equal((subject, visible.Contains(subject)), (subject, csv.Contains(subject, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_record_of_another_area_has_the_visibility_of_its_subject()
    {
        var stores = await StoreAsync();

        Assert.DoesNotContain("arena", await ReadAsync(stores, Partner, "BU01530000", ""));
        Assert.DoesNotContain("arena", await ReadAsync(stores, Partner, "BU01530000", "?dataset=pipeline-counts"));
        Assert.Contains("zomer", await ReadAsync(stores, Partner, "BU01530000", ""));
        Assert.Contains("arena", await ReadAsync(stores, Create(Roles.Admin), "BU01530000", ""));
    }

    // It was withdrawn, comes later, or is a region that is kept with another municipality: it may be for the owner alone.
    [Theory]
    [InlineData("public", false)]
    [InlineData("partner", false)]
    [InlineData("data team", false)]
    [InlineData("admin", true)]
    public async Task A_record_of_a_subject_that_is_not_known_here_is_not_served_to_others(string name, bool isServed)
    {
        var stores = await StoreAsync();
        await StoreAsync(stores, "areas", "code;name;boundary_year\nGM0141;Buurstad;2020\n");
        await StoreAsync(stores, "pipeline-published", Counts + "GM0153;verdwenen;;2020-01;reported;20;;;;;\nGM0141;regio;;2020-01;reported;20;;;;;\n");
        var caller = Callers.Single(known => known.Name == name).Caller;

        Assert.Equal(isServed, (await ReadAsync(stores, caller, "GM0153", "")).Contains("verdwenen", StringComparison.Ordinal));
        Assert.Equal(isServed, (await ReadAsync(stores, caller, "GM0141", "")).Contains("regio", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Audience.Public, "public")]
    [InlineData(Audience.Partners, "partner")]
    [InlineData(Audience.Everything, "admin")]
    public async Task Scorecards_of_an_audience_are_computed_from_what_its_members_are_served(Audience audience, string name)
    {
        var stores = await StoreAsync();
        var records = await new AreaRecordStore(stores.Tables).GetByAreaAsync(AreaCode.Parse("GM0153"), Token).ToListAsync(Token);
        var (policy, subjects) = (new VisibilityPolicy(stores.Datasets), SubjectLookup.From(records, kinds: []));
        var caller = Callers.Single(known => known.Name == name).Caller;

        // What names a region counts for its own scorecards only, which are for partners of all its members.
        Assert.Equal(
            records.Where(record => policy.CanSee(caller, record, subjects) && !subjects.IsOfRegion(record)),
            records.Where(record => policy.IsVisibleTo(audience, record, subjects) && !subjects.IsOfRegion(record)));
        Assert.Equal(audience == Audience.Everything, records.TrueForAll(record => policy.IsVisibleTo(audience, record, subjects)));
    }

    [Theory]
    [InlineData("public", "", false)]
    [InlineData("partner", "", true)]
    [InlineData("admin", "", true)]
    [InlineData("public", "owner", false)]
    [InlineData("partner", "owner", false)]
    [InlineData("admin", "owner", true)]
    public async Task Works_of_a_project_by_rules_for_the_owner_are_listed_to_the_owner_only(string name, string narrowed, bool isServed)
    {
        var stores = await StoreAsync();
        await StoreAsync(stores, "subjects", Subjects + "GM0153;bouw;Bouw;project-ledger;renovation;project;2020;12;homes;2020-01-01;\n");
        await StoreAsync(stores, "project-works", "area;subject;item;value;state;paid;recorded_on\nGM0153;bouw;keuken;5000;delivered;ja;2020-02-01\n");
        var caller = Callers.Single(known => known.Name == name).Caller;

        Assert.Equal(isServed, (await ReadAsync(stores, caller, "GM0153", "", Ledger(narrowed))).Contains("keuken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_for_the_owner_narrow_the_records_of_their_subjects_in_every_dataset()
    {
        var stores = await StoreAsync();
        var (policy, area) = (new VisibilityPolicy(stores.Datasets), AreaCode.Parse("GM0153"));
        AreaRecord CreateRecord(string dataset, params (string Name, string Value)[] fields) => new(
            dataset, area, new DateOnly(2020, 1, 1), "bouw", fields.Append((Name: Subject.Field, Value: "bouw")).ToDictionary(field => field.Name, field => field.Value), new SourceLine("notes", 2));
        var subject = CreateRecord("subjects-published", ("family", "project-ledger"), ("rules", Ledger("").RulesCode!), ("scope", "project"));
        var named = stores.Datasets.All.Where(definition => (definition.Fields ?? []).Any(field => field.Name == Subject.Field)).Select(definition => CreateRecord(definition.Id)).ToList();
        List<bool> Serve(Caller caller, string narrowed) =>
            [.. named.Select(record => policy.CanSee(caller, record, SubjectLookup.From([subject], [Ledger(narrowed)]))).Distinct()];

        Assert.Contains("project-works", named.Select(record => record.Dataset));
        Assert.Equal([false], Serve(Caller.Anonymous, "owner"));
        Assert.Equal([false], Serve(Partner, "owner"));
        Assert.Equal([true], Serve(Create(Roles.Admin), "owner"));
        Assert.Contains(true, Serve(Partner, ""));
    }

    private async Task<Stores> StoreAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await StoreAsync(stores, "areas", "code;name;boundary_year\nGM0153;Stad;2020\nBU01530000;Noord;2020\nBU01530001;Zuid;2020\n");
        await StoreAsync(stores, "subjects", Subjects
            + "GM0153;zomer;Zomer;pipeline;emma;municipality;2020;;;2020-01-01;\n"
            + "GM0153;arena;Arena;pipeline;emma;project;2020;;;2020-01-01;owner\n"
            + "GM0153;dubbel;Dubbel;pipeline;emma;project;2020;;;2020-01-01;owner\n"
            + "GM0153;regio;Regio;pipeline;emma;region;2020;;;2020-01-01;public\n");
        await StoreAsync(stores, "subjects-published", Subjects
            + "GM0153;lente;Lente;pipeline;emma;municipality;2020;;;2020-01-01;\n"
            + "GM0153;buiten;Buiten;pipeline;emma;municipality;2020;;;2020-01-01;partners\n"
            + "GM0153;dubbel;Dubbel;pipeline;emma;project;2020;;;2020-01-01;public\n"
            + "GM0153;streek;Streek;pipeline;emma;region;2020;;;2020-01-01;\n");
        await StoreAsync(stores, "subject-members", "area;subject;municipality;members;valid_from\nGM0153;regio;GM0141;2;2020-01-01\nGM0153;streek;GM0141;2;2020-01-01\n");
        await StoreAsync(stores, "pipeline-counts", Counts + string.Concat(
            ((string[])["zomer", "arena", "regio", "lente", "buiten"]).Select(subject => $"GM0153;{subject};;2020-01;reported;20;;;;;\n"))
            + "BU01530000;arena;;2020-02;reported;20;;;;;\nBU01530000;zomer;;2020-02;reported;20;;;;;\n");
        return stores;
    }

    private static async Task StoreAsync(Stores stores, string dataset, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var copy = await LocalCopy.CreateAsync(content, dataset, Token);
        await stores.Store().StoreAsync(stores.Datasets.Find(dataset)!, $"{dataset}-00000000000000000001", copy, cancellationToken: Token);
    }

    private static IScorecardKind Ledger(string narrowed)
    {
        var json = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "rules", "project-ledger", "example.json")))!;
        if (narrowed.Length > 0)
        {
            json["visibility"] = narrowed;
        }

        using var changed = new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString()));
        return ScorecardKinds.Read("project-ledger", changed, Stores.Config.Catalogue);
    }

    private static async Task<string> ReadAsync(Stores stores, Caller caller, string area, string query, params IReadOnlyList<IScorecardKind> kinds)
    {
        var functions = new RecordsFunctions(
            new AreaRecordStore(stores.Tables), new AreaStore(stores.Tables), new VisibilityPolicy(stores.Datasets), stores.Ids, stores.Datasets, new ScoringRules(kinds));
        var answer = await FunctionCall.SendAsync(request => functions.ListAsync(request, area, Token), caller, query);
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return answer.Body;
    }

    private static Caller Create(Roles role, string[]? areas = null, string[]? datasets = null) => new(
        IsKnown: true, role, new Scope((areas ?? []).Select(AreaCode.Parse).ToHashSet(), new HashSet<string>(StringComparer.Ordinal), (datasets ?? []).ToHashSet(StringComparer.Ordinal)));
}
