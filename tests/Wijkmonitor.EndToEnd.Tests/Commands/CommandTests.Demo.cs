using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Commands;

/// <content>The demo.</content>
public sealed partial class CommandTests
{
    [Fact]
    public async Task The_demo_shows_the_statement_of_Dolphia_and_ends_by_itself()
    {
        var (exitCode, output) = await RunAsync("demo", "--once");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Sociale hypotheek", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("€ 183.000", output);
        Assert.Contains("85%", output);
        Assert.Contains("Wijkkompas Enschede 2017", output);
        Assert.Equal(RepositoryFolder.PublishedData is not null, output.Contains("Wijkkompas Amsterdam 2019"));
        Assert.DoesNotContain("http://127.0.0.1:", output); // nothing answers there any more
        Assert.Contains("jaaropgave 2017 (contractversie ", output);
        Assert.Contains("Samen: ", output);
        Assert.Contains("minder gunstig dan in de stad: ", output);
        Assert.All(
            new[] { Vocabulary.Shared.LineStates["unresolved"], Vocabulary.Shared.LineStates["to-be-determined"], Vocabulary.Shared.DeliveryStates["served"], Vocabulary.Shared.Phrases["left-out"] },
            term => Assert.Contains(term.Name.Nl, output));
        AssertSpeaks("nl", output);
    }

    [Fact]
    public async Task The_demo_works_without_the_published_data_and_reports_its_absence()
    {
        var start = new ProcessStartInfo(Tool, ["demo", "--once"]) { Environment = { ["WIJKMONITOR_DATA"] = Path.Combine(Path.GetTempPath(), "absent") } };

        var (exitCode, output) = await RunAsync(start);

        Assert.True(exitCode == 0, output);
        Assert.Contains("€ 183.000", output);
        Assert.Contains("staat niet op deze machine", output);
        Assert.DoesNotContain("Amsterdam 2019", output);
    }

