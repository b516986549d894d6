using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.Local;

namespace Wijkmonitor.DevHost.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("IngestSchedule", "", "'Ingest' needs the setting 'IngestSchedule', which is missing")]
    [InlineData("IngestSchedule", "daily", "'daily' is neither an NCRONTAB expression")]
    [InlineData("WEBSITE_TIME_ZONE", "Europe/Utopia", "unknown time zone: 'Europe/Utopia'")]
    [InlineData("FailAtStart", "no storage", "did not start: It ended with exit code")]
    public async Task A_problem_that_prevents_the_start_is_reported(string setting, string value, string message)
    {
        var error = await Assert.ThrowsAsync<StartException>(() => TestApp.StartAsync(settings: (setting, value)));

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task The_last_lines_of_a_worker_that_ends_at_its_start_are_shown()
    {
        var error = await Assert.ThrowsAsync<StartException>(() => TestApp.StartAsync(settings: ("FailAtStart", "no storage")));

        Assert.Contains("The last line before the end.", error.Message);
        Assert.Contains("System.InvalidOperationException: no storage", error.Message);
    }

    [Fact]
    public async Task A_folder_without_a_published_app_is_refused()
    {
        using var folder = new TestFolder();

        var error = await Assert.ThrowsAsync<StartException>(
            () => FunctionHost.StartAsync(folder.Path, new Dictionary<string, string>(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("is no published function app", error.Message);
    }

    [Fact]
    public async Task A_disabled_function_needs_no_setting_and_is_not_found()
    {
        await using var host = await TestApp.StartAsync(
            settings: [("IngestSchedule", ""), ("AzureWebJobs.Ingest.Disabled", "true"), ("AzureWebJobs__GetArea__Disabled", "1")]);

        using var response = await host.Client.GetAsync("/api/v1/areas/x", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_timer_fires_on_its_schedule_and_knows_the_next_run()
    {
        await using var host = await TestApp.StartAsync(settings: ("IngestSchedule", "00:01:00"));
        await using var frequent = await TestApp.StartAsync(settings: ("IngestSchedule", "* * * * * *"));

        await frequent.JournalHasAsync("Ingest");
        await host.TriggerAsync("Ingest", TestContext.Current.CancellationToken);
        await host.JournalHasAsync("Ingest");

        Assert.Contains("past due False, next ", (await frequent.JournalAsync())[0]);
        Assert.Matches(@"past due False, next 20\d\d-", (await host.JournalAsync())[0]);
    }

    [Fact]
    public async Task The_log_has_each_worker_line_once_and_only_the_host_address()
    {
        using var log = new StringWriter();
        await using (var host = await TestApp.StartAsync(log: log))
        {
            using var failed = await host.Client.GetAsync("/api/v1/fail", TestContext.Current.CancellationToken);
            await host.TerminateAsync();
        }

        var text = log.ToString();
        Assert.Equal(2, text.Split("Now listening on: ").Length);
        Assert.Equal(2, text.Split("A secret of /api/v1/fail.").Length);
        Assert.Matches(@"fail: Function\.Fail\[3\]\s+Executed 'Functions\.Fail' \(Failed, Id=[0-9a-f-]{36}, Duration=\d+ms\)", text);
    }
}
