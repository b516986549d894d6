using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.DevHost.Timers;
using Wijkmonitor.Testing;

namespace Wijkmonitor.DevHost.Tests.Timers;

public sealed class ScheduledTimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 10, 0, 30, TimeSpan.Zero);
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Fact]
    public async Task A_timer_runs_at_each_occurrence_and_knows_its_schedule()
    {
        await using var timer = new RunningTimer("0 0 * * * *", Start);

        await timer.RunsAfterAsync(TimeSpan.FromMinutes(59.5), expectedRuns: 1);
        await timer.RunsAfterAsync(TimeSpan.FromHours(1), expectedRuns: 2);

        Assert.Equal(
            ["past due False, last never, next 2026-01-05T11:00:00Z", "past due False, last 2026-01-05T11:00:00Z, next 2026-01-05T12:00:00Z"],
            timer.Runs);
    }

    [Fact]
    public async Task A_timer_does_not_run_before_its_occurrence()
    {
        await using var timer = new RunningTimer("0 0 * * * *", Start);

        for (var minute = 0; minute < 59; minute++)
        {
            await timer.Clock.AdvanceOnceAwaitedAsync(TimeSpan.FromMinutes(1));
        }

        await timer.Clock.AwaitedAsync();
        Assert.Empty(timer.Runs);
    }

    [Fact]
    public async Task A_clock_set_back_a_day_does_not_delay_a_timer_by_a_day()
    {
        await using var timer = new RunningTimer("0 0 * * * *", Start);
        await timer.RunsAfterAsync(TimeSpan.FromMinutes(59.5), expectedRuns: 1);

        await timer.Clock.AwaitedAsync();
        timer.Clock.AdjustTime(Start.AddDays(-1));
        timer.Clock.Advance(TimeSpan.FromMinutes(1));
        await timer.RunsAfterAsync(TimeSpan.FromHours(1), expectedRuns: 2);
    }

    [Fact]
    public async Task A_clock_set_forward_a_day_runs_a_timer_once()
    {
        await using var timer = new RunningTimer("0 0 * * * *", Start);

        await timer.RunsAfterAsync(TimeSpan.FromDays(1), expectedRuns: 1);
        await timer.Clock.AwaitedAsync();

        Assert.Single(timer.Runs);
    }

    [Fact]
    public async Task A_run_that_outlasts_occurrences_is_followed_by_a_single_run()
    {
        await using var timer = new RunningTimer("0 * * * * *", Start) { IsBlocking = true };
        await timer.RunsAfterAsync(TimeSpan.FromSeconds(30), expectedRuns: 1);

        timer.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(timer.Runs);
        timer.Gate.Release();
        await Eventually.TrueAsync(() => timer.Runs.Count == 2, "the run after the long one");
        timer.Gate.Release();
        await timer.Clock.AwaitedAsync();

        Assert.Equal(2, timer.Runs.Count);
        Assert.All(timer.Runs, run => Assert.StartsWith("past due False", run));
    }

    [Fact]
    public async Task A_run_by_hand_waits_for_the_one_that_is_under_way()
    {
        await using var timer = new RunningTimer("0 * * * * *", Start) { IsBlocking = true };
        await timer.RunsAfterAsync(TimeSpan.FromSeconds(30), expectedRuns: 1);

        var byHand = timer.RunByHandAsync();
        Assert.False(byHand.IsCompleted);
        Assert.Single(timer.Runs);
        timer.Gate.Release();
        await Eventually.TrueAsync(() => timer.Runs.Count == 2, "the run by hand");
        timer.Gate.Release();
        await byHand;

        Assert.Equal(1, timer.MaxConcurrency);
    }

    [Fact]
    public async Task A_timer_that_is_to_run_at_startup_runs_at_once_and_then_on_schedule()
    {
        await using var timer = new RunningTimer("00:05:00", Start, new TimerDeclaration("00:05:00", RunOnStartup: true, UseMonitor: false));

        await Eventually.TrueAsync(() => timer.Runs.Count == 1, "the run at startup");
        await timer.RunsAfterAsync(TimeSpan.FromMinutes(5), expectedRuns: 2);

        Assert.All(timer.Runs, run => Assert.Equal("past due False, not monitored", run));
    }

    [Fact]
    public async Task A_timer_without_a_schedule_runs_by_hand_only()
    {
        await using var timer = new RunningTimer(expression: null, Start);

        await timer.RunByHandAsync();

        Assert.Equal(["past due False, not monitored"], timer.Runs);
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T01:30:00Z")]
    public async Task A_nightly_timer_runs_once_in_a_night_in_which_the_clocks_change(string start, string run)
    {
        await using var timer = new RunningTimer("0 30 2 * * *", DateTimeOffset.Parse(start), zone: Amsterdam);

        while (timer.Clock.GetUtcNow() < DateTimeOffset.Parse(start).AddDays(1))
        {
            await timer.Clock.AdvanceOnceAwaitedAsync(TimeSpan.FromMinutes(1));
        }

        await timer.Clock.AwaitedAsync();
        Assert.Equal(DateTimeOffset.Parse(run), Assert.Single(timer.Instants));
    }

    private sealed class RunningTimer : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly ScheduledTimer timer;
        private readonly Task schedule;
        private int running;

        public RunningTimer(string? expression, DateTimeOffset start, TimerDeclaration? declaration = null, TimeZoneInfo? zone = null)
        {
            zone ??= TimeZoneInfo.Utc;
            Clock = new WaitedClock(start);
            timer = new ScheduledTimer(
                "Timer", declaration ?? new TimerDeclaration(expression ?? ""), expression is null ? null : TimerSchedule.Parse(expression, zone), zone,
                RunAsync, Clock,
                new HostLog(TextWriter.Null, new ConfigurationBuilder().Build()));
            schedule = Task.Run(() => timer.RunOnScheduleAsync(stop.Token));
        }

        public WaitedClock Clock { get; }

        public SemaphoreSlim Gate { get; } = new(0);

        public bool IsBlocking { get; init; }

        public int MaxConcurrency { get; private set; }

        public ConcurrentQueue<string> Runs { get; } = new();

        public ConcurrentQueue<DateTimeOffset> Instants { get; } = new();

        public Task RunByHandAsync() => timer.RunAsync("by hand", stop.Token);

        public async Task RunsAfterAsync(TimeSpan time, int expectedRuns)
        {
            await Clock.AdvanceOnceAwaitedAsync(time);
            await Eventually.TrueAsync(() => Runs.Count >= expectedRuns, $"run {expectedRuns}");
            Assert.Equal(expectedRuns, Runs.Count);
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await schedule.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            timer.Dispose();
            stop.Dispose();
            Gate.Dispose();
            Clock.Dispose();
        }

        private async Task RunAsync(string timerInfo, string reason, CancellationToken cancellationToken)
        {
            MaxConcurrency = Math.Max(MaxConcurrency, Interlocked.Increment(ref running));
            Instants.Enqueue(Clock.GetUtcNow());
            Runs.Enqueue(Describe(JsonSerializer.Deserialize<JsonElement>(timerInfo)));
            if (IsBlocking)
            {
                await Gate.WaitAsync(cancellationToken);
            }

            Interlocked.Decrement(ref running);
        }

        private static string Describe(JsonElement timerInfo)
        {
            var status = timerInfo.GetProperty("ScheduleStatus");
            var text = $"past due {timerInfo.GetProperty("IsPastDue").GetBoolean()}, ";
            return text + (status.ValueKind == JsonValueKind.Null
                ? "not monitored"
                : $"last {Instant(status.GetProperty("Last"))}, next {Instant(status.GetProperty("Next"))}");
        }

        private static string Instant(JsonElement value) =>
            value.GetDateTimeOffset() is var instant && instant == default ? "never" : $"{instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
    }
}
