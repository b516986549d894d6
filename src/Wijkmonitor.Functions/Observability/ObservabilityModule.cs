using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Registration of log, metrics and traces.</summary>
public static class ObservabilityModule
{
    /// <summary>Adds the observability.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="logsToConsole">Whether there is no host that takes the log.</param>
    public static void AddObservability(this IHostApplicationBuilder builder, bool logsToConsole)
    {
        builder.Services.AddSingleton<WijkmonitorMetrics>();
        builder.AddTelemetry();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (logsToConsole)
        {
            builder.Logging.AddSimpleConsole(console => console.IncludeScopes = true);
        }
    }
}
