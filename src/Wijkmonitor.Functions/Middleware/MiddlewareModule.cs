using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Registers what every invocation passes through.</summary>
public static class MiddlewareModule
{
    /// <summary>Adds what the middleware needs.</summary>
    public static IServiceCollection AddMiddleware(this IServiceCollection services)
    {
        services.AddValidated<RateLimitOptions>(RateLimitOptions.Section, new MiddlewareValidator());
        return services;
    }

    /// <summary>Puts the middleware in its order: measured first, then what a failure is answered with, then who asks too much, then who may.</summary>
    public static void UseMonitorMiddleware(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<InvocationMiddleware>();
        builder.UseMiddleware<FailureMiddleware>();
        builder.UseMiddleware<RateLimitMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
    }
}
