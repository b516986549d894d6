using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Http;

public sealed class ResultTests
{
    [Theory]
    [InlineData("created", 201, "application/json; charset=utf-8", """{"name":"x"}""")]
    [InlineData("ok-object", 200, "application/json; charset=utf-8", """{"name":"x"}""")]
    [InlineData("status", 418, null, "")]
    [InlineData("content", 202, "text/csv", "a;b")]
    [InlineData("file", 200, "application/zip", "zip")]
    [InlineData("text", 200, "text/plain; charset=utf-8", "plain")]
    [InlineData("object", 200, "application/json; charset=utf-8", """{"name":"x"}""")]
    [InlineData("value-task", 200, "application/json; charset=utf-8", """[1,2]""")]
    [InlineData("null", 200, null, "")]
    [InlineData("nothing", 200, null, "")]
    [InlineData("written", 203, null, "by hand")]
    public async Task What_a_function_gives_becomes_the_response(string route, int status, string? type, string body)
    {
        await using var worker = await TestWorker.StartAsync([typeof(ResultFunctions)]);

        using var response = await worker.Http.GetAsync($"/api/{route}", TestContext.Current.CancellationToken);

        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("throws-in-result")]
    public async Task A_failure_is_an_empty_500_and_logged_with_the_invocation_id(string route)
    {
        await using var worker = await TestWorker.StartAsync([typeof(ResultFunctions)]);

        using var response = await worker.Http.GetAsync($"/api/{route}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var line = Assert.Single(worker.Log.All, line => line.Contains("failed. Invocation"));
        Assert.Contains("a secret", line);
        Assert.Matches("Invocation [0-9a-f-]{36}", line);
    }

    [Fact]
    public async Task A_request_that_its_client_gives_up_cancels_the_function()
    {
        await using var worker = await TestWorker.StartAsync([typeof(ResultFunctions)]);
        using var client = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var request = worker.Http.GetAsync("/api/endless", client.Token);
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Contains("begun"), "the function has begun");
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Eventually.TrueAsync(() => worker.Log.All.Any(line => line.Contains("'Endless' was cancelled")), "the function is cancelled");
        Assert.DoesNotContain(worker.Log.All, line => line.Contains("failed"));
    }
}

public sealed class ResultFunctions(Recorder recorder)
{
    [Function("Created")]
    public static IResult Created([HttpTrigger("get", Route = "created")] HttpRequest request) =>
        TypedResults.Created("/x", new { Name = "x" });

    [Function("OkObject")]
    public static Task<IActionResult> OkObject([HttpTrigger("get", Route = "ok-object")] HttpRequest request) =>
        Task.FromResult<IActionResult>(new OkObjectResult(new { Name = "x" }));

    [Function("Status")]
    public static IActionResult Status([HttpTrigger("get", Route = "status")] HttpRequest request) => new StatusCodeResult(418);

    [Function("Content")]
    public static IActionResult Content([HttpTrigger("get", Route = "content")] HttpRequest request) =>
        new ContentResult { Content = "a;b", ContentType = "text/csv", StatusCode = 202 };

    [Function("File")]
    public static IActionResult File([HttpTrigger("get", Route = "file")] HttpRequest request) =>
        new FileContentResult("zip"u8.ToArray(), "application/zip");

    [Function("Text")]
    public static string Text([HttpTrigger("get", Route = "text")] HttpRequest request) => "plain";

    [Function("Object")]
    public static object Object([HttpTrigger("get", Route = "object")] HttpRequest request) => new { Name = "x" };

    [Function("ValueTask")]
    public static async ValueTask<int[]> ValueTask([HttpTrigger("get", Route = "value-task")] HttpRequest request)
    {
        await Task.Yield();
        return [1, 2];
    }

    [Function("Null")]
    public static IResult? Null([HttpTrigger("get", Route = "null")] HttpRequest request) => null;

    [Function("Nothing")]
    public static async Task Nothing([HttpTrigger("get", Route = "nothing")] HttpRequest request) => await Task.Yield();

    [Function("Written")]
    public static async Task Written([HttpTrigger("get", Route = "written")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.StatusCode = 203;
        await request.HttpContext.Response.WriteAsync("by hand", cancellationToken);
    }

    [Function("Throws")]
    public static async Task<IResult> Throws([HttpTrigger("get", Route = "throws")] HttpRequest request)
    {
        await Task.Yield();
        throw new InvalidOperationException("a secret");
    }

    [Function("ThrowsInResult")]
    public static IResult ThrowsInResult([HttpTrigger("get", Route = "throws-in-result")] HttpRequest request) => new FailingResult();

    [Function("Endless")]
    public async Task Endless([HttpTrigger("get", Route = "endless")] HttpRequest request, CancellationToken cancellationToken)
    {
        recorder.Add("begun");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    private sealed class FailingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("a secret");
    }
}
