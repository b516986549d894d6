using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>Runs the timer functions of an application that stands alone, in place of the host.</summary>
internal sealed class TimerService : BackgroundService
{
    private readonly Dictionary<string, ScheduledTimer> timers;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ConcurrentDictionary<Task, bool> byHand = [];

    /// <exception cref="InvalidOperationException">A schedule, a setting in it or the time zone is missing or cannot be read.</exception>
    public TimerService(
        FunctionCatalogue functions,
        FunctionInvoker invoker,
        IConfiguration settings,
        TimeProvider clock,
        ILoggerFactory loggers,
        IHostApplicationLifetime lifetime)
    {
        var logger = loggers.CreateLogger("Microsoft.Azure.Functions.Worker.Timers");
        var zone = TimerSettings.Zone(settings);
        this.lifetime = lifetime;
        timers = functions.All.Where(function => function.Timer is not null && !TimerSettings.IsDisabled(function, settings)).ToDictionary(
            function => function.Name,
            function => new ScheduledTimer(function, TimerSettings.Schedule(function, settings, zone), zone, invoker, clock, logger),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Starts a run of a timer beside its schedule and does not wait for it. False where there is no such timer.</summary>
    public bool StartByHand(string name)
    {
        if (!timers.TryGetValue(name, out var timer))
        {
            return false;
        }

        var run = Task.Run(() => timer.RunAsync("by hand", lifetime.ApplicationStopping));
        byHand[run] = true;
        _ = run.ContinueWith(
            ended => byHand.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return true;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(byHand.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }

        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await Task.WhenAll(timers.Values.Select(timer => timer.RunOnScheduleAsync(stoppingToken)));
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }
}
