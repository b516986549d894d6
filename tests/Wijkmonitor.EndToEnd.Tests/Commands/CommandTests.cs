using System.Diagnostics;
using Azure.Data.Tables;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Commands;

/// <summary>The commands of the README, as their users start them.</summary>
public sealed partial class CommandTests(StorageEmulator emulator)
{
    internal static readonly string Tool = Path.Combine(
        AppContext.BaseDirectory.Replace("Wijkmonitor.EndToEnd.Tests", "Wijkmonitor.Cli", StringComparison.Ordinal), "wijkmonitor");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_valid_file_is_reported_as_valid()
    {
        var (exitCode, output) = await RunAsync("check", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "area-indicators");

        Assert.Equal(0, exitCode);
        Assert.Contains("past bij 'area-indicators'", output);
        Assert.DoesNotContain("Read:", output);
    }

    [Fact]
    public async Task A_check_speaks_English_when_asked()
    {
        var (exitCode, output) = await RunAsync(
            "check", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "area-indicators", "--english");

        Assert.Equal(0, exitCode);
        Assert.Contains("fits 'area-indicators'", output);
        Assert.DoesNotContain("Gelezen:", output);
    }

    [Theory]
    [InlineData("en_GB.UTF-8", "", "fits 'area-indicators'")]
    [InlineData("en_GB.UTF-8", "--language=nl", "past bij 'area-indicators'")]
    [InlineData("nl_NL.UTF-8", "", "past bij 'area-indicators'")]
    [InlineData("C.UTF-8", "", "past bij 'area-indicators'")]
    [InlineData("C.UTF-8", "--language=en", "fits 'area-indicators'")]
    public async Task The_language_is_that_of_the_option_or_else_of_the_environment(string environment, string option, string verdict)
    {
        string[] arguments = ["check", RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv"), "--dataset", "area-indicators"];
        var start = new ProcessStartInfo(Tool, option.Length == 0 ? arguments : [.. arguments, option]) { Environment = { ["LC_ALL"] = environment } };

        var (exitCode, output) = await RunAsync(start);

        Assert.Equal(0, exitCode);
        Assert.Contains(verdict, output);
    }

    [Theory]
    [InlineData("nl", "Gebruik: ./wijkmonitor check BESTAND")]
    [InlineData("en", "Usage: ./wijkmonitor check FILE")]
    public async Task Help_and_refusals_are_in_one_language(string language, string usage)
    {
        var file = RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv");
        var (asked, help) = await RunAsync("check", "--help", "--language", language);
        var (all, overview) = await RunAsync("--help", "--language", language);
        var (script, scriptHelp) = await RunAsync(RepositoryFolder.File("wijkmonitor"), ["help", "--language", language]);
        var refused = new List<(int ExitCode, string Output)>();
        foreach (var arguments in new string[][] { ["check"], ["check", file], ["check", file, "--dataset"], ["check", file, "extra"], ["nope"], [], ["drop", file, "--dataset", "nope"] })
        {
            refused.Add(await RunAsync([.. arguments, "--language", language]));
        }

        var (report, problems) = await RunAsync("check", file, "--dataset", "kwb", "--language", language);

        Assert.Equal((0, 0, 0, 1), (asked, all, script, report));
        Assert.Contains(usage, help);
        Assert.All(refused, run => Assert.Equal(2, run.ExitCode));
        Assert.All(refused.Select(run => run.Output).Concat([help, overview, problems]), output => AssertSpeaks(language, output));
        AssertSpeaks(language, scriptHelp);
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    public async Task A_check_warns_of_jumps_and_missing_rows_of_datasets_without_limits(int year)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var previous = Path.Combine(folder.FullName, "2017.csv");
            var file = Path.Combine(folder.FullName, "2018.csv");
            await File.WriteAllTextAsync(previous, $"area;period;indicator;value\nGM0153;{year};social_assistance;13.9\nWK015300;{year};social_assistance;12.9\n", Token);
            await File.WriteAllTextAsync(file, "area;period;indicator;value\nGM0153;2018;social_assistance;99.9\n", Token);

            var (exitCode, output) = await RunAsync("check", file, "--dataset", "area-indicators", "--previous", previous);

            Assert.Equal(0, exitCode);
            Assert.Contains("value-jump", output);
            Assert.Contains("coverage-dropped", output);
            Assert.Contains("De monitor zelf meldt dat niet", output.ReplaceLineEndings(" "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("area-indicators", true)]
    [InlineData("kwb", false)]
    public async Task A_check_says_where_its_limits_are_not_those_of_the_monitor(string dataset, bool isSaid)
    {
        var file = dataset == "kwb" ? RepositoryFolder.File("samples", "formats", "85984NED_kerncijfers-2024.csv") : RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv");

        var (exitCode, output) = await RunAsync("check", file, "--dataset", dataset, "--previous", file);

        Assert.Equal(0, exitCode);
        Assert.Equal(isSaid, output.ReplaceLineEndings(" ").Contains("zegt niet wat een sprong is", StringComparison.Ordinal));
        Assert.Equal(isSaid, output.ReplaceLineEndings(" ").Contains("zegt niet hoeveel rijen mogen ontbreken", StringComparison.Ordinal));
        Assert.Equal(!isSaid, output.ReplaceLineEndings(" ").Contains("zijn niet met elkaar vergeleken", StringComparison.Ordinal));
        Assert.DoesNotContain("value-jump", output);
        Assert.DoesNotContain("coverage-dropped", output);
    }

    [Theory]
    [InlineData("nl", "De .NET SDK ontbreekt.")]
    [InlineData("en", "The .NET SDK is missing.")]
    public async Task Without_the_SDK_nothing_begins(string language, string message)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var program in new[] { "dirname", "bash" })
            {
                File.CreateSymbolicLink(Path.Combine(folder.FullName, program), $"/usr/bin/{program}");
            }

            var (exitCode, output) = await RunAsync(new ProcessStartInfo(RepositoryFolder.File("wijkmonitor"), ["drop", "--language", language]) { Environment = { ["PATH"] = folder.FullName } });

            Assert.Equal(2, exitCode);
            Assert.Contains(message, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("demo", "--port", "none")]
    [InlineData("demo", "--port", "70000")]
    [InlineData("demo", "--unheard-of")]
    [InlineData("unheard-of")]
    [InlineData("drop", "none.csv")]
    public async Task A_command_that_is_not_understood_ends_with_2(params string[] arguments)
    {
        var (exitCode, _) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task Problems_of_a_file_are_shown_with_line_column_and_remedy()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "area;period;indicator;value\nGM0153;2017;burglaries;5,5\n", Token);
        try
        {
            var (exitCode, output) = await RunAsync("check", file, "--dataset", "area-indicators");

            Assert.Equal(1, exitCode);
            Assert.Contains("number-separator", output);
            Assert.Contains("5,5", output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_is_compared_with_the_previous_one_and_its_report_is_written()
    {
        string Sample(string name) => RepositoryFolder.File("samples", "formats", name);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "85984NED.csv");
            var report = Path.Combine(folder.FullName, "report.csv");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Sample("85984NED_kerncijfers-2024.csv"), Token)).Replace("   161455", "    16145"), Token);

            var (exitCode, output) = await RunAsync("check", file, "--dataset", "kwb", "--previous", Sample("85318NED_kerncijfers-2022.csv"), "--report", report);

            Assert.Equal(0, exitCode);
            Assert.Contains("value-jump", output);
            Assert.Contains("value-jump;waarschuwing;1;5;AantalInwoners_5;16145;", await File.ReadAllTextAsync(report, Token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_ambiguous_file_name_needs_a_chosen_year_which_the_output_repeats()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "kwb 2021 85318NED.csv");
            File.Copy(RepositoryFolder.File("samples", "formats", "85318NED_kerncijfers-2022.csv"), file);

            var (refused, why) = await RunAsync("check", file, "--dataset", "kwb");
            var (fits, read) = await RunAsync("check", file, "--dataset", "kwb", "--period", "2022", "--english");
            var (notChecked, message) = await RunAsync("check", file, "--dataset", "area-indicators", "--period", "2022", "--english");

            Assert.Equal((1, 0, 2), (refused, fits, notChecked));
            Assert.Contains("period-ambiguous", why);
            Assert.Contains("Read: year 2022; reference date 1 January 2022; boundaries of 2022; 1 municipality, 1 district, 2 neighbourhoods", read.ReplaceLineEndings(" "));
            Assert.Contains("leave out --period", message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Neither_the_name_nor_the_content_of_a_file_steers_the_terminal()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "a\u001B[31m\u202Eb.csv");
            await File.WriteAllTextAsync(file, "area;period;indicator;value;\u001B]0;x\u0007\nGM\u001B[2J;2017;burglaries;5;\u009B31m\n", Token);

            var (exitCode, output) = await RunAsync("check", file, "--dataset", "area-indicators");

            Assert.Equal(1, exitCode);
            Assert.DoesNotContain(output, c => c is '\u001B' or '\u0007' or '\u009B' or '\u202E');
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("none.csv", "area-indicators", "Er is geen bestand")]
    [InlineData("none.csv", "none", "Er is geen dataset")]
    public async Task A_file_that_cannot_be_checked_gives_exit_code_2(string file, string dataset, string message)
    {
        var (exitCode, output) = await RunAsync("check", file, "--dataset", dataset);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, output);
    }

