using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.DevHost.Timers;
using Wijkmonitor.DevHost.Worker;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Handler of requests to the host itself.</summary>
internal sealed class AdminHandler(KeyRing keys, WorkerSupervisor workers, TimerScheduler timers)
{
    private const string Prefix = "/admin";

    /// <summary>Whether the request is one to the host, whatever the functions declare.</summary>
    public static bool IsAdmin(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public async Task HandleAsync(HttpContext context)
    {
        if (FindOperation(context.Request) is not { } operation)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (keys.CheckAdmin(context.Request) is { } refused)
        {
            context.Response.StatusCode = refused;
            if (refused == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
            }
        }
        else
        {
            await operation(context);
        }
    }

    private RequestDelegate? FindOperation(HttpRequest request)
    {
        var segments = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, string.Join('/', segments[1..]).ToUpperInvariant()) switch
        {
            ("GET", "HOST/STATUS") => WriteStatusAsync,
            ("POST", "HOST/RESTART") => RestartAsync,
            ("POST", var path) when segments.Length == 3 && path.StartsWith("FUNCTIONS/", StringComparison.Ordinal) =>
                async context => context.Response.StatusCode = await InvokeAsync(context.Request, segments[2]),
            _ => null,
        };
    }

    private Task WriteStatusAsync(HttpContext context)
    {
        var worker = workers.ProcessId;
        return context.Response.WriteAsJsonAsync(new { state = worker is null ? "Starting" : "Running", workerProcessId = worker }, context.RequestAborted);
    }

    private Task RestartAsync(HttpContext context)
    {
        workers.Restart();
        return context.Response.WriteAsJsonAsync(new { }, context.RequestAborted);
    }

    // The run is waited for by nobody, as in the Functions host. HTTP functions are not run this way here.
    private async Task<int> InvokeAsync(HttpRequest request, string function)
    {
        if (!request.HasJsonContentType())
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(request.HttpContext.RequestAborted);
            return body.ValueKind != JsonValueKind.Object ? StatusCodes.Status400BadRequest
                : timers.TryRunByHand(function) ? StatusCodes.Status202Accepted
                : StatusCodes.Status404NotFound;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
