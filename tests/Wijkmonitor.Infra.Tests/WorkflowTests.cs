using System.Xml.Linq;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;
using YamlDotNet.RepresentationModel;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The workflow that deploys builds once, signs in late, and looks before an environment counts as deployed.</summary>
public sealed class WorkflowTests
{
    private static readonly YamlMappingNode Workflow = Read();

    private static YamlNode Jobs => Workflow["jobs"];

    /// <summary>Gets the scripts of all steps.</summary>
    internal static IEnumerable<string> AllRuns => ((YamlMappingNode)Jobs).Children.Keys.Select(Text).SelectMany(Runs);

    [Fact]
    public void Every_environment_has_values() => Assert.Equal(
        Scenarios.Environments.Order(StringComparer.Ordinal),
        ((YamlSequenceNode)Workflow["on"]["workflow_dispatch"]["inputs"]["environment"]["options"]).Select(Text).Order(StringComparer.Ordinal));

    [Fact]
    public void The_templates_are_deployed_with_the_compiler_that_they_were_tested_with()
    {
        var tested = XDocument.Load(RepositoryFolder.File("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => package.Attribute("Include")!.Value.StartsWith("Azure.Bicep.CommandLine", StringComparison.Ordinal)).Attribute("Version")!.Value;

        Assert.Equal("v" + tested, Text(Workflow["env"]["BICEP_VERSION"]));
        Assert.All(["plan", "deploy"], job => Assert.Contains(Runs(job), run => run.Contains("bicep install --version \"$BICEP_VERSION\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_one_job_builds_and_the_others_take_what_it_made()
    {
        Assert.Contains(Runs("build"), run => run == ".ci/run");
        Assert.DoesNotContain(Runs("plan").Concat(Runs("deploy")), run => run.Contains(".ci/run", StringComparison.Ordinal) || run.Contains("publish", StringComparison.Ordinal));
        Assert.Contains(Runs("deploy"), run => run.Contains("sha256sum --check", StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_are_taken_only_from_a_run_of_this_workflow()
    {
        var steps = Steps("deploy").ToList();
        var look = steps.FindIndex(step => step.Children.ContainsKey("run") && Text(step["run"]).Contains("!= .github/workflows/deploy.yml", StringComparison.Ordinal));

        Assert.InRange(look, 0, steps.FindIndex(step => Uses(step).StartsWith("actions/download-artifact@", StringComparison.Ordinal)));
        Assert.Equal("inputs.built_by != ''", Text(steps[look]["if"]));
    }

    [Fact]
    public void Values_in_angle_brackets_are_not_deployed() => Assert.Contains(Runs("plan"), run => run.Contains("grep -n '<' \"$PARAMETERS\"", StringComparison.Ordinal));

    [Fact]
    public void Only_a_reviewed_job_changes_anything_and_after_the_plan()
    {
        Assert.EndsWith("-plan", Text(Jobs["plan"]["environment"]), StringComparison.Ordinal);
        Assert.Equal("${{ inputs.environment }}", Text(Jobs["deploy"]["environment"]));
        Assert.Contains("plan", ((YamlSequenceNode)Jobs["deploy"]["needs"]).Select(Text));
        Assert.DoesNotContain(Runs("build").Concat(Runs("plan")), run => run.Contains("group create", StringComparison.Ordinal) || run.Contains("config-zip", StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_signs_in_after_all_that_takes_long()
    {
        Assert.All(["plan", "deploy"], job =>
        {
            var steps = Steps(job).ToList();
            var signIn = steps.FindIndex(step => Uses(step).StartsWith("azure/login@", StringComparison.Ordinal));
            Assert.True(signIn > 0);
            Assert.All(steps[(signIn + 1)..], step => Assert.Equal("", Uses(step)));
        });
        Assert.DoesNotContain(Steps("build"), step => Uses(step).StartsWith("azure/login@", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_step_looks_whether_a_forged_caller_is_let_in() => Assert.StartsWith("infra/smoke-test ", Runs("deploy").Last(), StringComparison.Ordinal);

    [Fact]
    public void A_token_is_given_only_to_jobs_that_sign_in()
    {
        Assert.Equal(["contents"], ((YamlMappingNode)Workflow["permissions"]).Children.Keys.Select(Text));
        Assert.All(["plan", "deploy"], job => Assert.Equal("write", Text(Jobs[job]["permissions"]["id-token"])));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit() => Assert.All(
        Directory.EnumerateFiles(RepositoryFolder.File(".github", "workflows")).SelectMany(File.ReadLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)),
        line => Assert.Matches("@[0-9a-f]{40} # v", line));

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(RepositoryFolder.File(".github", "workflows", "deploy.yml"));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(string job) => ((YamlSequenceNode)Jobs[job]["steps"]).Cast<YamlMappingNode>();

    private static IEnumerable<string> Runs(string job) => Steps(job).Where(step => step.Children.ContainsKey("run")).Select(step => Text(step["run"]));

    private static string Uses(YamlMappingNode step) => step.Children.TryGetValue("uses", out var uses) ? Text(uses) : "";

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
