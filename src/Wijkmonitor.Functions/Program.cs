using Microsoft.Azure.Functions.Worker.Builder;
using Wijkmonitor.Functions;
using Wijkmonitor.Functions.Replay;

// A replay or a comparison has no host: it answers nobody and runs nothing on a schedule.
FunctionsApplicationBuilder Compose(bool logsToConsole) => FunctionsApplication.CreateBuilder(args).AddMonitor(logsToConsole);
return args switch
{
    ["replay"] => await ReplayCommand.RunAsync(() => Compose(logsToConsole: true).Build().Services),
    ["verify"] => await VerifyCommand.RunAsync(() => Compose(logsToConsole: true).Build().Services),
    _ => await Compose(logsToConsole: false).Build().ServeAsync(),
};
