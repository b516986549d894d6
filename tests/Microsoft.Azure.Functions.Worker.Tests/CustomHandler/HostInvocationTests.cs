using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.CustomHandler;

public sealed class HostInvocationTests
{
    private const string UnderHost = "--FUNCTIONS_CUSTOMHANDLER_PORT=0";

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    public async Task The_probe_is_answered_without_a_function_for_it(string method, HttpStatusCode status)
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_probe_is_answered_by_a_function_for_every_path_where_there_is_one()
    {
        await using var worker = await TestWorker.StartAsync(
            [typeof(HostedPages)], hostJson: """{ "extensions": { "http": { "routePrefix": "" } } }""", args: UnderHost);

        Assert.Equal("page ", await worker.Http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_timer_gets_what_the_host_says_of_its_schedule_and_answers_json()
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = HostRequests.Timer("Hosted", "11111111-2222-3333-4444-555555555555");
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["11111111-2222-3333-4444-555555555555 past due True, last 2026-03-28T03:00:00Z, next 2026-03-29T02:00:00Z, sys True"],
            worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_timer_that_is_not_monitored_has_no_status()
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = HostRequests.Timer("hosted", "id", HostRequests.Unmonitored);
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["id past due False, last , next , sys True"], worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_timer_that_fails_is_a_500_in_json_without_the_failures_text()
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = HostRequests.Timer("HostedFailing", "the-id");
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(body);
        Assert.DoesNotContain("secret", body);
        Assert.Contains(worker.Log.All, line => line.Contains("'HostedFailing' failed. Invocation the-id. a secret"));
    }

    [Theory]
    [InlineData("Hosted", "")]
    [InlineData("Hosted", "{")]
    [InlineData("Hosted", "[]")]
    [InlineData("Hosted", """{"Data":{"another":{}}}""")]
    [InlineData("Hosted", """{"Data":{"timer":{"IsPastDue":"perhaps"}}}""")]
    public async Task A_message_that_is_no_timers_invocation_is_refused(string function, string body)
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = HostRequests.Post(function, "id", body);
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(worker.Recorder.Lines);
    }

    [Theory]
    [InlineData("Unknown", "id")]
    [InlineData("Hosted/more", "id")]
    [InlineData("Hosted", null)]
    [InlineData("admin/functions/Hosted", "id")]
    public async Task What_is_no_function_or_not_sent_by_the_host_is_not_found(string path, string? invocationId)
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        using var request = HostRequests.Post(path, invocationId, """{"Data":{"timer":{}}}""");
        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(worker.Recorder.Lines);
    }

    [Fact]
    public async Task Under_the_host_no_timer_runs_by_itself_and_the_host_resolves_the_settings_of_schedules()
    {
        await using var worker = await StartAsync(typeof(HostedTimers));

        Assert.DoesNotContain(worker.Log.All, line => line.Contains("Microsoft.Azure.Functions.Worker.Timers"));
        Assert.Empty(worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_forwarded_request_keeps_path_query_and_headers_and_carries_the_hosts_invocation_id()
    {
        await using var worker = await StartAsync(typeof(HostedPages));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/echo/a%20b?x=1,2&y=%26");
        request.Headers.Add(HostRequests.InvocationIdHeader, "from-the-client,from-the-host");
        request.Headers.Add("X-Forwarded-Host", "wijk.example");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var response = await worker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            "from-the-host https wijk.example /api/echo/a b a b ?x=1,2&y=%26",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<TestWorker> StartAsync(Type functions) => TestWorker.StartAsync([functions], args: UnderHost);
}

public sealed class HostedTimers(Recorder recorder)
{
    [Function("Hosted")]
    public void Run([TimerTrigger("%AbsentSetting%", RunOnStartup = true)] TimerInfo timer, FunctionContext context)
    {
        var status = timer.ScheduleStatus;
        recorder.Add(
            $"{context.InvocationId} past due {timer.IsPastDue}, last {Utc(status?.Last)}, next {Utc(status?.Next)}, "
            + $"sys {context.BindingContext.BindingData.ContainsKey("sys")}");
    }

    [Function("HostedFailing")]
    public static Task FailAsync([TimerTrigger("0 * * * * *")] TimerInfo timer) => throw new InvalidOperationException("a secret");

    private static string Utc(DateTime? time) => $"{time?.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}";
}

public static class HostedPages
{
    [Function("Echo")]
    public static string Echo([HttpTrigger("get", Route = "echo/{text}")] HttpRequest request, FunctionContext context, string text) =>
        $"{context.InvocationId} {request.Scheme} {request.Host} {request.Path.Value} {text} {request.QueryString.Value}";

    [Function("Page")]
    public static string Page([HttpTrigger("get", Route = "{*path}")] HttpRequest request, string? path) => $"page {path}";
}