    [Fact]
    public async Task Two_demos_can_run_at_the_same_time()
    {
        var both = await Task.WhenAll(RunAsync("demo", "--once", "--language", "en"), RunAsync("demo", "--once", "--english"));

        Assert.All(both, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.All(both, run => Assert.Contains("€ 183,000", run.Output));
        Assert.All(both, run => AssertSpeaks("en", run.Output));
    }

    /// <summary>Core Tools are played by a program of their name that starts the local host: what is held is how they are called.</summary>
    [Fact]
    public async Task The_demo_runs_the_same_folder_on_Core_Tools_where_they_are_installed()
    {
        var folder = Directory.CreateTempSubdirectory("wijkmonitor-func").FullName;
        try
        {
            var func = Path.Combine(folder, "func");
            await File.WriteAllTextAsync(
                func,
                $"""
                #!/bin/sh
                echo "$@ in $PWD on $FUNCTIONS_WORKER_RUNTIME" > "{folder}/called"
                exec "{RepositoryFolder.File("artifacts", "bin", "Wijkmonitor.DevHost", "release", "Wijkmonitor.DevHost")}" --app "$PWD" --url "http://localhost:$4" --end-with-input
                """,
                Token);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(func, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var start = new ProcessStartInfo(Tool, ["demo", "--once", "--func"]) { Environment = { ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}" } };

            var (exitCode, output) = await RunAsync(start);

            Assert.True(exitCode == 0, output);
            Assert.Contains("€ 183.000", output);
            Assert.Matches($"^start --no-build --port [0-9]+ in {RepositoryFolder.File("artifacts", "app")} on dotnet-isolated\n$", await File.ReadAllTextAsync(Path.Combine(folder, "called"), Token));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_demo_reports_missing_Core_Tools()
    {
        var start = new ProcessStartInfo(Tool, ["demo", "--once", "--func"]);
        start.Environment["PATH"] = string.Join(':', Environment.GetEnvironmentVariable("PATH")!.Split(':').Where(folder => !File.Exists(Path.Combine(folder, "func"))));

        var (exitCode, output) = await RunAsync(start);

        Assert.Equal(1, exitCode);
        Assert.Contains("De demo kan niet verder", output);
        Assert.Contains("Core Tools (func) zijn hier niet geïnstalleerd", output);
    }

    [Fact]
    public async Task A_demo_with_a_refused_sample_ends_with_1()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ses-woa-amsterdam-2019.csv"), "no;table\n", Token);

            var (exitCode, output) = await RunAsync(new ProcessStartInfo(Tool, ["demo", "--once"]) { Environment = { ["WIJKMONITOR_DATA"] = folder.FullName } });

            Assert.Equal(1, exitCode);
            Assert.Contains("ses-woa-amsterdam-2019.csv: geweigerd", output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_demo_that_is_interrupted_before_it_serves_ends_with_130()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signal is that of Linux.");
        using var process = Process.Start(new ProcessStartInfo(Tool, ["demo"]) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C.UTF-8" } })!;
        try
        {
            Assert.StartsWith("1/3 opslag starten: ", await process.StandardOutput.ReadLineAsync(Token));
            using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
            var rest = await process.StandardOutput.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);

            Assert.Equal(130, process.ExitCode);
            Assert.Contains("De demo is gestopt.", rest);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [Fact]
    public async Task A_demo_prints_its_address_first_and_last_takes_files_and_ends_with_Ctrl_C()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The browser and the signal are those of Linux.");
        var folder = Directory.CreateTempSubdirectory("wijkmonitor-browser").FullName;
        var port = GetFreePort();
        var opened = Path.Combine(folder, "opened");
        var browser = Path.Combine(folder, "xdg-open");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\necho \"$@\" > \"{opened}\"\n", Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(Tool, ["demo", "--port", $"{port}", "--open"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "C.UTF-8", ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}" },
        };
        using var process = Process.Start(start)!;
        try
        {
            var lines = new List<string>();
            while (!File.Exists(opened) && await process.StandardOutput.ReadLineAsync(Token) is { } line)
            {
                lines.Add(line);
                if (lines.Count(text => text.Contains($"http://127.0.0.1:{port}/", StringComparison.Ordinal) && !text.Contains("/api/", StringComparison.Ordinal)) == 2)
                {
                    break;
                }
            }

            var (busy, why) = await RunAsync("demo", "--port", $"{port}");
            var (unknown, known) = await RunAsync("drop", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "nope");
            var (dropped, where) = await RunAsync("drop", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "area-indicators", "--port", $"{port}");
            var (elsewhere, absent) = await RunAsync("drop", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "area-indicators", "--port", "1");
            await Eventually.TrueAsync(() => File.Exists(opened), "the browser is opened", () => string.Join('\n', lines));
            using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
            var rest = await process.StandardOutput.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);

            var stages = lines.FindIndex(line => line.StartsWith("2/3 monitor starten: ", StringComparison.Ordinal));
            Assert.InRange(lines.FindIndex(line => line.Contains($"http://127.0.0.1:{port}/", StringComparison.Ordinal)), stages + 1, stages + 3);
            Assert.Contains(lines, line => line.StartsWith("3/3 ", StringComparison.Ordinal) && line.EndsWith(" s", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains("33%", StringComparison.Ordinal));
            Assert.Equal($"http://127.0.0.1:{port}/", (await File.ReadAllTextAsync(opened, Token)).Trim());
            Assert.Equal((2, 2, 0, 2), (busy, unknown, dropped, elsewhere));
            Assert.Contains($"Poort {port} is in gebruik", why);
            Assert.Contains("Er is geen dataset 'nope'", known);
            Assert.Contains("area-indicators", known);
            Assert.Contains($"inbox/area-indicators/dolphia-2016.csv in de demo op http://127.0.0.1:{port}/", where.ReplaceLineEndings(" "));
            Assert.Contains("Op poort 1 draait geen demo", absent);
            Assert.Contains("De demo is gestopt.", rest);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static int GetFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
