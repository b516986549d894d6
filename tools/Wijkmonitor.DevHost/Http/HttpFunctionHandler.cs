using System.Net;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.DevHost.Protocol;
using Wijkmonitor.DevHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Serves requests to functions: finds the function, checks the key, and forwards the request to the worker beside its invocation.</summary>
internal sealed class HttpFunctionHandler : IDisposable
{
    private const string InvocationIdHeader = "x-ms-invocation-id";
    private const string TraceHeader = "traceparent";
    private static readonly ForwarderRequestConfig ForwarderConfig = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly Dictionary<string, DeclaredFunction> functions;
    private readonly HashSet<string> disabled;
    private readonly RouteTable routes;
    private readonly KeyRing keys;
    private readonly WorkerSupervisor workers;
    private readonly FunctionInvoker invoker;
    private readonly IHttpForwarder forwarder;
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    /// <param name="declared">The functions of the app.</param>
    /// <param name="app">The app.</param>
    /// <param name="keys">The keys of the host.</param>
    /// <param name="workers">The workers.</param>
    /// <param name="invoker">Invokes functions.</param>
    /// <param name="forwarder">Forwards requests.</param>
    /// <exception cref="InvalidOperationException">A route cannot be read.</exception>
    public HttpFunctionHandler(
        IReadOnlyList<DeclaredFunction> declared, PublishedApp app, KeyRing keys, WorkerSupervisor workers, FunctionInvoker invoker, IHttpForwarder forwarder)
    {
        functions = declared.Where(function => function.Http is not null).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
        disabled = functions.Values.Where(function => function.IsDisabled(app.Settings)).Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        routes = new RouteTable(functions.Values.Select(function => function.Http!), app.RoutePrefix);
        this.keys = keys;
        this.workers = workers;
        this.invoker = invoker;
        this.forwarder = forwarder;
    }

    public void Dispose() => client.Dispose();

    public async Task HandleAsync(HttpContext context)
    {
        if (routes.Match(context.Request.Method, context.Request.Path) is not { } match)
        {
            // The Functions host knows neither 405 nor an answer to HEAD or OPTIONS that no function declares.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (keys.Check(context.Request, match.Route.Access) is { } refused)
        {
            context.Response.StatusCode = refused;
        }
        else if (disabled.Contains(match.Route.Function))
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

        if ((!await invocation || error != ForwarderError.None) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
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
