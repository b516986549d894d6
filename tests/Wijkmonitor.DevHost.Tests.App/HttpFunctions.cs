using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.DevHost.Tests.App;

public sealed class HttpFunctions(Journal journal)
{
    [Function("GetArea")]
    public static IResult GetArea(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}")] HttpRequest request, string code) =>
        TypedResults.Ok(new { Code = code, Path = request.Path.Value, Query = request.QueryString.Value });

    [Function("PutArea")]
    public static async Task<IActionResult> PutAreaAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", "post", Route = "api/v1/areas/{code:length(1,8)}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new OkObjectResult(new { Code = code, Body = await reader.ReadToEndAsync(cancellationToken) });
    }

    [Function("GetEnvironment")]
    public static IResult GetEnvironment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/environment/{name}")] HttpRequest request, string name) =>
        TypedResults.Ok(new { ProcessId = Environment.ProcessId, Value = Environment.GetEnvironmentVariable(name) });

    [Function("GetConnection")]
    public static IResult GetConnection([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/connection")] HttpRequest request) =>
        TypedResults.Ok(new
        {
            request.Scheme,
            Host = request.Host.Value,
            Client = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
            Before = request.Headers["X-Forwarded-For"].ToString(),
        });

    [Function("CountBytes")]
    public static async Task<IResult> CountBytesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/bytes")] HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        var count = 0L;
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            count += read;
        }

        return TypedResults.Ok(count);
    }

    [Function("GetBytes")]
    public static IResult GetBytes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/bytes/{count:int}")] HttpRequest request, int count) =>
        TypedResults.Stream(async stream =>
        {
            var block = new byte[10_000];
            for (var left = count; left > 0; left -= block.Length)
            {
                await stream.WriteAsync(block.AsMemory(0, Math.Min(left, block.Length)));
            }
        });

    [Function("Fail")]
    public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/fail")] HttpRequest request) =>
        throw new InvalidOperationException($"A secret of {request.Path}.");

    [Function("FailWhileWriting")]
    public static IResult FailWhileWriting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/fail-late")] HttpRequest request) =>
        new FailingResult();

    [Function("FailMidway")]
    public static async Task FailMidwayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/fail-midway")] HttpRequest request, CancellationToken cancellationToken)
    {
        await request.HttpContext.Response.WriteAsync("half", cancellationToken);
        await request.HttpContext.Response.Body.FlushAsync(cancellationToken);
        throw new InvalidOperationException("A secret of the middle.");
    }

    [Function("NoContent")]
    public static IResult NoContent([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/nothing")] HttpRequest request) =>
        TypedResults.NoContent();

    [Function("GetJournal")]
    public IResult GetJournal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/journal")] HttpRequest request) =>
        TypedResults.Ok(journal.Lines);

    [Function("Wait")]
    public async Task<IResult> WaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/wait/{milliseconds:int}")] HttpRequest request,
        int milliseconds,
        CancellationToken cancellationToken)
    {
        journal.Add($"Wait begins {milliseconds}");
        try
        {
            await Task.Delay(milliseconds, cancellationToken);
            return TypedResults.Ok(Environment.ProcessId);
        }
        catch (OperationCanceledException)
        {
            journal.Add($"Wait is cancelled {milliseconds}");
            throw;
        }
    }

    [Function("Stuck")]
    public static Task StuckAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/stuck")] HttpRequest request) =>
        Task.Delay(Timeout.InfiniteTimeSpan);

    [Function("Shadow")]
    public static IResult Shadow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/shadow/{*path}")] HttpRequest request) =>
        TypedResults.Text("shadow");

    [Function("Shadowed")]
    public static IResult Shadowed([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/shadow/secret")] HttpRequest request) =>
        TypedResults.Text("shadowed");

    [Function("ZPage")]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
        TypedResults.Text($"page '{path}'");

    private sealed class FailingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("A secret of a result.");
    }
}
