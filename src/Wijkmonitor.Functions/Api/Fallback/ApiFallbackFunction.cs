using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Fallback;

/// <summary>Fallback for requests to the API that match no operation: an unknown path, another method, or a CORS preflight.</summary>
public sealed class ApiFallbackFunction
{
    /// <summary>
    /// The function's name; it is no operation of the contract. The Functions host takes the first route that matches in the alphabetical
    /// order of the functions' names, so the name sorts after those of all operations (docs/decisions/0005-official-worker.md).
    /// </summary>
    public const string Name = "ZFallbackApi";

    private readonly (TemplateMatcher Route, string[] Methods)[] operations = [.. typeof(ApiFallbackFunction).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is { Name: not Name })
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Where(trigger => trigger.Route?.StartsWith("api/", StringComparison.Ordinal) == true)
        .Select(trigger => (new TemplateMatcher(new RouteTemplate(RoutePatternFactory.Parse(trigger.Route!)), []), trigger.Methods ?? []))];

    /// <summary>Creates the response to a path without a function: 404, 405, or 204 for a preflight.</summary>
    [Function(Name)]
    public IResult Respond(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options",
            Route = "api/{*path}")] HttpRequest request, string? path)
    {
        var allowed = operations
            .Where(operation => operation.Route.TryMatch(request.Path, []))
            .SelectMany(operation => operation.Methods)
            .Select(method => method.ToUpperInvariant())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (allowed.Count > 0)
        {
            allowed.Add(HttpMethods.Options);
        }

        return allowed.Count == 0 || request.Path.Value!.EndsWith('/')
            ? ApiResults.NotFound($"Er is niets op /api/{path}; /api/v1/openapi.json noemt alles.",
                $"There is nothing at /api/{path}; /api/v1/openapi.json lists everything.")
            : HttpMethods.IsOptions(request.Method) ? ApiResults.AllowedMethods(allowed) : ApiResults.MethodNotAllowed(allowed);
    }
}
