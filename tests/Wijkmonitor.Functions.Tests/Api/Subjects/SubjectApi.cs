using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.Subjects;
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
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api.Subjects;

/// <summary>Lists of programmes and alerts, and their scorecards, over stores of a test's own on a day of its own.</summary>
internal sealed class SubjectApi(Stores stores, params IReadOnlyList<IScorecardKind> kinds)
{
    private readonly VisibilityPolicy visibility = new(stores.Datasets);
    private readonly ScoringRules rules = new(kinds);

    public static Caller Admin { get; } = new(IsKnown: true, Roles.Admin, Scope.None);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SubjectApi> OnAsync(StorageEmulator emulator, params IReadOnlyList<IScorecardKind> kinds) => new(await Stores.OnAsync(emulator.NewAccount()), kinds);

    public static Caller Partner(string[] areas, params string[] regions) => new(
        IsKnown: true, Roles.Partner, Scope.None with { Areas = areas.Select(AreaCode.Parse).ToHashSet(), Regions = regions.ToHashSet(StringComparer.Ordinal) });

    public async Task StoreAsync(string dataset, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var copy = await LocalCopy.CreateAsync(content, dataset, Token);
        await stores.Store().StoreAsync(stores.Datasets.Find(dataset)!, $"{dataset}-00000000000000000001", copy, cancellationToken: Token);
    }

    public async Task ScoreAsync(params string[] municipalities)
    {
        var (areas, contracts) = (new AreaStore(stores.Tables), new ContractStore(stores.Tables));
        var scoring = new MunicipalityScoring(
            Stores.Config.Catalogue, rules, new AreaRecordStore(stores.Tables), stores.Municipality(), contracts,
            new SocialMortgageRepository(contracts, new LedgerStore(stores.Tables), new DecisionStore(stores.Tables), new SettlementStore(stores.Tables, stores.Containers, stores.Ids), stores.Ids),
            stores.Ids, visibility, new DisclosureOptions(), stores.Datasets);
        var run = new ScoringRun(
            scoring, stores.Publisher(), rules, stores.Deliveries, areas, new AreaIndex(stores.Tables), new CrosswalkStore(stores.Tables), new ScorecardStore(stores.Tables, stores.Ids), new Locks(stores.Containers, TimeProvider.System),
            new ProgressStore(stores.Tables), new WijkmonitorMetrics(), TimeProvider.System, NullLogger<ScoringRun>.Instance);
        foreach (var municipality in municipalities)
        {
            await run.ScoreMunicipalityAsync(AreaCode.Parse(municipality), Token);
        }
    }

    public async Task<List<JsonElement>> SubjectsAsync(Caller caller, string query = "") =>
        Items(await AskAsync(caller, query, request => new SubjectsFunctions(new SubjectStore(stores.Tables), visibility, Time).ListAsync(request, Token)));

    public async Task<List<JsonElement>> AlertsAsync(Caller caller, string query = "") => Items(await AskAlertsAsync(caller, query));

    public Task<(int Status, string Body)> AskAlertsAsync(Caller caller, string query) =>
        AskAsync(caller, query, request => new AlertsFunctions(new SubjectStore(stores.Tables), visibility, Time).ListAsync(request, Token));

    public Task<(int Status, string Body)> AskSubjectsAsync(Caller caller, string query) =>
        AskAsync(caller, query, request => new SubjectsFunctions(new SubjectStore(stores.Tables), visibility, Time).ListAsync(request, Token));

    public Task<(int Status, string Body)> AskScorecardsAsync(Caller caller, Func<ScorecardsFunctions, HttpRequest, Task<IResult>> call)
    {
        var functions = new ScorecardsFunctions(
            new ScorecardStore(stores.Tables, stores.Ids), new AreaStore(stores.Tables), new BoundaryStore(stores.Tables), visibility, new InputVisibility(visibility, stores.Datasets), rules);
        return AskAsync(caller, "", request => call(functions, request));
    }

    public static List<JsonElement> Items((int Status, string Body) answer)
    {
        Assert.Equal(200, answer.Status);
        return [.. JsonDocument.Parse(answer.Body).RootElement.GetProperty("items").EnumerateArray()];
    }

    public static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static async Task<(int Status, string Body)> AskAsync(Caller caller, string query, Func<HttpRequest, Task<IResult>> call)
    {
        var answer = await FunctionCall.SendAsync(call, caller, query);
        return (answer.Status, answer.Body);
    }
}
