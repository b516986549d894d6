using System.Net;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Access;

/// <summary>A caller that asks too much.</summary>
public sealed class RateLimitTests(StorageEmulator emulator)
{
    private const int Allowed = 30;
    private const int Asked = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_over_the_rate_limit_gets_retry_after_and_others_are_served()
    {
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(),
            ("IngestSchedule", "0 0 0 1 1 *"),
            ("Security__Mode", "platform"),
            ("WEBSITE_AUTH_ENABLED", "True"),
            ("RateLimit__RequestsPerMinute", $"{Allowed}"));

        // All at once, so that how fast the machine is says nothing.
        var busy = await Task.WhenAll(Enumerable.Range(0, Asked).Select(_ => AskAsync(monitor, "busy", "/api/v1/indicators")));

        Assert.True(busy.Count(response => response.StatusCode == HttpStatusCode.OK) >= Allowed);
        var refused = busy.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, response => Assert.NotNull(response.Headers.RetryAfter));
        Assert.Contains("U vraagt te veel", await refused[0].Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var other = await AskAsync(monitor, "other", "/api/v1/indicators");
        using var nobody = await AskAsync(monitor, person: null, "/api/v1/indicators");
        using var live = await AskAsync(monitor, "busy", "/api/v1/health/live");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [other.StatusCode, nobody.StatusCode, live.StatusCode]);
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningMonitor monitor, string? person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (person is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", person);
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", AccessTests.Principal([]));
        }

        return await monitor.App.Client.SendAsync(request, Token);
    }
}