    [Fact]
    public async Task An_unknown_command_is_not_reported_as_a_refused_file()
    {
        var (exitCode, _) = await RunAsync("check", "none.csv");

        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task Publish_does_not_empty_a_folder_it_did_not_create()
    {
        var folder = Directory.CreateTempSubdirectory("wijkmonitor-precious").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.txt"), "keep", Token);
        try
        {
            var (exitCode, output) = await RunAsync(RepositoryFolder.File("wijkmonitor"), ["publish", folder]);

            Assert.Equal(2, exitCode);
            Assert.Contains("not empty", output);
            Assert.True(File.Exists(Path.Combine(folder, "letter.txt")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Replay_rebuilds_the_tables_with_the_settings_of_the_environment()
    {
        var account = emulator.NewAccount();
        SortedDictionary<string, string> before;
        await using (var monitor = await RunningMonitor.StartAsync(account))
        {
            await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2017\n");
            await monitor.DeliverAsync("area-indicators/a.csv", "area;period;indicator;value\nGM0153;2017;burglaries;5\n");
            before = await Tables.ReadAsync(account, Tables.DataTables);
        }

        await new TableClient(account, "Observations").DeleteAsync(Token);

        var (exitCode, output) = await RunAsync(Replay(account));

        Assert.True(exitCode == 0, output);
        Assert.Contains("rebuilt from 2 deliveries (2 stored, 1 values)", output);
        Tables.AssertSame(before, await Tables.ReadAsync(account, Tables.DataTables));
    }

    [Fact]
    public async Task Replay_without_storage_names_the_missing_setting()
    {
        var (exitCode, output) = await RunAsync(Replay(account: null));

        Assert.Equal(2, exitCode);
        Assert.Contains("Set DataStorage", output);
    }

    // What the tests run on was built with them.
    private static ProcessStartInfo Replay(string? account)
    {
        var start = new ProcessStartInfo(RepositoryFolder.File("wijkmonitor"), ["replay"])
        {
            Environment = { ["WIJKMONITOR_BUILT"] = "yes", ["Security__Mode"] = "open", ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development", ["Rules__Compass"] = "rules/compass/example.json" },
        };
        start.Environment["IngestSchedule"] = "* * * * * *";
        start.Environment["ScoringSchedule"] = "0 0 3 * * *";
        start.Environment.Remove("DataStorage");
        if (account is not null)
        {
            start.Environment["DataStorage"] = account;
        }

        return start;
    }

    // Words that the other language does not have; samples, datasets and files are named in theirs.
    private static void AssertSpeaks(string language, string output) => Assert.DoesNotMatch(
        language == "nl" ? @"\b(the|and|not|from|which|are|were|has|with|where|it)\b" : @"\b(het|een|niet|voor|zijn|wordt|worden|geen|voor|deze|welk|dat)\b", output);

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(Tool, arguments);

    private static Task<(int ExitCode, string Output)> RunAsync(string command, string[] arguments) => RunAsync(new ProcessStartInfo(command, arguments));

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.TryAdd("LC_ALL", "C.UTF-8");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }
}
