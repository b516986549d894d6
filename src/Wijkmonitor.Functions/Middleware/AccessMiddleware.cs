using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.SocialMortgages;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Middleware that authorizes a request and attaches its caller.</summary>
public sealed partial class AccessMiddleware(Identification identification, ContractStore contracts,
    ILogger<AccessMiddleware> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        if (await AuthorizeAsync(http, context.FunctionDefinition.Name) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(context);
    }

    private async Task<IResult?> AuthorizeAsync(HttpContext http, string function)
    {
        // The host has checked the key for the function that it chose by its own matching of routes. Where the worker's matching, which
        // gives the values in the path, chose
        // another, the key may have been checked for something else.
        if (http.GetEndpoint()?.DisplayName is var routed && !string.Equals(routed, function, StringComparison.Ordinal))
        {
            LogMismatch(function, routed);
            return ApiResults.NotFound($"Er is niets op {http.Request.Path}.", $"There is nothing at {http.Request.Path}.");
        }

        // Routing does not mind a slash at the end; the rules for Dutch government APIs do, so that each resource has one address.
        if (http.Request.Path.Value is [.., '/'] path && path.Length > "/api/".Length && path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase))
        {
            return ApiResults.NotFound($"Er is niets op {path}; laat de schuine streep aan het eind weg.",
                $"There is nothing at {path}; leave out the slash at its end.");
        }

        if (identification.Find(http) is not { } caller)
        {
            LogUntrusted(function);
            return ApiResults.Unauthorized();
        }

        caller.AttachTo(http);
        if (OperationAccess.Find(function) is not { } access)
        {
            return ApiResults.Forbidden();
        }

        if (!caller.HasRole(access.Role))
        {
            return caller.IsKnown ? ApiResults.Forbidden() : ApiResults.Unauthorized();
        }

        return caller.IsAdmin ? null : await CheckScopeAsync(caller, access.Scope, http);
    }

    private async Task<IResult?> CheckScopeAsync(Caller caller, ResourceScope scope, HttpContext http)
    {
        var id = http.Request.RouteValues["id"] as string ?? "";
        return scope switch
        {
            ResourceScope.Contract => caller.IsPartyIn(await contracts.GetPartiesAsync(id, http.RequestAborted)) ? null : SocialMortgageResults.NotFound(id),
            ResourceScope.Delivery => caller.CanDeliver(DeliveryIds.GetDataset(id)) ? null : DeliveryResults.NotFound(id),
            _ => null,
        };
    }

    [LoggerMessage(133, LogLevel.Error, "Refused a request: the host routed it to {Function}, the worker to {Routed}")]
    private partial void LogMismatch(string function, string? routed);

    [LoggerMessage(131, LogLevel.Warning, "Refused a request for {Function}: untrusted identity or origin")]
    private partial void LogUntrusted(string function);
}
