using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wijkmonitor.DevHost.Http;
using Wijkmonitor.DevHost.Protocol;
using Wijkmonitor.DevHost.Timers;
using Wijkmonitor.DevHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Wijkmonitor.DevHost;

/// <summary>Host that runs a published function app as the Functions host does.</summary>
internal sealed class FunctionsHost(DevHostOptions options, PublishedApp app, HostLog log)
{
    // As the Functions host.
    private const long MaxRequestBytes = 104_857_600;

    private readonly WorkerChannels channels = new();
    private readonly FunctionInvoker invoker = new(app.FunctionTimeout, log);

    /// <summary>Runs until it is stopped.</summary>
    /// <exception cref="InvalidOperationException">The app cannot be run; the message says why.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var endpoint = CreateWorkerEndpoint();
        await endpoint.StartAsync(stop);
        channels.Endpoint = new Uri(endpoint.Urls.First());
        using var workers = new WorkerSupervisor(token => FunctionWorker.StartAsync(app, channels, options.Keys.IsChecked, log, token), log);
        try
        {
            var functions = (await workers.StartAsync(stop)).Functions;
            await using var timers = new TimerScheduler(functions, app.Settings, function => CreateRun(function, workers), TimeProvider.System, log);
            await ServeAsync(functions, workers, timers, stop);
        }
        finally
        {
            await workers.StopAsync(TimeSpan.Zero);
        }
    }

    private static WebApplicationBuilder CreateBuilder()
    {
        // Empty: the environment holds the settings of the app, which are not this host's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore();
        return builder;
    }

    private WebApplication CreateWorkerEndpoint()
    {
        var builder = CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });
        builder.Services.AddSingleton(channels);
        var endpoint = builder.Build();
        endpoint.MapGrpcService<FunctionRpcService>();
        return endpoint;
    }

    private async Task ServeAsync(IReadOnlyList<DeclaredFunction> functions, WorkerSupervisor workers, TimerScheduler timers, CancellationToken stop)
    {
        var builder = CreateBuilder();
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        builder.Services.AddHttpForwarder();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Grace);
        await using var server = builder.Build();
        var http = functions.Where(function => function.Http is not null).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
        var forwarder = server.Services.GetRequiredService<IHttpForwarder>();
        using var handler = new HttpFunctionHandler(http, app, options.Keys, workers, invoker, forwarder);
        var admin = new AdminHandler(options.Keys, workers, timers);
        server.Run(context => LogFailureAsync(AdminHandler.IsAdmin(context.Request) ? admin.HandleAsync(context) : handler.HandleAsync(context)));
        await server.StartAsync(stop);
        timers.Start();
        log.WriteLine($"Now listening on: {server.Urls.First()}");
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StopAsync(server, workers, timers);
    }

    private async Task LogFailureAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.Error("Host", "A request failed in the host.", error.ToString());
            throw;
        }
    }

    private async Task StopAsync(WebApplication server, WorkerSupervisor workers, TimerScheduler timers)
    {
        log.Information("Host", "Stopping.");
        var invocations = Task.WhenAll(server.StopAsync(CancellationToken.None), timers.StopAsync());
        await invocations.WaitAsync(options.Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await workers.StopAsync(TimeSpan.Zero);
        await invocations;
    }

    private TimerRun CreateRun(DeclaredFunction function, WorkerSupervisor workers) => async (timerInfo, reason, cancellationToken) =>
    {
        try
        {
            using var lease = await workers.AcquireAsync(cancellationToken);
            var request = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
            request.InputData.Add(new ParameterBinding { Name = function.TriggerParameter, Data = new TypedData { Json = timerInfo } });
            await invoker.InvokeAsync(lease.Worker, function, request, reason, cancellationToken);
        }
        catch (TimeoutException)
        {
            log.Error($"Function.{function.Name}", $"'Functions.{function.Name}' was not run: there is no worker.");
        }
    };
}
