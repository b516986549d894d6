using System.Net;
using System.Text;
using Wijkmonitor.DevHost.Tests.Support;

namespace Wijkmonitor.DevHost.Tests.Http;

public sealed class AdminTests(HostFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_function_runs_by_hand_after_the_response()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("Slow", """{"input":""}"""));

        await fixture.Host.JournalHasAsync("Slow begins");
    }

    [Theory]
    [InlineData("Ingest", """{"input":""}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Ingest", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Ingest", "", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Ingest", "[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Unknown", "{}", "application/json", HttpStatusCode.NotFound)]
    [InlineData("GetArea", "{}", "application/json", HttpStatusCode.NotFound)]
    public async Task An_invalid_invocation_of_a_timer_function_is_refused(string function, string body, string type, HttpStatusCode status) =>
        Assert.Equal(status, await PostAsync(function, body, type));

    [Fact]
    public async Task The_status_gives_the_state_of_the_host_and_the_process_of_its_worker() => Assert.Equal(
        $$"""{"state":"Running","workerProcessId":{{fixture.Host.WorkerId}}}""", await fixture.Client.GetStringAsync("/admin/host/status", Token));

    private async Task<HttpStatusCode> PostAsync(string function, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await fixture.Client.PostAsync($"/admin/functions/{function}", content, Token);
        return response.StatusCode;
    }
}
