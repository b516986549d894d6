using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Wijkmonitor.DevHost.Tests.Support;

namespace Wijkmonitor.DevHost.Tests.Http;

public sealed class RequestTests(HostFixture fixture)
{
    private const int LargeBody = 40_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/areas/GM0363?q=1&r=%26", "GM0363", "?q=1&r=%26")]
    [InlineData("/API/v1/areas/x/", "x", "")]
    [InlineData("/api/v1/areas/GM%200363", "GM 0363", "")]
    [InlineData("/api/v1/areas/a%2Fb", "a%2Fb", "")]
    [InlineData("/api/v1/areas/a%25b", "a%b", "")]
    [InlineData("/api/v1/areas/%C3%BC%F0%9F%98%80", "ü😀", "")]
    [InlineData("/api/v1/areas/a+b;c=d", "a+b;c=d", "")]
    public async Task Path_and_query_reach_the_function_unchanged(string address, string code, string query)
    {
        var area = await GetJsonAsync(address);

        Assert.Equal(code, area.GetProperty("code").GetString());
        Assert.Equal(query, area.GetProperty("query").GetString());
    }

    [Fact]
    public async Task The_first_route_by_name_hides_a_more_specific_one() =>
        Assert.Equal("shadow", await fixture.Client.GetStringAsync("/api/v1/shadow/secret", Token));

    [Theory]
    [InlineData("POST", "/api/v1/areas/too-long-for-it")]
    [InlineData("DELETE", "/api/v1/areas/x")]
    [InlineData("HEAD", "/api/v1/areas/x")]
    [InlineData("OPTIONS", "/api/v1/areas/x")]
    [InlineData("POST", "/unknown")]
    [InlineData("GET", "/admin/unknown")]
    [InlineData("GET", "/admin/functions/Ingest")]
    public async Task An_undeclared_path_is_not_found(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(method, path));

    [Fact]
    public async Task Bodies_of_any_size_are_sent_and_received()
    {
        using var body = new ByteArrayContent(new byte[LargeBody]);
        using var response = await fixture.Client.PostAsync("/api/v1/bytes", body, Token);

        Assert.Equal($"{LargeBody}", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(LargeBody, (await fixture.Client.GetByteArrayAsync($"/api/v1/bytes/{LargeBody}", Token)).Length);
    }

    [Theory]
    [InlineData("/api/v1/fail")]
    [InlineData("/api/v1/fail-late")]
    public async Task A_failure_before_anything_was_sent_is_an_empty_500(string path)
    {
        using var response = await fixture.Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_failure_after_something_was_sent_does_not_look_like_a_complete_response() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.GetStringAsync("/api/v1/fail-midway", Token));

    [Fact]
    public async Task A_response_without_a_body_keeps_its_status() => Assert.Equal(HttpStatusCode.NoContent, await SendAsync("DELETE", "/api/v1/nothing"));

    [Fact]
    public async Task The_function_sees_host_scheme_and_client_of_the_request()
    {
        var connection = await GetJsonAsync("/api/v1/connection");

        Assert.Equal("http", connection.GetProperty("scheme").GetString());
        Assert.Equal(fixture.Host.Address.Authority, connection.GetProperty("host").GetString());
        Assert.Equal("127.0.0.1", connection.GetProperty("client").GetString());
        Assert.Equal("", connection.GetProperty("before").GetString());
    }

    [Fact]
    public async Task A_proxy_sets_the_scheme_but_not_the_host_and_its_address_is_appended()
    {
        var connection = await GetJsonAsync(
            "/api/v1/connection", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "monitor.example"), ("X-Forwarded-Proto", "https"));

        Assert.Equal("https", connection.GetProperty("scheme").GetString());
        Assert.Equal(fixture.Host.Address.Authority, connection.GetProperty("host").GetString());
        Assert.Equal("127.0.0.1", connection.GetProperty("client").GetString());
        Assert.Equal("203.0.113.7", connection.GetProperty("before").GetString());
    }

    [Fact]
    public async Task A_client_cannot_choose_its_invocation() =>
        Assert.Equal("http", (await GetJsonAsync("/api/v1/connection", ("x-ms-invocation-id", "mine"))).GetProperty("scheme").GetString());

    [Fact]
    public async Task An_aborted_request_cancels_the_function()
    {
        using var client = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var request = fixture.Client.GetAsync("/api/v1/wait/600001", client.Token);
        await fixture.Host.JournalHasAsync("Wait begins 600001");

        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await fixture.Host.JournalHasAsync("Wait is cancelled 600001");
    }

    [Fact]
    public async Task The_worker_has_the_settings_but_none_that_claims_that_keys_are_checked()
    {
        Assert.Equal("0 0 0 29 2 *", (await GetJsonAsync("/api/v1/environment/IngestSchedule")).GetProperty("value").GetString());
        Assert.Null((await GetJsonAsync("/api/v1/environment/WIJKMONITOR_DEVHOST_CHECKS_KEYS")).GetProperty("value").GetString());
    }

    private async Task<HttpStatusCode> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await fixture.Client.SendAsync(request, Token);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
        return response.StatusCode;
    }

    private async Task<JsonElement> GetJsonAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Array.ForEach(headers, header => request.Headers.Add(header.Name, header.Value));
        using var response = await fixture.Client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
