using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>The folder that <c>./wijkmonitor publish</c> makes, driven as the Functions host drives a custom handler.</summary>
public sealed partial class PublishTests(StorageEmulator emulator) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"wijkmonitor-publish-{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var process = Process.Start(new ProcessStartInfo(RepositoryFolder.File("wijkmonitor"), ["publish", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, await output + await errors);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_published_folder_serves_requests_and_takes_in_files_under_the_hosts_contract()
    {
        AssertDescriptions();
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        using var handler = StartHandler(account, out var client);
        try
        {
            await ProbeAsync(client);

            await AssertDashboardAsync(client);

            using var timer = new HttpRequestMessage(HttpMethod.Post, "/Ingest") { Content = new StreamContent(new ChunkedOnly(Encoding.UTF8.GetBytes(TimerInvocation))) };
            timer.Content.Headers.ContentType = new("application/json");
            timer.Headers.TransferEncodingChunked = true;
            timer.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
            using var invoked = await client.SendAsync(timer, Token);
            Assert.Equal(HttpStatusCode.OK, invoked.StatusCode);
            using var answer = JsonDocument.Parse(await invoked.Content.ReadAsStringAsync(Token));
            Assert.Equal(JsonValueKind.Object, answer.RootElement.ValueKind);

            using var statement = JsonDocument.Parse(await client.GetStringAsync("/api/v1/social-mortgages/dolphia/statements/2017", Token));
            var closing = statement.RootElement.GetProperty("totals").EnumerateArray().Single(total => total.GetProperty("code").GetString() == "closing-balance");
            Assert.Equal(183_000, closing.GetProperty("value").GetDecimal());
        }
        finally
        {
            client.Dispose();
            handler.Kill();
            await handler.WaitForExitAsync(Token);
        }
    }

    private const string TimerInvocation = """
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Ingest","UtcNow":"2026-01-01T00:00:00Z","RandGuid":"00000000-0000-0000-0000-000000000000"}}}
        """;

    private void AssertDescriptions()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        Assert.Equal("Wijkmonitor.Functions", handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString());
        Assert.True(handler.GetProperty("enableForwardingHttpRequest").GetBoolean());
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

        using var timer = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "Ingest", "function.json")));
        var binding = timer.RootElement.GetProperty("bindings")[0];
        Assert.Equal(("timerTrigger", "%IngestSchedule%"), (binding.GetProperty("type").GetString(), binding.GetProperty("schedule").GetString()));

        using var http = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "GetArea", "function.json")));
        var trigger = http.RootElement.GetProperty("bindings")[0];
        Assert.Equal(("api/v1/areas/{code}", "function"), (trigger.GetProperty("route").GetString(), trigger.GetProperty("authLevel").GetString()));
        Assert.True(File.Exists(Path.Combine(folder, "config", "indicators.json")));
    }

    // The page itself, and every file that it names.
    private static async Task AssertDashboardAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/", Token);
        Assert.Contains("<title>Wijkmonitor</title>", page, StringComparison.Ordinal);
        var files = AssetName().Matches(page).Select(match => match.Value).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var asset = await client.GetAsync(file, Token);
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        }
    }

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssetName();

    private Process StartHandler(string account, out HttpClient client)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        listener.Stop();
        var start = new ProcessStartInfo(Path.Combine(folder, "Wijkmonitor.Functions")) { UseShellExecute = false, WorkingDirectory = folder };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = "worker";
        start.Environment["DataStorage"] = account;
        start.Environment["Security__Mode"] = "keys";
        start.Environment["Security__KeyHolder__Roles"] = "Admin";
        start.Environment["IngestSchedule"] = "0 */5 * * * *";
        start.Environment["ScoringSchedule"] = "0 0 3 * * *";
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        return Process.Start(start)!;
    }

    // As the host does: any answer will do.
    private static async Task ProbeAsync(HttpClient client)
    {
        for (var i = 0; i < 1200; i++)
        {
            try
            {
                using var answer = await client.GetAsync("/", Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25, Token);
            }
        }

        Assert.Fail("The handler never answered the probe.");
    }

    /// <summary>A body whose length nobody knows beforehand.</summary>
    private sealed class ChunkedOnly(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
