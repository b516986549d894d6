using System.Globalization;

namespace Wijkmonitor.DevHost.Timers;

/// <summary>Run of a timer function. The first argument is the timer's state, as JSON.</summary>
/// <returns>A task that ends with the run and does not fail with it.</returns>
internal delegate Task TimerRun(string timerInfo, string reason, CancellationToken cancellationToken);

/// <summary>Timer that runs one function on its schedule, never next to itself.</summary>
/// <remarks>
/// As in the Functions host, a run that lasts beyond the next occurrence is followed at once by one further run, which is not past due; the
/// occurrences in between are not made up for.
/// </remarks>
/// <param name="name">The name of the function.</param>
/// <param name="declaration">Its trigger.</param>
/// <param name="schedule">Its schedule; null for a disabled function, which runs by hand only.</param>
/// <param name="zone">The time zone of the schedule.</param>
/// <param name="run">Runs the function.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Log of its next occurrence.</param>
internal sealed class ScheduledTimer(
    string name, TimerDeclaration declaration, TimerSchedule? schedule, TimeZoneInfo zone, TimerRun run, TimeProvider clock, HostLog log) : IDisposable
{
    /// <summary>So that a clock that is set, or a machine that slept, is noticed.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private DateTimeOffset? last;
    private DateTimeOffset? next;

    public void Dispose() => turn.Dispose();

    /// <summary>Runs the function at each occurrence, until it is cancelled or there is none any more.</summary>
    public async Task RunOnScheduleAsync(CancellationToken cancellationToken)
    {
        next = schedule?.Next(clock.GetUtcNow());
        if (next is { } first)
        {
            var start = TimeZoneInfo.ConvertTime(first, zone);
            log.Information("Host.Triggers.Timer", string.Create(
                CultureInfo.InvariantCulture, $"Function '{name}' has schedule '{declaration.Schedule}' in time zone {zone.Id}. Next run at {start:O}."));
        }

        if (declaration.RunOnStartup && schedule is not null)
        {
            await RunOccurrenceAsync("RunOnStartup", cancellationToken);
        }

        while (next is { } occurrence)
        {
            if (await WaitUntilAsync(occurrence, cancellationToken))
            {
                await RunOccurrenceAsync("Timer fired", cancellationToken);
            }
            else
            {
                next = schedule!.Next(clock.GetUtcNow());
            }
        }
    }

    /// <summary>Runs the function once, after a run that is under way.</summary>
    public async Task RunAsync(string reason, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await run(TimerInfoJson.Create(IsMonitored ? (last, next) : null, zone), reason, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private bool IsMonitored => declaration.UseMonitor && schedule is { IsMonitored: true };

    private async Task RunOccurrenceAsync(string reason, CancellationToken cancellationToken)
    {
        var start = clock.GetUtcNow();
        await RunAsync(reason, cancellationToken);
        last = start;
        next = schedule!.Next(start);
    }

    // False when the clock was put back: the occurrence may then be far away, and others come before it.
    private async Task<bool> WaitUntilAsync(DateTimeOffset occurrence, CancellationToken cancellationToken)
    {
        var seen = clock.GetUtcNow();
        while (occurrence - seen is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining < MaxWait ? remaining : MaxWait, clock, cancellationToken);
            var now = clock.GetUtcNow();
            if (seen - now > MaxWait)
            {
                return false;
            }

            seen = now;
        }

        return true;
    }
}
