using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.DevHost.Timers;
using Wijkmonitor.DevHost.Worker;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Serves requests to the host itself.</summary>
internal sealed class AdminHandler(KeyRing keys, WorkerSupervisor workers, TimerScheduler timers)
{
    private const string Prefix = "/admin";

    /// <summary>Whether the request is one to the host, whatever the functions declare.</summary>
    public static bool IsAdmin(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (keys.CheckAdmin(request) is { } refused)
        {
            context.Response.StatusCode = refused;
            return;
        }

        var segments = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch ($"{request.Method} {string.Join('/', segments[1..])}".ToUpperInvariant())
        {
            case "GET HOST/STATUS":
                var worker = workers.ProcessId;
                await context.Response.WriteAsJsonAsync(new { state = worker is null ? "Starting" : "Running", workerProcessId = worker }, context.RequestAborted);
                break;
            case "POST HOST/RESTART":
                workers.Restart();
                await context.Response.WriteAsJsonAsync(new { }, context.RequestAborted);
                break;
            case var path when segments.Length == 3 && path.StartsWith("POST FUNCTIONS/", StringComparison.Ordinal):
                context.Response.StatusCode = await InvokeAsync(request, segments[2]);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
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
