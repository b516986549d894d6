using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Api.Fallback;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Dashboard;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Access;

/// <summary>Every operation, asked by every kind of caller.</summary>
public sealed class AccessTests(GuardedMonitor fixture, StorageEmulator emulator) : IClassFixture<GuardedMonitor>
{
    private const string Contract = "/api/v1/social-mortgages/dolphia";
    private const string AnyFigure = "nobody 200, citizen 200, party 200, outsider 200, team 200, other team 200, admin 200";
    private const string Parties = "nobody 401, citizen 403, party 200, outsider 404, team 403, other team 403, admin 200";
    private const string Mortgages = "nobody 401, citizen 403, party 200, outsider 200, team 403, other team 403, admin 200";
    private const string OwnDelivery = "nobody 401, citizen 403, party 403, outsider 403, team 200, other team 404, admin 200";
    private const string Deliveries = "nobody 401, citizen 403, party 403, outsider 403, team 200, other team 200, admin 200";

    /// <summary>Every operation: how it is asked and what each caller is answered. A new one without a row fails.</summary>
    internal static IReadOnlyDictionary<string, (string Request, string Answers)> Operations { get; } = new Dictionary<string, (string Request, string Answers)>(StringComparer.Ordinal)
    {
        ["GetHealth"] = ("GET /api/v1/health", AnyFigure),
        ["GetLiveness"] = ("GET /api/v1/health/live", AnyFigure),
        ["GetReadiness"] = ("GET /api/v1/health/ready", AnyFigure),
        ["GetSecurityTxt"] = ("GET /.well-known/security.txt", AnyFigure.Replace("200", "404")),
        ["GetOpenApiJson"] = ("GET /api/v1/openapi.json", AnyFigure),
        ["GetOpenApiYaml"] = ("GET /api/v1/openapi.yaml", AnyFigure),
        [ApiFallbackFunction.Name] = ("GET /api/v1/unheard-of", AnyFigure.Replace("200", "404")),
        ["DescribeScorecardKinds"] = ("GET /api/v1/scorecard-kinds", AnyFigure),
        ["ComputeWhatIf"] = ("""POST /api/v1/scorecard-kinds/sheet/rules/no-such-rules/what-if {"inputs":[]}""", AnyFigure.Replace("200", "404", StringComparison.Ordinal)),
        ["ListWhatIfs"] = ("GET /api/v1/what-ifs", AnyFigure),
        ["ListDatasets"] = ("GET /api/v1/datasets", AnyFigure),
        ["GetDataset"] = ("GET /api/v1/datasets/area-indicators", AnyFigure),
        ["GetDatasetTemplate"] = ("GET /api/v1/datasets/area-indicators/template", AnyFigure),
        ["ListIndicators"] = ("GET /api/v1/indicators", AnyFigure),
        ["ListMunicipalities"] = ("GET /api/v1/municipalities", AnyFigure),
        ["ListAreas"] = ("GET /api/v1/municipalities/GM0153/areas", AnyFigure),
        ["SearchAreas"] = ("GET /api/v1/areas?search=dolphia", AnyFigure),
        ["GetArea"] = ("GET /api/v1/areas/CU0153-dolphia", AnyFigure),
        ["ListObservations"] = ("GET /api/v1/areas/CU0153-dolphia/observations", AnyFigure),
        ["ListMunicipalityObservations"] = ("GET /api/v1/municipalities/GM0153/observations", AnyFigure),
        ["CompareObservations"] = ("GET /api/v1/observations?indicator=burglaries&areas=CU0153-dolphia", AnyFigure),
        ["ListScorecards"] = ("GET /api/v1/areas/CU0153-dolphia/scorecards", AnyFigure),
        ["GetScorecard"] = ("GET /api/v1/areas/CU0153-dolphia/scorecards/compass/2017", "nobody 404, citizen 404, party 200, outsider 404, team 404, other team 404, admin 200"),
        ["GetScorecardOfSubject"] = ("GET /api/v1/areas/CU0153-dolphia/scorecards/compass/2017/no-such-subject", "nobody 404, citizen 404, party 404, outsider 404, team 404, other team 404, admin 404"),
        ["ListScorecardKinds"] = ("GET /api/v1/municipalities/GM0153/scorecards", AnyFigure),
        ["ListMunicipalityScorecards"] = ("GET /api/v1/municipalities/GM0153/scorecards/compass", AnyFigure),
        ["ListSubjects"] = ("GET /api/v1/subjects", AnyFigure),
        ["ListAlerts"] = ("GET /api/v1/alerts", AnyFigure),
        ["ListSocialMortgages"] = ("GET /api/v1/social-mortgages", Mortgages),
        ["GetSocialMortgage"] = ($"GET {Contract}", Parties),
        ["GetStatement"] = ($"GET {Contract}/statements/2017", Parties),
        ["GetStatementCsv"] = ($"GET {Contract}/statements/2017/csv", Parties),
        ["GetStatementPage"] = ($"GET {Contract}/statements/2017/page", Parties),
        ["GetExplanation"] = ($"GET {Contract}/statements/2017/explanation", Parties),
        ["GetTarget"] = ($"GET {Contract}/statements/2017/target", Parties),
        ["GetLedger"] = ($"GET {Contract}/ledger", Parties),
        ["ListModules"] = ($"GET {Contract}/modules", Parties),
        ["AssumeStatement"] = ($$"""POST {{Contract}}/what-if {"year":2017}""", Parties),
        ["ProjectMortgage"] = ($$"""POST {{Contract}}/projection {}""", Parties),
        ["SettleYear"] = ($$"""POST {{Contract}}/statements/2017/settlement {"on":"2018-03-01","byRole":""}""", "nobody 401, citizen 403, party 403, outsider 403, team 403, other team 403, admin 400"),
        ["ListDeliveries"] = ("GET /api/v1/deliveries", Deliveries),
        ["GetDelivery"] = ("GET /api/v1/deliveries/{contract}", OwnDelivery),
        ["GetDeliveryDiff"] = ("GET /api/v1/deliveries/{figures}/diff", OwnDelivery),
        ["ConfirmDelivery"] = ("""POST /api/v1/deliveries/{contract}/confirmation {"byRole":""}""", OwnDelivery.Replace("200", "400", StringComparison.Ordinal)),
        ["WithdrawDelivery"] = ("""POST /api/v1/deliveries/{contract}/withdrawal {"byRole":""}""", OwnDelivery.Replace("200", "400", StringComparison.Ordinal)),
        ["PreviewDecision"] = ("GET /api/v1/deliveries/{figures}/preview", OwnDelivery),
        ["ListRecords"] = ("GET /api/v1/areas/CU0153-dolphia/records", AnyFigure),
        ["ListProblems"] = ("GET /api/v1/deliveries/{contract}/problems", OwnDelivery),
        ["ListInboxFiles"] = ("GET /api/v1/inbox/files", Deliveries),
        ["PutInboxFile"] = ("PUT /api/v1/inbox/contracts/files/no-name.", "nobody 401, citizen 403, party 403, outsider 403, team 400, other team 404, admin 400"),
        [DashboardFunction.Name] = ("GET /gegevens", AnyFigure),
        ["GetBoundaries"] = ("GET /api/v1/municipalities/GM0153/boundaries", AnyFigure),
        ["ListCarriedFigures"] = ("GET /api/v1/municipalities/GM0153/carried-figures?from=2016&to=2017", AnyFigure.Replace("200", "404", StringComparison.Ordinal)),
        ["GetSeries"] = ($"GET {Contract}/series", Parties),
    };

