using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Registration of the middleware.</summary>
public static class MiddlewareModule
{
    /// <summary>Adds what the middleware needs.</summary>
    public static IServiceCollection AddMiddleware(this IServiceCollection services)
    {
        services.AddValidated<RateLimitOptions>(RateLimitOptions.Section, new MiddlewareValidator());
        return services;
    }

    /// <summary>Registers the middleware: metrics, failures, rate limit, access.</summary>
    public static void UseMonitorMiddleware(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<InvocationMiddleware>();
        builder.UseMiddleware<FailureMiddleware>();
        builder.UseMiddleware<RateLimitMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
    }
}
