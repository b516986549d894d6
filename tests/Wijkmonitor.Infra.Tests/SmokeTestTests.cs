using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The smoke test waits for an app that runs and reaches its storage, and fails for no run that is late: the end-to-end tests run it on the app.</summary>
public sealed class SmokeTestTests
{
    private const string Build = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A deployment that mends a night that failed would end as failed itself: the next night comes after it.
    [Fact]
    public async Task A_run_that_is_late_is_a_warning()
    {
        var failed = new FunctionRun("Score", Succeeded: false, DateTimeOffset.UnixEpoch, null);
        var late = LateResource.From(failed, [], [LastRunResource.From(failed, DateTimeOffset.UnixEpoch)]);

        var (exitCode, output) = await LookAsync(503, JsonSerializer.Serialize(late, HealthJson.Default.LateResource));

        Assert.Equal(0, exitCode);
        Assert.Contains("Warning: a run is late: The nightly computation has not succeeded for too long.", output, StringComparison.Ordinal);
        Assert.Contains("A forged administrator is refused.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_without_its_storage_fails()
    {
        var (exitCode, output) = await LookAsync(503, """{"type":"about:blank","title":"Service Unavailable","status":503}""");

        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer 200", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_ready_has_no_warning()
    {
        var (exitCode, output) = await LookAsync(200, JsonSerializer.Serialize(new ReadinessResource("ready", [], []), HealthJson.Default.ReadinessResource));

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("Warning", output, StringComparison.Ordinal);
    }

    // A deployment can be reported to have succeeded while the package before it still answers.
    [Theory]
    [InlineData(Build, 0, "The app is ready.")]
    [InlineData("", 1, "is empty")]
    [InlineData("0123", 1, "another package answers than the one that was deployed (0123)")]
    public async Task An_app_that_runs_another_package_than_the_deployed_one_fails(string deployed, int expected, string said)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, deployed + "\n", Token);

            var (exitCode, output) = await LookAsync(200, JsonSerializer.Serialize(new ReadinessResource("ready", [], []),
                HealthJson.Default.ReadinessResource), file);

            Assert.Equal(expected, exitCode);
            Assert.Contains(said, output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_build_that_cannot_be_read_fails()
    {
        var (exitCode, output) = await LookAsync(200, JsonSerializer.Serialize(new ReadinessResource("ready", [], []), HealthJson.Default.ReadinessResource),
            "no-such.build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("no-such.build", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> LookAsync(int status, string readiness, params string[] build)
    {
        using var app = Serve(status, readiness, out var address);
        using var process = Process.Start(new ProcessStartInfo("bash", [RepositoryFolder.File("infra", "smoke-test"), address, "0", .. build])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["GITHUB_ACTIONS"] = "" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }

    // What an app answers with that lets no forged caller in.
    private static HttpListener Serve(int status, string readiness, out string address)
    {
        var (listener, port) = Listen();
        address = $"http://127.0.0.1:{port}";
        _ = AnswerAsync();
        return listener;

        async Task AnswerAsync()
        {
            while (true)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                var (code, body) = context.Request.Url!.AbsolutePath switch
                {
                    "/" => (200, "{}"),
                    "/api/v1/health/live" => (200, JsonSerializer.Serialize(new LivenessResource("live", Build), HealthJson.Default.LivenessResource)),
                    "/api/v1/health/ready" => (status, readiness),
                    _ => (401, "{}"),
                };
                context.Response.StatusCode = code;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
    }

    private static (HttpListener Listener, int Port) Listen()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                // Somebody else has the port.
            }
        }
    }
}
