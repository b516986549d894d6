using System.Text.RegularExpressions;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Commands;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Calls of the Azure CLI and of AzCopy on the pages and in the workflow: their options exist, and so does what they name of this repository.</summary>
public sealed partial class AzureCommandTests
{
    private static readonly Lazy<CompiledTemplate> Main = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "main.bicep")));
    private static readonly Lazy<CompiledTemplate> Administrator = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "administrator.bicep")));
    private static readonly Lazy<CompiledTemplate> SignIns = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "sign-ins-workspace.bicep")));
    private static readonly Lazy<CompiledTemplate> CopyEndpoint = new(() => BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "copy-endpoint.bicep")));
    private static readonly string Readme = File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"));

    public static TheoryData<string> Calls => [.. PageCommand.All.Select(command => command.Text)
        .Concat(WorkflowTests.AllRuns.SelectMany(run => run.Split('\n'))).SelectMany(FindCalls).Distinct()];

    private static IEnumerable<string> Outputs => Main.Value.Outputs.Concat(SignIns.Value.Outputs).Concat(CopyEndpoint.Value.Outputs).Select(output => output.Name);

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_has_options_that_exist_and_all_that_are_needed(string call)
    {
        var command = Assert.Single(KnownCommand.All, known => known.IsCalled(call));
        var options = Option().Matches(call).Select(option => option.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(command.FindUnknown(options));

        // Within a sentence a command is named without its options.
        Assert.True(options.Count == 0 || !command.FindMissing(options).Any(), call);
    }

    // The list that calls are held against is no memory of somebody's: each command has the file of the tool's own source that says so, and is used.
    [Fact]
    public void Each_command_of_the_list_has_its_source_and_is_called_somewhere() => Assert.All(KnownCommand.All, command =>
    {
        Assert.Matches(command.Name.StartsWith("az ", StringComparison.Ordinal) ? "^[a-z]+/[a-z_/]+\\.py$" : "^cmd/[a-z]+\\.go$", command.Source);
        Assert.Contains(Calls, call => command.IsCalled(call.Data));
    });

    [Theory]
    [InlineData("az storage account migration start --name a --resource-group b --sku Standard_ZRS", "", "--account-name")]
    [InlineData("az storage account migration start --account-name a -g b --target-sku-name Standard_ZRS --wait", "--wait", "")]
    [InlineData("azcopy copy a b --overwrite=false --force", "--force", "")]
    public void A_call_with_a_wrong_option_or_without_a_needed_one_is_found(string call, string unknown, string missing)
    {
        var command = KnownCommand.All.Single(known => known.IsCalled(call));
        var options = Option().Matches(call).Select(option => option.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(unknown, string.Join(' ', command.FindUnknown(options)));
        Assert.Equal(missing, string.Join(' ', command.FindMissing(options)));
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

    [Theory]
    [InlineData("administrator.bicep")]
    [InlineData("copy-endpoint.bicep")]
    [InlineData("sign-ins-workspace.bicep")]
    [InlineData("sign-ins.bicep")]
    public void A_template_is_given_parameters_that_exist_and_all_that_are_needed(string name)
    {
        var template = BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, name));
        var call = PageCommand.All.Single(command => command.Text.Contains($"infra/{name}", StringComparison.Ordinal) && command.Text.Contains("--parameters", StringComparison.Ordinal)).Text;
        var given = Named(Assignment(), call[call.IndexOf("--parameters", StringComparison.Ordinal)..]).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(template.Parameters.Select(parameter => parameter.Name).ToHashSet(), given);
        Assert.Superset(template.Parameters.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)).Select(parameter => parameter.Name).ToHashSet(), given);
    }

    [Fact]
    public void Parameters_and_outputs_named_on_the_page_exist()
    {
        string[] others = ["customDnsConfigs", "eTag", "managedBy", "publicNetworkAccess", "requestedAccessTokenVersion"];
        var known = new[] { Main.Value, Administrator.Value, SignIns.Value }.SelectMany(template => template.Parameters.Concat(template.Outputs)).Select(declared => declared.Name).Concat(others).ToHashSet(StringComparer.Ordinal);
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

    [GeneratedRegex(@"\b(az|azcopy) [a-z][^&|\n]*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex("(?<= )(--[a-z][a-z-]*|-[a-z](?= |$))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
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
