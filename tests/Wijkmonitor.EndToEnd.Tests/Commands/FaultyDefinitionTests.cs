using System.Diagnostics;
using Wijkmonitor.Local;

namespace Wijkmonitor.EndToEnd.Tests.Commands;

/// <summary>The commands where a definition next to the program is faulty or a file cannot be written: they say so, and work for other datasets.</summary>
public sealed class FaultyDefinitionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wijkmonitor-cli");
    private readonly string sample = RepositoryFolder.File("samples", "inbox", "area-indicators", "dolphia-2016.csv");

    /// <summary>A copy of the program, with a definition next to it that delivers an indicator of another dataset.</summary>
    public FaultyDefinitionTests()
    {
        var program = Path.GetDirectoryName(CommandTests.Tool)!;
        foreach (var file in Directory.EnumerateFiles(program, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(program, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var shipped = File.ReadAllText(Config("datasets", "area-indicators.json"));
        File.WriteAllText(Config("datasets", "health.json"), shipped.Replace("\"id\": \"area-indicators\"", "\"id\": \"health\"", StringComparison.Ordinal));
        File.WriteAllText(Config("datasets", "wealth.json"), "{ \"id\": \"wealth\" }");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("check", "wordt geleverd door", "Laat de indicator")]
    [InlineData("drop", "wordt geleverd door", "Laat de indicator")]
    [InlineData("check", "is delivered by", "Leave the indicator out", "--english")]
    [InlineData("drop", "is delivered by", "Leave the indicator out", "--english")]
    public async Task A_definition_that_clashes_is_named_with_field_and_remedy_in_one_language(string command, string fault, string remedy, params string[] language)
    {
        var (exitCode, output) = await RunAsync([command, sample, "--dataset", "health", .. language]);

        Assert.Equal(2, exitCode);
        Assert.All(["health.json", "indicators[0]", fault, remedy], text => Assert.Contains(text, output));
        Assert.Equal(language.Length == 0, output.Contains("klopt niet", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task Other_datasets_are_checked_and_the_faulty_definitions_named()
    {
        var (exitCode, output) = await RunAsync("check", sample, "--dataset", "area-indicators");

        Assert.Equal(0, exitCode);
        Assert.Contains("past bij 'area-indicators'", output);
        Assert.Contains("health.json, wealth.json", output);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_named_and_does_not_refuse_the_file()
    {
        var (exitCode, output) = await RunAsync("check", sample, "--dataset", "area-indicators", "--report", Path.Combine(folder.FullName, "no-such-folder", "report.csv"));

        Assert.Equal(2, exitCode);
        Assert.Contains("Een bestand kan niet worden gelezen of geschreven", output.ReplaceLineEndings(" "));
        Assert.DoesNotContain("Unhandled", output);
    }

    /// <summary>Seen from its own folder, with the marker of a clone in it, no demo runs.</summary>
    [Theory]
    [InlineData("nl", "Er draait geen demo:")]
    [InlineData("en", "No demo runs:")]
    public async Task A_drop_without_a_running_demo_ends_with_2(string language, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Wijkmonitor.sln"), "", Token);

        var (exitCode, output) = await RunAsync("drop", sample, "--dataset", "area-indicators", "--language", language);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, output);
        Assert.Contains("./wijkmonitor demo", output);
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_is_named_without_a_stack_trace()
    {
        await File.WriteAllTextAsync(Config("indicators.json"), "{", Token);

        var (exitCode, output) = await RunAsync("check", sample, "--dataset", "area-indicators");

        Assert.Equal(2, exitCode);
        Assert.Contains("indicators.json", output);
        Assert.DoesNotContain("   at ", output);
    }

    private string Config(params string[] path) => Path.Combine([folder.FullName, "config", .. path]);

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, Path.GetFileName(CommandTests.Tool)), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }
}
