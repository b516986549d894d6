using System.Text.RegularExpressions;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Calls of the Azure CLI on the pages and in the workflow: their options exist, and so does what they name of this repository.</summary>
public sealed partial class AzureCommandTests
{
    // https://learn.microsoft.com/cli/azure/reference-index: what a command must be given, and what else it is given here.
    private static readonly Dictionary<string, (string[] Required, string[] Optional)> Known = new(StringComparer.Ordinal)
    {
        ["account set"] = (["--subscription"], []),
        ["bicep install"] = ([], ["--version"]),
        ["config set"] = ([], []),
        ["deployment group create"] = (["--resource-group", "--parameters"], ["--template-file", "--name", "--output"]),
        ["deployment group show"] = (["--resource-group", "--name"], ["--query", "--output"]),
        ["deployment group what-if"] = (["--resource-group", "--parameters"], ["--template-file", "--validation-level"]),
        ["deployment tenant create"] = (["--location", "--template-file"], ["--name", "--parameters"]),
        ["functionapp deployment source config-zip"] = (["--resource-group", "--name", "--src"], []),
        ["functionapp keys set"] = ([], []),
        ["functionapp stop"] = ([], []),
        ["group create"] = (["--name", "--location"], []),
        ["lock delete"] = (["--name", "--resource-group", "--resource-type", "--resource"], []),
        ["login"] = ([], []),
        ["provider register"] = (["--namespace"], ["--wait"]),
        ["rest"] = (["--method", "--url"], ["--body"]),
        ["role assignment create"] = (["--assignee", "--role", "--scope"], []),
        ["role assignment delete"] = (["--assignee", "--scope"], ["--role"]),
        ["storage account migration start"] = (["--name", "--resource-group", "--sku"], ["--no-wait"]),
        ["storage account show"] = (["--name"], ["--resource-group", "--query", "--output"]),
        ["storage container immutability-policy lock"] = (["--resource-group", "--account-name", "--container-name", "--if-match"], []),
        ["storage container immutability-policy show"] = (["--resource-group", "--account-name", "--container-name"], ["--query", "--output"]),
    };

    private static readonly Lazy<CompiledTemplate> Main = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "main.bicep")));
    private static readonly Lazy<CompiledTemplate> Administrator = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "administrator.bicep")));
    private static readonly Lazy<CompiledTemplate> SignIns = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "sign-ins-workspace.bicep")));
    private static readonly string Readme = File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"));

    public static TheoryData<string> Calls => [.. PageCommand.All.Select(command => command.Text)
        .Concat(WorkflowTests.AllRuns.SelectMany(run => run.Split('\n'))).SelectMany(FindCalls).Distinct()];

    private static IEnumerable<string> Outputs => Main.Value.Outputs.Concat(SignIns.Value.Outputs).Select(output => output.Name);

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_has_options_that_exist_and_all_that_are_needed(string call)
    {
        var (_, (required, optional)) = Assert.Single(Known, known => call.StartsWith($"az {known.Key} ", StringComparison.Ordinal)
            || call == $"az {known.Key}");
        var options = Option().Matches(call).Select(option => option.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(options.Except(required).Except(optional));

        // Within a sentence a command is named without its options.
        Assert.True(options.Count == 0 || options.IsSupersetOf(required), call);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_names_files_and_outputs_that_exist(string call)
    {
        Assert.All(Named(InfraFile(), call), file => Assert.True(File.Exists(RepositoryFolder.File(file)), file));
        Assert.All(Named(OutputQuery(), call).Concat(Named(OutputPlaceholder(), call)), output => Assert.Contains(output, Outputs));
    }

    [Fact]
    public void The_workflow_reads_outputs_that_exist() => Assert.All(
        Assert.Single(WorkflowTests.AllRuns.SelectMany(run => Named(OutputLoop(), run))).Split(' '),
        output => Assert.Contains(output, Outputs));

    [Fact]
    public void An_administrator_gives_parameters_that_exist_and_all_that_are_needed()
    {
        var call = PageCommand.All.Single(command => command.Text.Contains("infra/administrator.bicep", StringComparison.Ordinal)).Text;
        var given = Named(Assignment(), call[call.IndexOf("--parameters", StringComparison.Ordinal)..]).ToList();

        Assert.Subset(Administrator.Value.Parameters.Select(parameter => parameter.Name).ToHashSet(), given.ToHashSet());
        Assert.Superset(Administrator.Value.Parameters.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _))
            .Select(parameter => parameter.Name).ToHashSet(), given.ToHashSet());
    }

    [Fact]
    public void Parameters_and_outputs_named_on_the_page_exist()
    {
        string[] others = ["managedBy", "publicNetworkAccess", "requestedAccessTokenVersion"];
        var known = new[] { Main.Value, Administrator.Value, SignIns.Value }.SelectMany(template => template.Parameters.Concat(template.Outputs))
            .Select(declared => declared.Name).Concat(others).ToHashSet(StringComparer.Ordinal);
        var named = Named(CodeName(), Readme).ToList();

        Assert.Contains("immutableDays", named);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    [Fact]
    public void The_page_names_every_module()
    {
        var modules = Directory.EnumerateFiles(Path.Combine(BicepCompiler.Folder, "modules")).Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.All(modules, module => Assert.Contains($"`{module}`", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_within_a_call_is_found() => Assert.Equal(["az b --c d", "az a --name x"], FindCalls("az a --name \"$(az b --c d)\""));

    private static IEnumerable<string> FindCalls(string text) => Inner().Matches(text).Select(match => match.Groups["name"].Value)
        .Append(Inner().Replace(text, "x").Replace("\"", "", StringComparison.Ordinal))
        .SelectMany(part => Call().Matches(part)).Select(match => match.Value.Trim());

    private static IEnumerable<string> Named(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\$\((?<name>az [^)]*)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\baz [a-z][^&|\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex("(?<= )--[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<name>infra/[\w./-]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InfraFile();

    [GeneratedRegex(@"properties\.outputs\.(?<name>\w+)\.value", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OutputQuery();

    [GeneratedRegex("<output (?<name>\\w+)>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OutputPlaceholder();

    [GeneratedRegex("for output in (?<name>[\\w ]+); do", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OutputLoop();

    [GeneratedRegex(@" (?<name>\w+)=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    // A name in code with a capital within it, and perhaps a value.
    [GeneratedRegex("`(?<name>[a-z]+[A-Z][A-Za-z]*)( = [^`]*)?`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeName();
}
