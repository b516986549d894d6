using Wijkmonitor.DevHost.Timers;

namespace Wijkmonitor.DevHost.Tests.Timers;

public sealed class TimerScheduleTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-05T10:02:00Z", "2026-01-05T10:05:00Z")]
    [InlineData("*/5 * * * *", "2026-01-05T10:02:00Z", "2026-01-05T10:05:00Z")]
    [InlineData("*/10 * * * * *", "2026-01-05T10:02:01Z", "2026-01-05T10:02:10Z")]
    [InlineData("30 15 6 * * 1-5", "2026-01-02T12:00:00Z", "2026-01-05T06:15:30Z")]
    [InlineData("0 0 0 29 2 *", "2026-01-05T10:02:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("  0   0  4 * *  * ", "2026-01-05T10:02:00Z", "2026-01-06T04:00:00Z")]
    [InlineData("00:05:00", "2026-01-05T10:02:00Z", "2026-01-05T10:07:00Z")]
    [InlineData("1.00:00:00", "2026-01-05T10:02:00Z", "2026-01-06T10:02:00Z")]
    public void The_next_occurrence_follows_the_expression(string expression, string after, string next) =>
        Assert.Equal(At(next), TimerSchedule.Parse(expression, TimeZoneInfo.Utc).Next(At(after)));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 25 * * *")]
    [InlineData("0 0 0 0 * * * *")]
    [InlineData("every day")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    public void Anything_but_a_crontab_or_time_span_is_refused(string expression) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(expression, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("0 30 4 * * *", "2026-01-10T00:00:00Z", "2026-01-10T03:30:00Z")]
    [InlineData("0 30 4 * * *", "2026-07-10T00:00:00Z", "2026-07-10T02:30:00Z")]
    [InlineData("0 30 0 * * *", "2026-07-10T00:00:00Z", "2026-07-10T22:30:00Z")]
    public void The_expression_is_read_on_the_clock_of_the_time_zone(string expression, string after, string next) =>
        Assert.Equal(At(next), TimerSchedule.Parse(expression, Amsterdam).Next(At(after)));

    [Fact]
    public void A_nightly_schedule_runs_once_in_the_night_that_skips_its_hour() => Assert.Equal(
        [At("2026-03-28T01:30:00Z"), At("2026-03-29T01:30:00Z"), At("2026-03-30T00:30:00Z")],
        Occurrences("0 30 2 * * *", "2026-03-27T12:00:00Z", 3));

    [Fact]
    public void A_nightly_schedule_runs_once_in_the_night_that_repeats_its_hour() => Assert.Equal(
        [At("2026-10-24T00:30:00Z"), At("2026-10-25T01:30:00Z"), At("2026-10-26T01:30:00Z")],
        Occurrences("0 30 2 * * *", "2026-10-23T12:00:00Z", 3));

    [Fact]
    public void A_nightly_schedule_after_the_change_keeps_to_the_clock()
    {
        Assert.Equal([At("2026-03-28T03:00:00Z"), At("2026-03-29T02:00:00Z")], Occurrences("0 0 4 * * *", "2026-03-27T12:00:00Z", 2));
        Assert.Equal([At("2026-10-24T02:00:00Z"), At("2026-10-25T03:00:00Z")], Occurrences("0 0 4 * * *", "2026-10-23T12:00:00Z", 2));
    }

    [Theory]
    [InlineData("2026-10-25T00:45:00Z")]
    [InlineData("2026-10-25T01:15:00Z")]
    public void An_application_that_starts_within_the_repeated_hour_still_runs_its_second_pass(string start) => Assert.Equal(
        [At("2026-10-25T01:30:00Z"), At("2026-10-26T01:30:00Z")], Occurrences("0 30 2 * * *", start, 2));

    [Fact]
    public void An_hourly_schedule_runs_every_hour_when_an_hour_is_skipped() => Assert.Equal(
        [At("2026-03-29T00:00:00Z"), At("2026-03-29T01:00:00Z"), At("2026-03-29T02:00:00Z")],
        Occurrences("0 0 * * * *", "2026-03-28T23:30:00Z", 3));

    [Fact]
    public void An_hourly_schedule_runs_in_both_passes_of_a_repeated_hour() => Assert.Equal(
        [At("2026-10-24T23:15:00Z"), At("2026-10-25T00:15:00Z"), At("2026-10-25T01:15:00Z"), At("2026-10-25T02:15:00Z")],
        Occurrences("0 15 * * * *", "2026-10-24T22:30:00Z", 4));

    [Fact]
    public void Readings_that_fall_together_in_the_skipped_hour_run_once() => Assert.Equal(
        [At("2026-03-29T01:00:00Z"), At("2026-03-29T01:30:00Z"), At("2026-03-30T00:00:00Z")],
        Occurrences("0 0,30 2,3 * * *", "2026-03-28T23:00:00Z", 3));

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("*/30 * * * * *", false)]
    [InlineData("00:01:00", true)]
    [InlineData("00:00:59", false)]
    public void A_schedule_that_recurs_within_a_minute_is_not_monitored(string expression, bool monitored) =>
        Assert.Equal(monitored, TimerSchedule.Parse(expression, TimeZoneInfo.Utc).IsMonitored);

    private static List<DateTimeOffset> Occurrences(string expression, string after, int count)
    {
        var schedule = TimerSchedule.Parse(expression, Amsterdam);
        var found = new List<DateTimeOffset>();
        for (var from = At(after); found.Count < count; from = found[^1])
        {
            found.Add(schedule.Next(from)!.Value);
        }

        return found;
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant);
}
