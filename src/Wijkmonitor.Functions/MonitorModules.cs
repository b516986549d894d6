using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Dashboard;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;

namespace Wijkmonitor.Functions;

/// <summary>The modules that the monitor consists of, each with the services of one folder.</summary>
internal static class MonitorModules
{
    // The host takes no larger request. With a lower limit here the connection would be cut before the answer that a file is too large.
    private const long MaxRequestOfHost = 104_857_600;

    /// <summary>Adds all modules.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="logsToConsole">Whether the log goes to the console, as there is no host that takes it.</param>
    /// <returns>The same builder.</returns>
    public static FunctionsApplicationBuilder AddMonitor(this FunctionsApplicationBuilder builder, bool logsToConsole)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestOfHost);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // nothing is protected with it: no keys are written to disk

        var config = BuiltInConfiguration.Read(Path.Combine(AppContext.BaseDirectory, "config"));
        builder.AddObservability(logsToConsole);
        builder.UseMonitorMiddleware();
        builder.Services.AddSingleton(TimeProvider.System)
            .AddStorage()
            .AddConfiguration(config)
            .AddFigures()
            .AddSecurity()
            .AddScoring(ScoringRules.From(builder.Configuration, config.Folder, config.Catalogue))
            .AddIngest()
            .AddApi()
            .AddDashboard(Path.Combine(AppContext.BaseDirectory, "dashboard"))
            .AddReplay()
            .AddMiddleware();
        return builder;
    }

    /// <summary>Runs the app until the host stops it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(this IHost app)
    {
        await app.RunAsync();
        return 0;
    }
}
