using System.Net;
using System.Text;
using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.Local;

namespace Wijkmonitor.DevHost.Tests.Http;

public sealed class KeyTests(KeyTests.KeysFixture fixture) : IClassFixture<KeyTests.KeysFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/areas/x", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/v1/areas/x", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/v1/areas/x", "function", HttpStatusCode.OK)]
    [InlineData("PUT", "/api/v1/areas/x", "host", HttpStatusCode.Unauthorized)]
    [InlineData("PUT", "/api/v1/areas/x", "master", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/journal", null, HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/areas/x?code=host", null, HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/shadow/secret", null, HttpStatusCode.OK)]
    [InlineData("GET", "/admin/unknown", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/admin/host/status", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/admin/host/status", "host", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/admin/host/status", "master", HttpStatusCode.OK)]
    [InlineData("POST", "/admin/functions/Ingest", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/admin/functions/Ingest", "function", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/admin/functions/Ingest", "host", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/admin/functions/Ingest", "master", HttpStatusCode.Accepted)]
    [InlineData("POST", "/admin/host/restart", "host", HttpStatusCode.Forbidden)]
    public async Task A_request_needs_a_key_of_the_level_of_its_function(string method, string path, string? key, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var response = await fixture.Host.Client.SendAsync(request, Token);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_worker_knows_that_keys_are_checked() => Assert.Contains(
        "\"value\":\"true\"", await fixture.Host.Client.GetStringAsync("/api/v1/environment/WIJKMONITOR_DEVHOST_CHECKS_KEYS", Token));

    [Fact]
    public async Task The_host_is_administered_with_the_master_key()
    {
        await fixture.Host.TriggerAsync("ingest", Token);

        await fixture.Host.JournalHasAsync("Ingest");
    }

    public sealed class KeysFixture : IAsyncLifetime
    {
        public FunctionHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestApp.StartAsync(new HostKeys("function", "host", "master"));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
