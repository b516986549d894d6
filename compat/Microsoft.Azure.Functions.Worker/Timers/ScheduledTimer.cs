using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>
/// Runs one timer function on its schedule, never beside itself. As in the host, a run that lasts beyond the next occurrence is
/// followed at once by one further run, which is not past due; the occurrences in between are not made up for.
/// </summary>
internal sealed class ScheduledTimer(
    DeclaredFunction function, TimerSchedule schedule, TimeZoneInfo zone, FunctionInvoker invoker, TimeProvider clock, ILogger logger)
    : IDisposable
{
    /// <summary>So that a clock that is set, or a machine that slept, is noticed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private DateTimeOffset? last;
    private DateTimeOffset? next;

    public DeclaredFunction Function => function;

    public void Dispose() => turn.Dispose();

    public async Task RunOnScheduleAsync(CancellationToken cancellationToken)
    {
        next = schedule.Next(clock.GetUtcNow());
        if (next is { } first)
        {
            logger.TimerStarted(function.Name, function.Timer!.Schedule, zone.Id, first);
        }

        if (function.Timer!.RunOnStartup)
        {
            var startedAt = clock.GetUtcNow();
            await RunAsync("at start", cancellationToken);
            Advance(startedAt);
        }

        while (next is { } occurrence)
        {
            if (!await WaitUntilAsync(occurrence, cancellationToken))
            {
                next = schedule.Next(clock.GetUtcNow());
                continue;
            }

            var now = clock.GetUtcNow();
            await RunAsync("on schedule", cancellationToken);
            Advance(now);
        }

        logger.TimerEnds(function.Name);
    }

    /// <summary>Runs the function once, after a run that is under way.</summary>
    public async Task RunAsync(string reason, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var id = InvocationRequest.NewId();
            var began = clock.GetTimestamp();
            logger.TimerRuns(function.Name, reason, id);
            var request = new InvocationRequest(id, Info(), new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase));
            if (await invoker.InvokeAsync(function, request, cancellationToken) is null)
            {
                logger.TimerHasRun(function.Name, (long)clock.GetElapsedTime(began).TotalMilliseconds, id);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private void Advance(DateTimeOffset invokedAt)
    {
        last = invokedAt;
        next = schedule.Next(invokedAt);
    }

    private TimerInfo Info() => new() { ScheduleStatus = function.Timer!.UseMonitor && schedule.IsMonitored ? Status() : null };

    private ScheduleStatus Status() => new()
    {
        Last = last?.LocalDateTime ?? default,
        Next = next?.LocalDateTime ?? default,
        LastUpdated = last?.LocalDateTime ?? default,
    };

    // Gives false when the clock was put back: the occurrence may then be far away, and others lie before it.
    private async Task<bool> WaitUntilAsync(DateTimeOffset occurrence, CancellationToken cancellationToken)
    {
        var seen = clock.GetUtcNow();
        while (occurrence - seen is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining < LongestWait ? remaining : LongestWait, clock, cancellationToken);
            var now = clock.GetUtcNow();
            if (seen - now > LongestWait)
            {
                return false;
            }

            seen = now;
        }

        return true;
    }
}
