using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.CustomHandler;

/// <summary>
/// POST /{timer}, by which the Functions host runs a timer. It is told from an HTTP function's request by the host's header and by its
/// path, which no HTTP function may take; the port itself is open to this machine only.
/// </summary>
internal sealed class HostInvocation(FunctionCatalogue functions, FunctionInvoker invoker, CancellationToken stopping)
{
    private const string Succeeded = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";
    private const string Failed = """{"error":"The function failed. The log tells why."}""";
    private const string Malformed = """{"error":"The request is not an invocation of a timer."}""";

    public Task HandleAsync(HttpContext http, RequestDelegate next) =>
        TimerOf(http.Request) is { } timer && HttpInvocation.HostInvocationId(http.Request) is { } id
            ? RunAsync(http, timer, id)
            : next(http);

    private DeclaredFunction? TimerOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value is ['/', .. var name] && functions.Find(name) is { Timer: not null } timer
            ? timer
            : null;

    private async Task RunAsync(HttpContext http, DeclaredFunction timer, string id)
    {
        InvocationRequest request;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            request = HostTimerMessage.Read(body.RootElement, timer, id);
        }
        catch (JsonException)
        {
            await AnswerAsync(http, StatusCodes.Status400BadRequest, Malformed);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        if (await invoker.InvokeAsync(timer, request, ended.Token) is null)
        {
            await AnswerAsync(http, StatusCodes.Status200OK, Succeeded);
        }
        else
        {
            await AnswerAsync(http, StatusCodes.Status500InternalServerError, Failed);
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }
}
