using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>One monitor with the samples accepted.</summary>
public sealed class SampleMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    internal RunningMonitor Monitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        Monitor = await RunningMonitor.StartAsync(account);
        await Monitor.SettleAsync();
    }

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}

public sealed class HttpTests(SampleMonitor fixture, StorageEmulator emulator) : IClassFixture<SampleMonitor>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpClient Client => fixture.Monitor.App.Client;

    [Theory]
    [InlineData("/api/v1/health")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/municipalities/GM0153/areas")]
    [InlineData("/api/v1/municipalities/GM0153/areas?boundaryYear=2016")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards/compass?period=2017")]
    [InlineData("/api/v1/municipalities")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards")]
    [InlineData("/api/v1/municipalities/GM0153/observations?indicators=burglaries,inhabitants&period=2017")]
    [InlineData("/api/v1/observations?indicator=burglaries&areas=CU0153-dolphia,GM0153")]
    [InlineData("/api/v1/areas?search=dol")]
    [InlineData("/api/v1/areas/CU0153-dolphia")]
    [InlineData("/api/v1/areas/CU0153-dolphia/observations")]
    [InlineData("/api/v1/areas/CU0153-dolphia/observations?period=2017&indicator=burglaries")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/2017")]
    [InlineData("/api/v1/social-mortgages")]
    [InlineData("/api/v1/social-mortgages/dolphia")]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/2017")]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/2017/explanation")]
    [InlineData("/api/v1/social-mortgages/dolphia/ledger")]
    [InlineData("/api/v1/social-mortgages/dolphia/modules")]
    [InlineData("/api/v1/deliveries")]
    [InlineData("/api/v1/deliveries?dataset=areas")]
    public async Task A_resource_is_json_with_a_strong_etag_and_answers_304_to_it(string path)
    {
        using var response = await Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag);
        using var notModified = await Client.SendAsync(again, Token);
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.Empty(await notModified.Content.ReadAsByteArrayAsync(Token));

        using var other = new HttpRequestMessage(HttpMethod.Get, path);
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        using var modified = await Client.SendAsync(other, Token);
        Assert.Equal(HttpStatusCode.OK, modified.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/municipalities/BU01530000/areas", 400, "code")]
    [InlineData("/api/v1/municipalities/GM0153/areas?boundaryYear=now", 400, "boundaryYear")]
    [InlineData("/api/v1/municipalities/GM0153/scorecards/compass?period=17", 400, "period")]
    [InlineData("/api/v1/municipalities/GM0153/observations?indicators=unheard-of", 400, "indicators")]
    [InlineData("/api/v1/municipalities/GM0153/observations?period=19", 400, "period")]
    [InlineData("/api/v1/municipalities/GM0153/observations?level=street", 400, "level")]
    [InlineData("/api/v1/municipalities/GM0153/observations?sort=colour", 400, "sort")]
    [InlineData("/api/v1/municipalities/GM0153/observations?limit=0", 400, "limit")]
    [InlineData("/api/v1/municipalities/GM0153/observations?limit=50001", 400, "limit")]
    [InlineData("/api/v1/municipalities/GM0153/areas?limit=10001", 400, "limit")]
    [InlineData("/api/v1/municipalities/GM0153/observations?cursor=%21", 400, "cursor")]
    [InlineData("/api/v1/municipalities/GM0153/observations?cursor=AAAA", 400, "cursor")]
    [InlineData("/api/v1/observations?indicator=burglaries", 400, "areas")]
    [InlineData("/api/v1/observations?areas=GM0153", 400, "indicator")]
    [InlineData("/api/v1/observations?indicator=burglaries&areas=GM0153,x", 400, "areas")]
    [InlineData("/api/v1/areas", 400, "search")]
    [InlineData("/api/v1/areas?search=a", 400, "search")]
    [InlineData("/api/v1/areas?search=dolphia&municipality=Enschede", 400, "municipality")]
    [InlineData("/api/v1/municipalities/GM9999/observations", 404, null)]
    [InlineData("/api/v1/municipalities/GM9999/scorecards", 404, null)]
    [InlineData("/api/v1/areas/nowhere", 400, "code")]
    [InlineData("/api/v1/areas/CU0153-dolphia/observations?period=x", 400, "period")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/x", 400, "period")]
    [InlineData("/api/v1/areas/GM9999", 404, null)]
    [InlineData("/api/v1/areas/GM9999/observations", 404, null)]
    [InlineData("/api/v1/areas/GM9999/scorecards", 404, null)]
    [InlineData("/api/v1/municipalities/GM9999/areas", 404, null)]
    [InlineData("/api/v1/municipalities/GM9999/scorecards/compass?period=2017", 404, null)]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass/1999", 404, null)]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/unheard-of/2017", 404, null)]
    [InlineData("/api/v1/social-mortgages/nowhere", 404, null)]
    [InlineData("/api/v1/social-mortgages/nowhere/statements/2017", 404, null)]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/1999", 404, null)]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/x", 400, "year")]
    [InlineData("/api/v1/social-mortgages/nowhere/ledger", 404, null)]
    [InlineData("/api/v1/social-mortgages/nowhere/modules", 404, null)]
    [InlineData("/api/v1/social-mortgages/dolphia/statements/1999/explanation", 404, null)]
    [InlineData("/api/v1/deliveries/nowhere", 404, null)]
    [InlineData("/api/v1/deliveries/areas-00000000000000000000/problems", 404, null)]
    public async Task An_invalid_or_missing_resource_is_a_problem_in_both_languages(string path, int status, string? field)
    {
        using var response = await Client.GetAsync(path, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(Token), HttpJson.Default.ProblemDetailsResource)!;
        Assert.Equal(status, problem.Status);
        Assert.NotEmpty(problem.Message.Nl);
        Assert.NotEmpty(problem.Message.En);
        Assert.Equal(field, problem.Errors?.Single().Field);
    }

    [Theory]
    [InlineData("/api/v1/areas/%27%20or%20PartitionKey%20ne%20%27")]
    [InlineData("/api/v1/deliveries/areas-'%20or%20true%20--%20000000000000")]
    [InlineData("/api/v1/social-mortgages/..%2F..%2Fx")]
    [InlineData("/api/v1/social-mortgages/a%23b%3Fc")]
    [InlineData("/api/v1/areas/CU0153-dolphia/scorecards/compass%7C2017%7CGM0153/2017")]
    public async Task A_path_cannot_reach_into_queries_or_keys(string path)
    {
        using var response = await Client.GetAsync(path, Token);

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {response.StatusCode}");
    }

    [Fact]
    public async Task A_method_that_is_not_served_is_refused()
    {
        using var response = await Client.PostAsync("/api/v1/indicators", content: null, Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Without_storage_a_read_is_503_with_retry_after_and_no_details()
    {
        var azurite = await Azurite.StartAsync(cancellationToken: Token);
        await using var monitor = await RunningMonitor.StartAsync(azurite.ConnectionString);
        await azurite.DisposeAsync();

        using var response = await monitor.App.Client.GetAsync("/api/v1/areas/GM0153", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var body = await response.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("Exception", body);
        Assert.DoesNotContain("127.0.0.1", body);
    }

    [Fact]
    public async Task Without_compass_rules_no_compass_is_computed_and_health_says_so()
    {
        await using var monitor = await RunningMonitor.StartAsync(NewAccount(), ("Rules__Compass", ""));
        await RunningMonitor.DropSamplesAsync(monitor.Account);
        await monitor.SettleAsync();

        var health = await monitor.GetAsync("/api/v1/health", HealthJson.Default.HealthResource);
        var compass = await monitor.GetAsync("/api/v1/municipalities/GM0153/scorecards/compass?period=2017", ScorecardsJson.Default.ItemListScorecardSummary);

        Assert.Empty(health.Rules);
        Assert.Empty(compass.Items);
    }

    /// <summary>Servers of ASP.NET take 30 MB unless set otherwise, and the host behind the platform's front door 100 MB.</summary>
    [Theory]
    [InlineData(40_000_000, HttpStatusCode.Accepted)]
    [InlineData(100_000_001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(110_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_upload_is_limited_to_the_documented_size(int bytes, HttpStatusCode expected)
    {
        await using var monitor = await RunningMonitor.StartAsync(NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/inbox/areas/files/large.csv") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.ExpectContinue = true; // the answer may come before the body is sent

        using var response = await monitor.App.Client.SendAsync(request, Token);

        Assert.Equal(expected, response.StatusCode);
        var waiting = await monitor.GetAsync("/api/v1/inbox/files", DeliveriesJson.Default.ItemListInboxFileResource);
        Assert.Equal(expected == HttpStatusCode.Accepted ? [bytes] : [], waiting.Items.Select(file => (int)file.Bytes));
    }

    [Fact]
    public async Task The_log_omits_successful_requests_and_has_others_once()
    {
        await using var monitor = await RunningMonitor.StartAsync(NewAccount(), ("IngestSchedule", "0 0 0 1 1 *"));

        using var response = await monitor.App.Client.GetAsync("/api/v1/indicators", Token);
        await monitor.DropAsync("areas/none.csv", "none\n1\n");
        await monitor.App.TriggerAsync("Ingest", Token);
        await monitor.LogsAsync("Executed 'Functions.Ingest'");

        Assert.DoesNotContain("Microsoft.AspNetCore", monitor.Log);
        Assert.Single(Regex.Matches(monitor.Log, "Refused areas/none.csv ", RegexOptions.None, Regex.InfiniteMatchTimeout));
    }

    [Theory]
    [InlineData("DataStorage", "", "DataStorage__blobServiceUri")]
    [InlineData("Rules__Compass", "rules/none.json", "Rules__Compass")]
    [InlineData("Ingest__LeaseSeconds", "5", "Ingest__LeaseSeconds")]
    [InlineData("IngestSchedule", "sometimes", "sometimes")]
    [InlineData("RateLimit__RequestsPerMinute", "many", "RateLimit__RequestsPerMinute")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("ScoringSchedule", "", "ScoringSchedule")]
    [InlineData("Rules__Liveability", "rules/nowhere.json", "Rules__Liveability")]
    [InlineData("Security__Mode", "", "Security__Mode")]
    [InlineData("Security__Mode", "2", "Security__Mode")]
    [InlineData("Security__Mode", "keys,open", "Security__Mode")]
    [InlineData("Security__Mode", "open platform", "Security__Mode")]
    [InlineData("Security__Mode", "platform", "WEBSITE_AUTH_ENABLED")]
    [InlineData("Security__Mode", "keys", "Security__Mode is keys")]
    [InlineData("AZURE_FUNCTIONS_ENVIRONMENT", "Production", "Security__Mode is open")]
    [InlineData("Security__KeyHolder__Roles", "King", "King")]
    [InlineData("Security__KeyHolder__Areas", "Amsterdam", "Security__KeyHolder__Areas")]
    [InlineData("Security__Scopes__0__Areas", "GM0363", "Security__Scopes__0__Claim")]
    public async Task An_invalid_setting_stops_the_start_with_its_name(string setting, string value, string named)
    {
        var exception = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var monitor = await RunningMonitor.StartAsync(NewAccount(), (setting, value));
        });

        Assert.Contains(named, exception.Message);
    }

    private string NewAccount() => emulator.NewAccount();
}
