using Microsoft.Azure.Functions.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Tests.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 10, 0, 30, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_runs_at_each_occurrence_and_knows_its_schedule()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(EveryHour));

        await RunAtAsync(worker, clock, Start.AddMinutes(59.5), expectedRuns: 1);
        await RunAtAsync(worker, clock, Start.AddMinutes(119.5), expectedRuns: 2);

        Assert.Equal(
            ["past due False, last never, next 2026-01-05T11:00:00Z", "past due False, last 2026-01-05T11:00:00Z, next 2026-01-05T12:00:00Z"],
            worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_timer_does_not_run_before_its_occurrence()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(EveryHour));

        for (var minute = 1; minute < 59; minute++)
        {
            await clock.MoveOnceAwaitedAsync(Start.AddMinutes(minute));
        }

        await Eventually.TrueAsync(() => clock.NextDue == Start.AddMinutes(59), "the timer waits again");
        Assert.Empty(worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_a_day_does_not_make_a_timer_wait_for_that_day()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(EveryHour));
        await RunAtAsync(worker, clock, Start.AddMinutes(59.5), expectedRuns: 1);

        await clock.MoveOnceAwaitedAsync(Start.AddMinutes(60.5));
        await Eventually.TrueAsync(() => clock.NextDue == Start.AddMinutes(61.5), "the timer waits again");
        clock.Set(Start.AddDays(-1));
        await RunAtAsync(worker, clock, Start.AddDays(-1).AddMinutes(59.5), expectedRuns: 2);

        Assert.Equal(2, worker.Recorder.Lines.Count);
    }

    [Fact]
    public async Task A_clock_that_is_put_a_day_forward_runs_a_timer_once()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(EveryHour));

        await RunAtAsync(worker, clock, Start.AddDays(1), expectedRuns: 1);
        await Eventually.TrueAsync(() => clock.NextDue is not null, "the timer waits again");

        Assert.Single(worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_run_that_outlasts_occurrences_is_followed_at_once_by_one_run_that_is_not_past_due()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(Blocking));

        await RunAtAsync(worker, clock, Start.AddSeconds(30), expectedRuns: 1);
        clock.MoveTo(Start.AddMinutes(10));
        Assert.Single(worker.Recorder.Lines);

        worker.Recorder.Gate.Release();
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 2, "the run after the long one");
        worker.Recorder.Gate.Release();
        await Eventually.TrueAsync(() => clock.NextDue == Start.AddMinutes(10.5), "the timer waits for its next occurrence");

        Assert.Equal(["run 1 of 1, past due False", "run 1 of 1, past due False"], worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_timer_that_fails_goes_on_with_its_schedule()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(Failing));

        await RunAtAsync(worker, clock, Start.AddSeconds(30), expectedRuns: 1);
        await RunAtAsync(worker, clock, Start.AddSeconds(90), expectedRuns: 2);

        await Eventually.TrueAsync(
            () => worker.Log.All.Count(line => line.StartsWith("Error") && line.Contains("Function 'Failing' failed. Invocation ")) == 2,
            "both failures are in the log");
    }

    [Fact]
    public async Task A_timer_that_is_to_run_at_startup_runs_at_once_and_then_on_schedule()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(AtStartup));

        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 1, "the run at startup");
        await RunAtAsync(worker, clock, Start.AddMinutes(5), expectedRuns: 2);

        Assert.Equal(["startup, status False", "startup, status False"], worker.Recorder.Lines);
    }

    [Fact]
    public async Task Timers_of_several_functions_run_beside_each_other()
    {
        var clock = new ManualClock(Start);
        await using var worker = await StartAsync(clock, typeof(Blocking), typeof(Failing));

        await Eventually.TrueAsync(() => worker.Log.All.Count(line => line.Contains("has schedule")) == 2, "both timers have started");
        await RunAtAsync(worker, clock, Start.AddSeconds(30), expectedRuns: 2);
        worker.Recorder.Gate.Release();
    }

    [Fact]
    public async Task Stopping_cancels_a_run_and_waits_for_it()
    {
        var clock = new ManualClock(Start);
        var worker = await StartAsync(clock, typeof(Endless));
        await RunAtAsync(worker, clock, Start.AddSeconds(30), expectedRuns: 1);

        await worker.DisposeAsync();

        Assert.Equal(["begun", "cancelled"], worker.Recorder.Lines);
    }

    private static Task<TestWorker> StartAsync(ManualClock clock, params Type[] functions) =>
        TestWorker.StartAsync(functions, builder => builder.Services.AddSingleton<TimeProvider>(clock));

    private static async Task RunAtAsync(TestWorker worker, ManualClock clock, DateTimeOffset instant, int expectedRuns)
    {
        await clock.MoveOnceAwaitedAsync(instant);
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count >= expectedRuns, $"run {expectedRuns}");
        Assert.Equal(expectedRuns, worker.Recorder.Lines.Count);
    }
}

public sealed class EveryHour(Recorder recorder)
{
    [Function("EveryHour")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        var status = timer.ScheduleStatus!;
        var last = status.Last == default ? "never" : $"{status.Last.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}";
        recorder.Add($"past due {timer.IsPastDue}, last {last}, next {status.Next.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}");
    }
}

public sealed class Blocking(Recorder recorder)
{
    private static int running;

    [Function("Blocking")]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        recorder.Add($"run 1 of {Interlocked.Increment(ref running)}, past due {timer.IsPastDue}");
        try
        {
            await recorder.Gate.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}

public sealed class Failing(Recorder recorder)
{
    [Function("Failing")]
    public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
        recorder.Add("failing");
        throw new InvalidOperationException("a secret");
    }
}

public sealed class AtStartup(Recorder recorder)
{
    [Function("AtStartup")]
    public void Run([TimerTrigger("00:05:00", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
        recorder.Add($"startup, status {timer.ScheduleStatus is not null}");
}

public sealed class Endless(Recorder recorder)
{
    [Function("Endless")]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        recorder.Add("begun");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            recorder.Add("cancelled");
            throw;
        }
    }
}
