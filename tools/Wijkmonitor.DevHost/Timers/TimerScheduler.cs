using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>The timer functions of an app.</summary>
internal sealed class TimerScheduler : IAsyncDisposable
{
    private readonly Dictionary<string, ScheduledTimer> timers;
    private readonly HostLog log;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, bool> running = [];

    /// <param name="functions">The functions of the app.</param>
    /// <param name="settings">The app settings.</param>
    /// <param name="run">Runs a function with the state of its timer.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="InvalidOperationException">A schedule, a setting in it or the time zone is missing or cannot be read.</exception>
    public TimerScheduler(IEnumerable<DeclaredFunction> functions, IConfiguration settings, Func<DeclaredFunction, TimerRun> run, TimeProvider clock,
        HostLog log)
    {
        this.log = log;
        var zone = TimerSettings.ReadZone(settings);
        timers = functions.Where(function => function.Timer is not null).ToDictionary(
            function => function.Name,
            function => new ScheduledTimer(function.Name, function.Timer!, FindSchedule(function, settings, zone), zone, run(function), clock, log),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Starts all schedules.</summary>
    public void Start()
    {
        foreach (var timer in timers.Values)
        {
            Begin(token => timer.RunOnScheduleAsync(token));
        }
    }

    /// <summary>Starts a run next to the schedule and does not wait for it. False where there is no such timer.</summary>
    public bool TryRunByHand(string function)
    {
        if (!timers.TryGetValue(function, out var timer))
        {
            return false;
        }

        Begin(token => timer.RunAsync("This function was programmatically called via the host APIs.", token));
        return true;
    }

    /// <summary>Cancels all runs and waits for them.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }
    }

    private static TimerSchedule? FindSchedule(DeclaredFunction function, IConfiguration settings, TimeZoneInfo zone) =>
        function.IsDisabled(settings) ? null : TimerSettings.ReadSchedule(function.Name, function.Timer!.Schedule, settings, zone);

    private void End(Task task)
    {
        running.TryRemove(task, out _);
        if (task.Exception is { } error)
        {
            log.Error("Host.Triggers.Timer", "A timer stopped.", error.ToString());
        }
    }

    private void Begin(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(stop.Token));
        running[task] = true;
        _ = task.ContinueWith(End, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
