using Microsoft.Extensions.Configuration;
using Wijkmonitor.DevHost.Timers;

namespace Wijkmonitor.DevHost.Tests.Timers;

public sealed class TimerSettingsTests
{
    [Fact]
    public void A_schedule_comes_from_the_named_setting_in_the_configured_time_zone()
    {
        var settings = Settings(("IngestSchedule", "0 30 4 * * *"), ("WEBSITE_TIME_ZONE", "Europe/Amsterdam"));

        var schedule = TimerSettings.ReadSchedule("Ingest", "%IngestSchedule%", settings, TimerSettings.ReadZone(settings));

        var start = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(start.AddHours(2.5), schedule.Next(start));
    }

    [Fact]
    public void Schedules_are_in_utc_unless_a_time_zone_is_set() => Assert.Equal(TimeZoneInfo.Utc, TimerSettings.ReadZone(Settings()));

    [Fact]
    public void A_missing_setting_is_named_with_its_function() => AssertRefused("%IngestSchedule%", [], "'Ingest'", "'IngestSchedule'", "missing");

    [Fact]
    public void A_setting_that_is_no_schedule_is_named_with_its_function() =>
        AssertRefused("%IngestSchedule%", [("IngestSchedule", "daily")], "'Ingest'", "'daily'");

    [Fact]
    public void An_unknown_time_zone_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => TimerSettings.ReadZone(Settings(("WEBSITE_TIME_ZONE", "Europe/Utopia"))));

        Assert.Contains("WEBSITE_TIME_ZONE", error.Message);
        Assert.Contains("Europe/Utopia", error.Message);
    }

    [Theory]
    [InlineData("AzureWebJobs.Ingest.Disabled", "true", true)]
    [InlineData("AzureWebJobs:Ingest:Disabled", "True", true)]
    [InlineData("AzureWebJobs_Ingest_Disabled", "1", true)]
    [InlineData("AzureWebJobs.Ingest.Disabled", "false", false)]
    [InlineData("AzureWebJobs.Score.Disabled", "true", false)]
    public void A_setting_disables_a_function(string setting, string value, bool disabled)
    {
        var function = new DeclaredFunction("Ingest", "timer", Http: null, new TimerDeclaration("%IngestSchedule%"));

        Assert.Equal(disabled, function.IsDisabled(Settings((setting, value))));
    }

    private static void AssertRefused(string schedule, (string Name, string Value)[] settings, params string[] words)
    {
        var error = Assert.Throws<InvalidOperationException>(() => TimerSettings.ReadSchedule("Ingest", schedule, Settings(settings), TimeZoneInfo.Utc));

        Assert.All(words, word => Assert.Contains(word, error.Message));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
