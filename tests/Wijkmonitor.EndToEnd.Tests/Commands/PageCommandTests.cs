using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Commands;

/// <summary>The commands of docs/operations.md and infra/README.md, as they are written there: each is executed here, or the list says why it cannot be.</summary>
public sealed class PageCommandTests(StorageEmulator emulator)
{
    private const string Host = "DataStorage=\"UseDevelopmentStorage=true\" IngestSchedule=";
    private const string Indicators = "curl -H 'x-functions-key: a-key'";
    private const string Start = "curl -X POST -H 'x-functions-key: another'";
    private const string Replay = "DataStorage=\"...\" ./wijkmonitor replay";
    private const string ReplayOfPackage = "dotnet Wijkmonitor.Functions.dll replay";
    private const string Verify = "./wijkmonitor verify";
    private const string VerifyOfPackage = "dotnet Wijkmonitor.Functions.dll verify";
    private const string Emulator = "node_modules/.bin/azurite ";
    private const string SmokeTest = "infra/smoke-test ";

    private static readonly string[] Executed = [Host, Indicators, Start, Replay, ReplayOfPackage, Verify, VerifyOfPackage, Emulator, SmokeTest];

    // How a command begins, and why it is not executed here.
    private static readonly Dictionary<string, string> NotExecuted = new(StringComparer.Ordinal)
    {
        ["az "] = "There is no Azure here. Wijkmonitor.Infra.Tests.AzureCommandTests compares its options, files, parameters and outputs with what there is.",
        ["azcopy "] = "The same.",
        ["gh api "] = "There is no GitHub here either.",
        ["./wijkmonitor publish"] = "It replaces the package that the other tests run on. What it makes is tested by PublishTests.",
        ["./wijkmonitor bench cost"] = "It takes minutes. Wijkmonitor.Infra.Tests.CostTests holds the part of its table that does not depend on a measurement.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_command_of_the_pages_is_executed_or_cannot_be()
    {
        Assert.NotEmpty(PageCommand.All);
        Assert.All(PageCommand.All, command => Assert.Single(Executed.Concat(NotExecuted.Keys), start => command.Text.StartsWith(start, StringComparison.Ordinal)));
        Assert.All(Executed.Concat(NotExecuted.Keys), start => Assert.Contains(PageCommand.All, command => command.Text.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void Commands_are_found_in_blocks_and_in_sentences() => Assert.Equal(
        ["az login", "curl --fail http://a", "./wijkmonitor new thing"],
        PageCommand.Find("Do `./wijkmonitor new\nthing`, not `words`.\n```bash\n# first\naz login   # as you\nfor a in b; do\n  curl --fail \\\n  http://a\ndone\n```\n").Select(command => command.Text));

    [Fact]
    public async Task A_package_starts_under_the_local_host_and_passes_the_smoke_test()
    {
        var port = FindFreePort();

        // What the page has dotnet build and run is built with the tests. The host is started by a shell that gives way to it, so that it is what ends.
        const string Run = "dotnet run --project tools/Wijkmonitor.DevHost -c Release -- ";
        var host = PageCommand.Get(Host).Text.Replace("UseDevelopmentStorage=true", emulator.NewAccount(), StringComparison.Ordinal);
        Assert.Contains(Run, host, StringComparison.Ordinal);
        using var process = StartShell(AtPort(host.Replace(Run, "exec artifacts/bin/Wijkmonitor.DevHost/release/Wijkmonitor.DevHost ", StringComparison.Ordinal), port));
        var log = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(log, line.Data);
        process.ErrorDataReceived += (_, line) => Append(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var smokeTest = await RunAsync(PageCommand.Get(SmokeTest).Text.Replace("https://<address>", $"http://127.0.0.1:{port}", StringComparison.Ordinal)
                + " 300 artifacts/app.zip.build");
            Assert.True(smokeTest.ExitCode == 0, smokeTest.Output + log);
            Assert.Contains("A forged administrator is refused.", smokeTest.Output, StringComparison.Ordinal);

            var indicators = await RunAsync(AtPort(PageCommand.Get(Indicators).Text, port));
            Assert.Contains("\"burglaries\"", indicators.Output, StringComparison.Ordinal);
            var started = await RunAsync(AtPort(PageCommand.Get(Start).Text, port).Replace("curl ", "curl --silent --output /dev/null --write-out '%{http_code}' ", StringComparison.Ordinal));
            Assert.Equal("202", started.Output.Trim());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Replay_and_verify_run_from_a_clone_and_from_the_package()
    {
        var account = emulator.NewAccount();
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2017\n");
        }

        var fromClone = await RunAsync("WIJKMONITOR_BUILT=yes " + PageCommand.Get(Replay).Text.Replace("\"...\"", $"\"{account}\"", StringComparison.Ordinal));
        Assert.True(fromClone.ExitCode == 0, fromClone.Output);
        Assert.Contains("rebuilt from 1 deliveries", fromClone.Output, StringComparison.Ordinal);

        var fromPackage = await RunAsync($"cd artifacts/app && DataStorage=\"{account}\" {PageCommand.Get(ReplayOfPackage).Text}");
        Assert.True(fromPackage.ExitCode == 0, fromPackage.Output);
        Assert.Contains("rebuilt from 1 deliveries", fromPackage.Output, StringComparison.Ordinal);

        foreach (var verify in new[] { $"WIJKMONITOR_BUILT=yes DataStorage=\"{account}\" {PageCommand.Get(Verify).Text}", $"cd artifacts/app && DataStorage=\"{account}\" {PageCommand.Get(VerifyOfPackage).Text}" })
        {
            var verified = await RunAsync(verify);
            Assert.True(verified.ExitCode == 0, verified.Output);
            Assert.Contains(": 0 differences.", verified.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_emulator_starts()
    {
        using var process = StartShell($"exec {PageCommand.Get(Emulator).Text} --blobPort 0 --queuePort 0 --tablePort 0");
        try
        {
            var lines = new List<string>();
            while (lines.Count(line => line.Contains("successfully listening", StringComparison.Ordinal)) < 3)
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(Token) ?? throw new InvalidOperationException(string.Join('\n', lines) + await process.StandardError.ReadToEndAsync(Token)));
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string AtPort(string command, int port)
    {
        Assert.Contains("127.0.0.1:7071", command, StringComparison.Ordinal);
        return command.Replace("127.0.0.1:7071", $"127.0.0.1:{port}", StringComparison.Ordinal);
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Append(StringBuilder log, string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private static Process StartShell(string command) => Process.Start(new ProcessStartInfo("bash", ["-c", command])
    {
        WorkingDirectory = RepositoryFolder.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    private static async Task<(int ExitCode, string Output)> RunAsync(string command)
    {
        using var process = StartShell(command);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }
}
