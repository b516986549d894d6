using System.Net;
using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.DevHost.Tests.Hosting;

public sealed class WorkerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_worker_is_replaced_and_requests_wait_for_the_new_one()
    {
        await using var host = await TestApp.StartAsync();
        var killed = host.WorkerId;
        var running = host.Client.GetAsync("/api/v1/wait/600000", Token);
        await host.JournalHasAsync("Wait begins");

        await host.KillWorkerAsync();
        var waiting = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Client.GetStringAsync("/api/v1/wait/0", Token)));

        using var response = await running;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var worker = Assert.Single(waiting.Distinct());
        Assert.NotEqual($"{killed}", worker);
        Assert.Equal($"{host.WorkerId}", worker);
    }

    [Fact]
    public async Task A_worker_that_is_killed_again_and_again_is_replaced_each_time()
    {
        await using var host = await TestApp.StartAsync();

        for (var time = 0; time < 3; time++)
        {
            await host.KillWorkerAsync();
            var worker = await host.Client.GetStringAsync("/api/v1/wait/0", Token);
            Assert.Equal($"{host.WorkerId}", worker);
        }
    }

    [Fact]
    public async Task A_restart_under_load_fails_no_request()
    {
        await using var host = await TestApp.StartAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LoadAsync(host, end.Token)));

        for (var restart = 0; restart < 2; restart++)
        {
            var before = host.WorkerId;
            await host.RestartAsync(Token);
            Assert.NotEqual($"{before}", await host.Client.GetStringAsync("/api/v1/wait/0", Token));
        }

        await end.CancelAsync();
        Assert.All(await load, count => Assert.NotEqual(0, count));
    }

    [Fact]
    public async Task A_running_request_ends_on_the_old_worker_after_a_restart()
    {
        await using var host = await TestApp.StartAsync();
        var before = host.WorkerId;
        var running = host.Client.GetStringAsync("/api/v1/wait/3000", Token);
        await host.JournalHasAsync("Wait begins");

        await host.RestartAsync(Token);

        Assert.NotEqual($"{before}", await host.Client.GetStringAsync("/api/v1/wait/0", Token));
        Assert.Equal($"{before}", await running);
        await Eventually.TrueAsync(() => Processes.HasEnded(before), "the old worker ends");
    }

    [Fact]
    public async Task A_function_that_runs_for_too_long_is_cancelled()
    {
        using var folder = new TestFolder();
        using var log = new StringWriter();
        await using var host = await TestApp.StartAsync(
            log: log, settings: [("AzureFunctionsJobHost__functionTimeout", "00:00:08"), ("JournalFile", folder.File("journal"))]);
        Assert.Empty(await host.JournalAsync());

        using var response = await host.Client.GetAsync("/api/v1/wait/600000", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Wait is cancelled 600000", await File.ReadAllLinesAsync(folder.File("journal"), Token));
        await host.TerminateAsync();
        Assert.Contains("Timeout value of 00:00:08 exceeded by function 'Functions.Wait'", log.ToString());
    }

    [Fact]
    public async Task A_function_that_ignores_its_timeout_ends_its_worker()
    {
        await using var host = await TestApp.StartAsync(settings: ("AzureFunctionsJobHost__functionTimeout", "00:00:08"));
        Assert.Empty(await host.JournalAsync());
        var before = host.WorkerId;

        using var response = await host.Client.GetAsync("/api/v1/stuck", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        await Eventually.TrueAsync(() => host.WorkerId != before, "another worker");
    }

    private static async Task<int> LoadAsync(FunctionHost host, CancellationToken end)
    {
        var count = 0;
        while (!end.IsCancellationRequested)
        {
            using var response = await host.Client.GetAsync("/api/v1/wait/10", Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            count++;
        }

        return count;
    }
}
