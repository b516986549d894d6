using System.Diagnostics;
using System.Globalization;
using Wijkmonitor.DevHost.Tests.Support;
using Wijkmonitor.Testing;

namespace Wijkmonitor.DevHost.Tests.Hosting;

public sealed class StopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idle_host_ends_and_its_worker_with_it()
    {
        await using var host = await TestApp.StartAsync();

        Assert.Equal(0, await host.TerminateAsync());

        Assert.True(Processes.HasEnded(host.WorkerId));
    }

    [Fact]
    public async Task A_stop_cancels_a_timer_that_runs_and_waits_for_it()
    {
        using var folder = new TestFolder();
        await using var host = await TestApp.StartAsync(settings: ("JournalFile", folder.File("journal")));
        await host.TriggerAsync("Slow", Token);
        await host.JournalHasAsync("Slow begins");

        Assert.Equal(0, await host.TerminateAsync());

        Assert.Equal(["Slow begins", "Slow is cancelled"], await File.ReadAllLinesAsync(folder.File("journal"), Token));
    }

    [Fact]
    public async Task A_stop_waits_for_a_request_that_runs()
    {
        await using var host = await TestApp.StartAsync();
        var running = host.Client.GetStringAsync("/api/v1/wait/2000", Token);
        await host.JournalHasAsync("Wait begins");

        Assert.Equal(0, await host.TerminateAsync());

        Assert.Equal($"{host.WorkerId}", await running);
    }

    [Fact]
    public async Task A_host_that_is_killed_leaves_no_worker()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell watches the host.");
        await using var host = await TestApp.StartAsync();

        using var kill = Process.Start("kill", ["-9", host.HostId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);

        await Eventually.TrueAsync(() => Processes.HasEnded(host.WorkerId), "the worker ends");
    }

    [Fact]
    public async Task A_killed_process_group_ends_host_and_worker()
    {
        await using var host = await TestApp.StartAsync();

        await host.KillAsync();

        Assert.True(host.HasExited);
        Assert.True(Processes.HasEnded(host.WorkerId));
    }
}
