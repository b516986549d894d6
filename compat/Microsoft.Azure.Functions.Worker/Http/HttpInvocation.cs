using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>One HTTP request as an invocation.</summary>
internal static class HttpInvocation
{
    public const string HttpContextKey = "HttpRequestContext";
    public const string InvocationIdHeader = "X-Azure-Functions-InvocationId";

    /// <summary>The piece of the pipeline that gives the HTTP context to what comes after it, and writes the result.</summary>
    public static FunctionExecutionDelegate Middleware(FunctionExecutionDelegate next) => async context =>
    {
        var running = RunningInvocation.Of(context);
        if (running.TriggerValue is not HttpContext http)
        {
            await next(context);
            return;
        }

        context.Items[HttpContextKey] = http;
        await next(context);
        await HttpResult.WriteAsync(running.Result, http);
    };

    public static async Task RunAsync(HttpContext http, DeclaredFunction function, FunctionInvoker invoker, bool idFromHost)
    {
        var id = (idFromHost ? HostInvocationId(http.Request) : null) ?? InvocationRequest.NewId();
        var routeValues = new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase);
        var request = new InvocationRequest(id, http, routeValues);
        var failure = await invoker.InvokeAsync(function, request, http.RequestServices, http.RequestAborted);
        if (failure is not null)
        {
            Fail(http, failure);
        }
    }

    /// <summary>The id that the host gave; it comes last where a client sent one of its own.</summary>
    public static string? HostInvocationId(HttpRequest request) =>
        request.Headers[InvocationIdHeader].LastOrDefault()?.Split(',')[^1].Trim() is { Length: > 0 } id ? id : null;

    /// <summary>Answers with the status of a failure and nothing of its text.</summary>
    public static void Fail(HttpContext http, Exception failure)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = failure switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException when http.RequestAborted.IsCancellationRequested => StatusCodes.Status499ClientClosedRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
    }
}
