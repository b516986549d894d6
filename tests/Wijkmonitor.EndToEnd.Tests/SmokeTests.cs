using System.Diagnostics;
using Azure.Data.Tables;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>The script that checks a deployed monitor.</summary>
public sealed class SmokeTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_monitor_that_works_and_lets_no_forged_caller_in_passes()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), new HostKeys("function", "host", "master"), ("Security__Mode", "keys"));

        var (exitCode, output) = await LookAsync(monitor.App.Client.BaseAddress!.ToString(), 60);

        Assert.Equal(0, exitCode);
        Assert.Contains("A forged administrator is refused.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_monitor_with_a_failed_night_passes_with_a_warning()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), new HostKeys("function", "host", "master"), ("Security__Mode", "keys"));
        var runs = new TableClient(monitor.Account, "Runs");
        await runs.CreateIfNotExistsAsync(Token);
        await runs.UpsertEntityAsync(new TableEntity("last", "Score") { ["Succeeded"] = false, ["EndedAt"] = DateTimeOffset.UnixEpoch }, TableUpdateMode.Replace, Token);

        var (exitCode, output) = await LookAsync(monitor.App.Client.BaseAddress!.ToString(), 60);

        Assert.Equal(0, exitCode);
        Assert.Contains("Warning: a run is late: The nightly computation has not succeeded for too long.", output, StringComparison.Ordinal);
    }

    // Nothing comes before the app here that takes the header of a client away.
    [Fact]
    public async Task A_monitor_that_trusts_the_header_of_anybody_fails()
    {
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(), ("Security__Mode", "platform"), ("WEBSITE_AUTH_ENABLED", "True"), ("WEBSITE_SITE_NAME", "monitor"));

        var (exitCode, output) = await LookAsync(monitor.App.Client.BaseAddress!.ToString(), 60);

        Assert.Equal(1, exitCode);
        Assert.Contains("a forged administrator got 200 at /api/v1/deliveries", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_monitor_that_does_not_answer_fails()
    {
        var (exitCode, output) = await LookAsync("http://127.0.0.1:9", 0);

        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer 200", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> LookAsync(string address, int seconds)
    {
        var start = new ProcessStartInfo("bash", [RepositoryFolder.File("infra", "smoke-test"), address, seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }
}
