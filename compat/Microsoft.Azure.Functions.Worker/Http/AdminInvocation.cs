using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Timers;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>
/// POST /admin/functions/{name}, by which a developer starts a timer by hand, as the host offers it. Without keys, so for this machine
/// only.
/// </summary>
internal static class AdminInvocation
{
    public static void Map(IEndpointRouteBuilder routes, TimerService timers) =>
        routes.MapPost("/admin/functions/{name}", context => RunAsync(context, timers));

    private static async Task RunAsync(HttpContext http, TimerService timers) => http.Response.StatusCode = await StatusAsync(http, timers);

    private static async Task<int> StatusAsync(HttpContext http, TimerService timers)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (!http.Request.HasJsonContentType())
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (!await HasObjectAsync(http))
        {
            return StatusCodes.Status400BadRequest;
        }

        return timers.StartByHand((string)http.GetRouteValue("name")!) ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound;
    }

    private static async Task<bool> HasObjectAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
