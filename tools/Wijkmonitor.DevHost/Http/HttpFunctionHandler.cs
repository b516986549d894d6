using System.Net;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.DevHost.Protocol;
using Wijkmonitor.DevHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Handler of requests to functions: it finds the function, checks the key, and forwards the request to the worker.</summary>
/// <remarks>The worker gets it next to its invocation.</remarks>
/// <param name="functions">The HTTP functions of the app, by name.</param>
/// <param name="app">The app.</param>
/// <param name="keys">The keys of the host.</param>
/// <param name="workers">The workers.</param>
/// <param name="invoker">Invokes functions.</param>
/// <param name="forwarder">Forwards requests.</param>
/// <exception cref="InvalidOperationException">A route cannot be read.</exception>
internal sealed class HttpFunctionHandler(
    IReadOnlyDictionary<string, DeclaredFunction> functions, PublishedApp app, KeyRing keys, WorkerSupervisor workers, FunctionInvoker invoker,
    IHttpForwarder forwarder)
    : IDisposable
{
    private const string InvocationIdHeader = "x-ms-invocation-id";
    private const string TraceHeader = "traceparent";
    private static readonly ForwarderRequestConfig ForwarderConfig = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly RouteTable routes = new(functions.Values.Select(function => function.Http!), app.RoutePrefix);
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    public void Dispose() => client.Dispose();

    public async Task HandleAsync(HttpContext context)
    {
        if (routes.Match(context.Request.Method, context.Request.Path) is not { } match)
        {
            // The Functions host knows neither 405 nor an answer to HEAD or OPTIONS that no function declares. Its own page at the root is empty where it
            // is switched off.
            context.Response.StatusCode = context.Request.Path == "/" ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        }
        else if (keys.Check(context.Request, match.Route.Access) is { } refused)
        {
            context.Response.StatusCode = refused;
        }
        else if (functions[match.Route.Function].IsDisabled(app.Settings))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await InvokeAsync(context, match);
        }
    }

    private async Task InvokeAsync(HttpContext context, RouteMatch match)
    {
        try
        {
            using var lease = await workers.AcquireAsync(context.RequestAborted);
            await ForwardAsync(context, match, lease.Worker);
        }
        catch (TimeoutException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task ForwardAsync(HttpContext context, RouteMatch match, FunctionWorker worker)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var request = CreateRequest(context.Request, match);
        context.Request.Headers[InvocationIdHeader] = request.InvocationId;
        var invocation = invoker.InvokeAsync(worker, functions[match.Route.Function], request, reason: null, abandoned.Token);
        var error = await forwarder.SendAsync(context, worker.HttpAddress!.AbsoluteUri, client, ForwarderConfig, ForwardedHeaders.Transformer);
        if (error != ForwarderError.None)
        {
            await abandoned.CancelAsync();
        }

        if (!await invocation || error != ForwarderError.None)
        {
            Fail(context, context.GetForwarderErrorFeature()?.Exception);
        }
    }

    // What was sent in part must not look complete.
    private static void Fail(HttpContext context, Exception? exception)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = (exception?.GetBaseException() as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
    }

    private static InvocationRequest CreateRequest(HttpRequest request, RouteMatch match)
    {
        var invocation = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
        foreach (var (name, value) in match.Values)
        {
            invocation.TriggerMetadata[name] = new TypedData { String = value };
        }

        if (request.Headers[TraceHeader].FirstOrDefault() is { } parent)
        {
            invocation.TraceContext = new RpcTraceContext { TraceParent = parent };
        }

        return invocation;
    }
}
