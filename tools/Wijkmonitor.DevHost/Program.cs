using System.CommandLine;
using System.Runtime.InteropServices;
using Wijkmonitor.DevHost;
using Wijkmonitor.DevHost.Http;

var app = new Option<DirectoryInfo>("--app") { Description = "The folder of the published function app.", Required = true };
var url = new Option<string>("--url") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
var functionKey = new Option<string?>("--function-key") { Description = "The key of each function." };
var hostKey = new Option<string?>("--host-key") { Description = "The key that opens all functions of level function." };
var masterKey = new Option<string?>("--master-key") { Description = "The key that opens everything. Without any of the three, no keys are checked." };
var grace = new Option<int>("--grace-seconds")
{
    Description = "How long invocations may take to end when the host is stopped.",
    DefaultValueFactory = _ => 10,
};
var endWithInput = new Option<bool>("--end-with-input") { Description = "Stop when the standard input ends, as it does with the program that started this one." };
var command = new RootCommand("Runs a published function app on this machine as the Azure Functions host does. Its app settings are the environment.")
{
    app, url, functionKey, hostKey, masterKey, grace, endWithInput,
};
command.SetAction((arguments, cancellationToken) => RunAsync(
    new DevHostOptions(
        arguments.GetValue(app)!.FullName,
        arguments.GetValue(url)!,
        new KeyRing(arguments.GetValue(functionKey), arguments.GetValue(hostKey), arguments.GetValue(masterKey)),
        TimeSpan.FromSeconds(arguments.GetValue(grace)),
        arguments.GetValue(endWithInput)),
    cancellationToken));

// Signals are handled here: the library would end the process two seconds after one.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static async Task<int> RunAsync(DevHostOptions options, CancellationToken cancellationToken)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    try
    {
        var published = PublishedApp.Read(options.Folder);
        if (options.EndWithInput)
        {
            _ = StopWithInputAsync(stop);
        }

        await new FunctionsHost(options, published, new HostLog(Console.Out, published.LogLevels)).RunAsync(stop.Token);
        return 0;
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        return 0;
    }
    catch (Exception error) when (error is InvalidOperationException or IOException)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 1;
    }
}

static async Task StopWithInputAsync(CancellationTokenSource stop)
{
    await Console.OpenStandardInput().CopyToAsync(Stream.Null);
    await stop.CancelAsync();
}
