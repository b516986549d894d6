using Microsoft.Azure.Functions.Worker.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Tests.Timers;

public sealed class TimerSettingsTests
{
    [Fact]
    public async Task A_schedule_comes_from_the_setting_that_it_names_in_the_time_zone_of_the_platforms_setting()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        await using var worker = await TestWorker.StartAsync(
            [typeof(FromSetting)],
            builder => builder.Services.AddSingleton<TimeProvider>(clock),
            new() { ["IngestSchedule"] = "0 30 4 * * *", ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam" });

        await Eventually.TrueAsync(() => worker.Log.All.Any(line => line.Contains("Timer 'FromSetting'")), "the timer has started");

        Assert.Contains(worker.Log.All, line =>
            line.Contains("'%IngestSchedule%' in time zone Europe/Amsterdam. Next run at 2026-07-01T04:30:00.0000000+02:00."));
        await clock.MoveOnceAwaitedAsync(new DateTimeOffset(2026, 7, 1, 2, 30, 0, TimeSpan.Zero));
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 1, "the timer has run");
    }

    [Fact]
    public void A_missing_setting_stops_the_start_and_is_named_with_its_function() =>
        AssertRefused([], "'FromSetting'", "'IngestSchedule'", "missing");

    [Fact]
    public void A_setting_that_is_no_schedule_stops_the_start() =>
        AssertRefused(new() { ["IngestSchedule"] = "daily" }, "'FromSetting'", "'daily'");

    [Fact]
    public void An_unknown_time_zone_stops_the_start() =>
        AssertRefused(new() { ["IngestSchedule"] = "0 * * * * *", ["WEBSITE_TIME_ZONE"] = "Europe/Utopia" }, "WEBSITE_TIME_ZONE", "Europe/Utopia");

    [Theory]
    [InlineData("AzureWebJobs.FromSetting.Disabled", "true")]
    [InlineData("AzureWebJobs_FromSetting_Disabled", "1")]
    public async Task A_function_that_is_disabled_has_no_schedule_and_needs_no_setting(string setting, string value)
    {
        await using var worker = await TestWorker.StartAsync([typeof(FromSetting)], settings: new() { [setting] = value });

        Assert.DoesNotContain(worker.Log.All, line => line.Contains("has schedule"));
    }

    private static void AssertRefused(Dictionary<string, string?> settings, params string[] words)
    {
        using var folder = new TestFolder();
        var builder = TestWorker.CreateBuilder(folder, [typeof(FromSetting)]);
        builder.Configuration.AddInMemoryCollection(settings);

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.All(words, word => Assert.Contains(word, error.Message));
    }
}

public sealed class FromSetting(Recorder recorder)
{
    [Function("FromSetting")]
    public void Run([TimerTrigger("%IngestSchedule%")] TimerInfo timer) => recorder.Add("run");
}