    internal static IReadOnlyDictionary<string, string?> Callers { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["nobody"] = null,
        ["citizen"] = Principal([]),
        ["party"] = Principal(["Wijkmonitor.Partner"], GuardedMonitor.PartyGroup),
        ["outsider"] = Principal(["Wijkmonitor.Partner"], GuardedMonitor.OutsiderGroup),
        ["team"] = Principal(["Wijkmonitor.DataTeam"], GuardedMonitor.TeamGroup),
        ["other team"] = Principal(["Wijkmonitor.DataTeam"], GuardedMonitor.OutsiderGroup),
        ["admin"] = Principal(["Wijkmonitor.Admin"]),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Functions => [.. Operations.Keys];

    /// <summary>The header as App Service writes it.</summary>
    internal static string Principal(string[] roles, params string[] groups) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        name_typ = "name",
        role_typ = "roles",
        claims = roles.Select(role => new { typ = "roles", val = role }).Concat(groups.Select(group => new { typ = "groups", val = group })),
    }));

    [Fact]
    public void Every_operation_has_a_test_row_and_an_access_policy()
    {
        var served = typeof(BuiltInConfiguration).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(served, Operations.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(served, OperationAccess.Functions.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_caller_gets_access_by_role_and_scope(string function)
    {
        var (request, answers) = Operations[function];
        var given = new List<string>();
        foreach (var (caller, principal) in Callers)
        {
            using var response = await SendAsync(request, principal);
            given.Add($"{caller} {(int)response.StatusCode}");
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            }

            if ((int)response.StatusCode >= 400)
            {
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            }
        }

        Assert.Equal(answers, string.Join(", ", given));
    }

    [Theory]
    [InlineData("/api/v1/areas/CU0153-dolphia/observations")]
    [InlineData("/api/v1/municipalities/GM0153/observations")]
    [InlineData("/api/v1/observations?indicator=burglaries&areas=CU0153-dolphia,GM0153")]
    public async Task Lists_of_figures_hold_only_datasets_visible_to_the_caller(string path)
    {
        var seen = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (caller, principal) in Callers)
        {
            seen[caller] = [.. (await ItemsAsync(path, principal)).Select(item => item.GetProperty("dataset").GetString()!)];
        }

        string[] open = ["crisis-tiles", "leefbaarometer"];
        Assert.All(["nobody", "citizen"], caller => Assert.Subset(open.ToHashSet(), seen[caller]));
        Assert.Subset(open.Append("operation").ToHashSet(), seen["outsider"]);
        Assert.Subset(open.Append("operation").ToHashSet(), seen["other team"]);
        Assert.Subset(open.Append("area-indicators").ToHashSet(), seen["team"]);
        Assert.All(["party", "team", "admin"], caller => Assert.Contains("area-indicators", seen[caller]));
        Assert.All(["party", "outsider"], caller => Assert.DoesNotContain("staff-signals", seen[caller]));
    }

    [Theory]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards/compass")]
    public async Task The_public_sees_scorecards_computed_from_public_figures_only(string path)
    {
        Assert.NotEmpty(await ItemsAsync(path, Callers["party"]));
        foreach (var caller in new[] { "nobody", "citizen", "outsider", "team", "other team" })
        {
            foreach (var summary in await ItemsAsync(path, Callers[caller]))
            {
                using var response = await SendAsync("GET " + summary.GetProperty("href").GetString(), Callers[caller]);
                using var card = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Token));
                var figures = card.RootElement.GetProperty("lines").EnumerateArray().SelectMany(line => line.GetProperty("inputs").EnumerateArray())
                    .Select(input => input.GetProperty("key").GetString()!.Split('/')).Where(key => key.Length == 4 && key[0] != "crosswalk").Select(key => key[1]);
                Assert.Subset(new HashSet<string> { "crisis-tiles", "leefbaarometer" }, figures.ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Four_angle_scorecards_are_visible_to_their_owner_only_in_every_list_and_format()
    {
        const string Kind = "four-angle";
        var kinds = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (caller, principal) in Callers)
        {
            var inKinds = (await ItemsAsync("/api/v1/municipalities/GM0153/scorecards", principal)).Any(item => item.GetProperty("kind").GetString() == Kind);
            var inSummaries = (await ItemsAsync($"/api/v1/municipalities/GM0153/scorecards/{Kind}", principal)).Count > 0;
            Assert.Equal(inKinds, inSummaries);
            kinds[caller] = inSummaries;
        }

        Assert.Equal("admin", string.Join(", ", kinds.Where(pair => pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal)));
        var any = (await ItemsAsync($"/api/v1/municipalities/GM0153/scorecards/{Kind}", Callers["admin"]))[0].GetProperty("href").GetString();
        foreach (var caller in Callers.Keys.Where(caller => caller != "admin"))
        {
            using var response = await SendAsync($"GET {any}", Callers[caller]);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Notes_have_the_visibility_of_their_dataset()
    {
        var areas = (await ItemsAsync("/api/v1/municipalities/GM0153/areas", Callers["admin"])).Select(area => area.GetProperty("code").GetString()).ToList();
        var seen = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (caller, principal) in Callers)
        {
            seen[caller] = [];
            foreach (var area in areas)
            {
                seen[caller].UnionWith((await ItemsAsync($"/api/v1/areas/{area}/records", principal)).Select(note => note.GetProperty("dataset").GetString()!));
            }
        }

        Assert.All(["nobody", "citizen", "outsider", "team", "other team"], caller => Assert.Subset(new HashSet<string> { "crisis-tiles" }, seen[caller]));
        Assert.Contains("pins", seen["party"]);
        Assert.DoesNotContain("area-notes", seen["party"]);
        Assert.Contains("area-notes", seen["admin"]);
    }

    [Fact]
    public async Task Lists_of_mortgages_and_deliveries_are_limited_to_the_scope()
    {
        Assert.Equal("1 0 1", $"{await CountAsync("/api/v1/social-mortgages", "party")} {await CountAsync("/api/v1/social-mortgages", "outsider")} {await CountAsync("/api/v1/social-mortgages", "admin")}");
        Assert.Equal("5 1", $"{await CountAsync("/api/v1/deliveries", "team")} {await CountAsync("/api/v1/deliveries", "other team")}");
        Assert.Equal("0 1", $"{await CountAsync("/api/v1/deliveries?dataset=contracts", "other team")} {await CountAsync("/api/v1/deliveries?dataset=contracts", "team")}");
    }

    [Theory]
    [InlineData("nobody", "public")]
    [InlineData("party", "private")]
    public async Task Only_public_responses_may_be_cached_by_a_shared_cache(string caller, string directive)
    {
        using var response = await SendAsync("GET /api/v1/municipalities/GM0153/scorecards/compass", Callers[caller]);

        Assert.Equal((directive == "public", directive == "private", true), (response.Headers.CacheControl!.Public, response.Headers.CacheControl.Private, response.Headers.CacheControl.NoCache));
        Assert.Contains("Authorization", response.Headers.Vary);
    }

    [Fact]
    public async Task A_scorecard_has_a_last_modified_header()
    {
        using var response = await SendAsync("GET /api/v1/areas/CU0153-dolphia/scorecards/compass/2017", Callers["party"]);

        Assert.InRange(response.Content.Headers.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    public async Task A_malformed_identity_is_anonymous(string header)
    {
        using var response = await SendAsync("GET /api/v1/municipalities", header);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_client_supplied_identity_is_refused_outside_platform_mode()
    {
        await using var open = await RunningMonitor.StartAsync(emulator.NewAccount());
        await using var keys = await RunningMonitor.StartAsync(
            emulator.NewAccount(), new HostKeys("function", "host", "master"), ("Security__Mode", "keys"), ("Security__KeyHolder__Roles", "Partner"));
        keys.App.Client.DefaultRequestHeaders.Add("x-functions-key", "function");

        foreach (var monitor in new[] { open, keys })
        {
            using var spoofed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/municipalities");
            spoofed.Headers.Add(ClientPrincipal.Header, Principal(["Wijkmonitor.Admin"]));
            using var refused = await monitor.App.Client.SendAsync(spoofed, Token);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var holder = await keys.App.Client.GetAsync("/api/v1/social-mortgages", Token);
        using var beyond = await keys.App.Client.GetAsync("/api/v1/deliveries", Token);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [holder.StatusCode, beyond.StatusCode]);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Host", "monitor.example.org")]
    public async Task The_open_mode_serves_only_this_machine(string header, string value)
    {
        await using var open = await RunningMonitor.StartAsync(emulator.NewAccount());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/municipalities");
        request.Headers.Add(header, value);

        using var response = await open.App.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "https://partner.example.org", "https://partner.example.org", null)]
    [InlineData("OPTIONS", "https://partner.example.org", "https://partner.example.org", "GET, HEAD")]
    [InlineData("OPTIONS", "https://elsewhere.example.org", null, null)]
    [InlineData("GET", "null", null, null)]
    public async Task Only_allowed_origins_may_read_responses(string method, string origin, string? allowed, string? methods)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/indicators");
        request.Headers.Add("Origin", origin);
        using var response = await client.SendAsync(request, Token);

        Assert.Equal((allowed, methods), (Header("Access-Control-Allow-Origin"), Header("Access-Control-Allow-Methods")));
        Assert.Null(Header("Access-Control-Allow-Credentials"));
        Assert.Contains("Origin", response.Headers.Vary);

        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }

    private async Task<int> CountAsync(string path, string caller) => (await ItemsAsync(path, Callers[caller])).Count;

    private async Task<List<JsonElement>> ItemsAsync(string path, string? principal)
    {
        using var response = await SendAsync($"GET {path}", principal);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Token));
        return [.. json.RootElement.GetProperty("items").Clone().EnumerateArray()];
    }

    private Task<HttpResponseMessage> SendAsync(string text, string? principal) => SendAsync(fixture, text, principal);

    internal static async Task<HttpResponseMessage> SendAsync(GuardedMonitor fixture, string text, string? principal)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        var parts = text.Replace("{contract}", fixture.ContractDelivery).Replace("{figures}", fixture.FigureDelivery).Split(' ', 3);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (parts.Length == 3)
        {
            request.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
        }

        if (principal is not null)
        {
            request.Headers.Add(ClientPrincipal.Header, principal);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }
}
