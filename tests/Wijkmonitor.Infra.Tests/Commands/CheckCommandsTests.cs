using System.Diagnostics;
using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Commands;

/// <summary>The script that compares the list of commands with the Azure CLI that is there.</summary>
public sealed class CheckCommandsTests
{
    private const string Line = "az group create | --location,-l --name,-n | --tags | resource/_params.py\n";

    // As the Azure CLI writes it: https://github.com/microsoft/knack/blob/dev/knack/help.py
    private const string Help = """

        Command
            az group create : Create a new resource group.

        Arguments
            --location -l [Required] : Location. Values from: `az account list-locations`.
            --name -n     [Required] : Name of the new resource group.
            --tags                   : Space-separated tags: key[=value].
        """;

    [Fact]
    public void A_list_that_the_tool_agrees_with_is_well() => Assert.Equal((0, ""), Check(Line, Help));

    [Fact]
    public void Comments_and_commands_of_other_tools_are_passed_over() => Assert.Equal((0, ""), Check("# words\nazcopy copy | | --recursive | cmd/copy.go\n", "none"));

    [Theory]
    [InlineData("--tags  ", "--managed-by", "there is no option --tags.")]
    [InlineData("--tags                   ", "--tags        [Required] ", "--tags is required.")]
    [InlineData("--location -l", "--region -r", "there is no option --location.")]
    public void Differences_with_the_tool_are_named(string has, string instead, string said)
    {
        var (exitCode, output) = Check(Line, Help.Replace(has, instead, StringComparison.Ordinal));

        Assert.Equal(1, exitCode);
        Assert.Contains("az group create: " + said, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_the_tool_does_not_have_is_said() => Assert.Equal((1, "az group create: there is no such command.\n"), Check(Line, null));

    private static (int ExitCode, string Output) Check(string list, string? help)
    {
        using var folder = new TemporaryFolder();
        folder.Write("help", help ?? "");
        var script = $"az() {{ {(help is null ? "return 2" : $"[ \"$*\" = 'group create --help' ] && cat '{folder.Path}/help'")}; }}; export -f az; '{Path.Combine(BicepCompiler.Folder, "check-commands")}' '{folder.Write("list", list)}'";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
