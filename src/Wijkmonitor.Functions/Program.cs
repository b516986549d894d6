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

// The host takes no larger request. With a lower limit here the connection would be cut before the answer that a file is too large.
const long LargestRequestOfHost = 104_857_600;

// A replay or a comparison has no host: it answers nobody and runs nothing on a schedule.
if (args is ["replay"])
{
    return await ReplayCommand.RunAsync(() => Compose(isReplay: true).Services);
}

if (args is ["verify"])
{
    return await VerifyCommand.RunAsync(() => Compose(isReplay: true).Services);
}

await Compose(isReplay: false).RunAsync();
return 0;

IHost Compose(bool isReplay)
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequestOfHost);
    builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // nothing is protected with it: no keys are written to disk

    var config = BuiltInConfiguration.Read(Path.Combine(AppContext.BaseDirectory, "config"));
    builder.AddObservability(logsToConsole: isReplay);
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

    return builder.Build();
}
