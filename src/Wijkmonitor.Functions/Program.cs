using Microsoft.Azure.Functions.Worker.Builder;
using Wijkmonitor.Functions;
using Wijkmonitor.Functions.Replay;

// A replay has no host: it answers nobody and runs nothing on a schedule.
var isReplay = args is ["replay"];
FunctionsApplicationBuilder Compose() => FunctionsApplication.CreateBuilder(args).AddMonitor(logsToConsole: isReplay);
return isReplay ? await ReplayCommand.RunAsync(() => Compose().Build().Services) : await Compose().Build().ServeAsync();
