using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The public routes of the HTTP functions.</summary>
internal static class HttpFunctionRoutes
{
    public static void Map(
        IEndpointRouteBuilder routes, FunctionCatalogue functions, string prefix, FunctionInvoker invoker, bool idFromHost)
    {
        foreach (var function in functions.All)
        {
            if (function.Http is { } http)
            {
                routes.MapMethods(
                    RoutePatternOf(function, http, prefix),
                    http.Methods ?? [],
                    context => HttpInvocation.RunAsync(context, function, invoker, idFromHost)).WithDisplayName(function.Name);
            }
        }
    }

    /// <summary>
    /// The host starts a timer by POST /{its name}, where no HTTP function may listen: whoever may call that function could start the
    /// timer.
    /// </summary>
    /// <exception cref="InvalidOperationException">An HTTP function takes what the host sends to a timer.</exception>
    public static void EnsureApartFromTimers(FunctionCatalogue functions, string prefix)
    {
        foreach (var function in functions.All)
        {
            if (function.Http is { } http && TakesPost(http) && TimerAt(RoutePatternOf(function, http, prefix)) is { } timer)
            {
                throw new InvalidOperationException(
                    $"Function '{function.Name}' takes POST /{timer.Name}, which is how the host starts the timer '{timer.Name}'. "
                    + "Give it another route or name its methods without post.");
            }
        }

        DeclaredFunction? TimerAt(string pattern) =>
            functions.All.FirstOrDefault(function => function.Timer is not null && Matches(pattern, function.Name));
    }

    private static string RoutePatternOf(DeclaredFunction function, HttpTriggerAttribute http, string prefix) =>
        RoutePrefix.Join(prefix, http.Route ?? function.Name);

    private static bool TakesPost(HttpTriggerAttribute http) =>
        http.Methods is null or [] || http.Methods.Contains(HttpMethods.Post, StringComparer.OrdinalIgnoreCase);

    private static bool Matches(string pattern, string name) =>
        new TemplateMatcher(new RouteTemplate(RoutePatternFactory.Parse(pattern)), []).TryMatch($"/{name}", []);
}
