using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;
using YamlDotNet.RepresentationModel;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The workflow that deploys builds once, signs in late, and looks before an environment counts as deployed.</summary>
public sealed partial class WorkflowTests
{
    private static readonly YamlMappingNode Workflow = Read("deploy.yml");

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

        Assert.All(["plan", "deploy"], job =>
        {
            var lines = Text(Step(job, "bicep install --version \"v$version\"")["run"]).Split('\n');
            Assert.Equal(tested, RunInRepository(lines[0] + "; printf %s \"$version\""));
        });
        Assert.All(
            BicepVersion().Matches(File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"))), version =>
                Assert.Equal(tested, version.Groups["version"].Value));
    }

    [Fact]
    public void Only_one_job_builds_and_the_others_use_its_artifacts()
    {
        Assert.Contains(Runs("build"), run => run == ".ci/run");
        Assert.DoesNotContain(Runs("plan").Concat(Runs("deploy")), run => run.Contains(".ci/run", StringComparison.Ordinal)
            || run.Contains("publish", StringComparison.Ordinal));
    }

    // A file of hashes next to the packages says nothing: who can change the one can change the other.
    [Fact]
    public void The_deployed_package_is_the_one_that_was_built_and_approved()
    {
        Assert.Equal("${{ steps.built.outputs.hashes }}", Text(Jobs["build"]["outputs"]["hashes"]));
        Assert.Equal("${{ steps.packages.outputs.hashes }}", Text(Jobs["plan"]["outputs"]["hashes"]));
        Assert.Equal("${{ needs.build.outputs.hashes }}", Text(Step("plan", "[ \"$hashes\" != \"$BUILT\" ]")["env"]["BUILT"]));
        Assert.Equal("${{ needs.plan.outputs.hashes }}", Text(Step("deploy", "sha256sum --check --strict <<< \"$HASHES\"")["env"]["HASHES"]));
        Assert.DoesNotContain(AllRuns, run => run.Contains(".sha256", StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_come_only_from_a_good_run_of_this_workflow_on_main()
    {
        var steps = Steps("plan").ToList();
        var look = steps.IndexOf(Step("plan", "!= '.github/workflows/deploy.yml main success'"));

        Assert.Contains(".head_branch, .conclusion]", Text(steps[look]["run"]), StringComparison.Ordinal);
        Assert.InRange(look, 0, steps.FindIndex(step => Uses(step).StartsWith("actions/download-artifact@", StringComparison.Ordinal)));
        Assert.Equal("inputs.built_by != ''", Text(steps[look]["if"]));
    }

    // Packages of an earlier run with templates of this moment were never tested together.
    [Fact]
    public void Templates_and_values_are_those_of_the_commit_that_the_packages_were_built_from()
    {
        var checkouts = ((string[])["plan", "deploy"]).Select(job =>
            Assert.Single(Steps(job), step => Uses(step).StartsWith("actions/checkout@", StringComparison.Ordinal))["with"]["ref"]).Select(Text);
        var look = Step("plan", "--jq .head_sha");

        Assert.Equal(["${{ steps.built_by.outputs.commit || github.sha }}", "${{ needs.plan.outputs.commit }}"], checkouts);
        Assert.Equal("built_by", Text(look["id"]));
        Assert.Contains("echo \"commit=$commit\" >> \"$GITHUB_OUTPUT\"", Text(look["run"]), StringComparison.Ordinal);
        Assert.InRange(Steps("plan").ToList().IndexOf(look), 0, Steps("plan").ToList()
            .FindIndex(step => Uses(step).StartsWith("actions/checkout@", StringComparison.Ordinal)));
        Assert.Equal("${{ steps.packages.outputs.commit }}", Text(Jobs["plan"]["outputs"]["commit"]));
        Assert.Equal("packages", Text(Step("plan", "commit=$(git rev-parse HEAD)")["id"]));
    }

    // GitHub's own choice, `bash -e`, goes on after a command that fails before a pipe.
    [Fact]
    public void No_step_goes_on_after_a_failure_before_a_pipe() => Assert.All(
        Directory.EnumerateFiles(RepositoryFolder.File(".github", "workflows")).Select(file => Read(Path.GetFileName(file))),
        workflow =>
        {
            Assert.Equal("bash", Text(workflow["defaults"]["run"]["shell"]));
            Assert.All(
                ((YamlMappingNode)workflow["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>(),
                step => Assert.False(step.Children.ContainsKey("shell")));
        });

    // The exit code of `echo "$(command)"` is that of echo.
    [Fact]
    public void No_failure_of_a_command_is_lost_in_an_echo() => Assert.DoesNotContain(
        AllRuns.SelectMany(run => run.Split('\n')), line => line.Contains("echo ", StringComparison.Ordinal) && line.Contains("$(", StringComparison.Ordinal));

    [Fact]
    public void Values_in_angle_brackets_are_not_deployed() =>
        Assert.Contains(Runs("plan"), run => run.Contains("grep -n '<' \"$PARAMETERS\"", StringComparison.Ordinal));

    [Fact]
    public void Only_a_reviewed_job_changes_anything_and_after_the_plan()
    {
        Assert.EndsWith("-plan", Text(Jobs["plan"]["environment"]), StringComparison.Ordinal);
        Assert.Equal("${{ inputs.environment }}", Text(Jobs["deploy"]["environment"]));
        Assert.Contains("plan", ((YamlSequenceNode)Jobs["deploy"]["needs"]).Select(Text));
        Assert.DoesNotContain(Runs("build").Concat(Runs("plan")), run => run.Contains("group create", StringComparison.Ordinal)
            || run.Contains("config-zip", StringComparison.Ordinal));
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
    public void The_last_step_looks_whether_a_forged_caller_is_let_in() =>
        Assert.StartsWith("infra/smoke-test ", Runs("deploy").Last(), StringComparison.Ordinal);

    [Fact]
    public void A_token_is_given_only_to_jobs_that_sign_in()
    {
        Assert.Equal(["contents"], ((YamlMappingNode)Workflow["permissions"]).Children.Keys.Select(Text));
        Assert.All(["plan", "deploy"], job => Assert.Equal("write", Text(Jobs[job]["permissions"]["id-token"])));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit() => Assert.All(
        Directory.EnumerateFiles(RepositoryFolder.File(".github", "workflows")).SelectMany(File.ReadLines)
            .Where(line => line.Contains("uses:", StringComparison.Ordinal)),
        line => Assert.Matches("@[0-9a-f]{40} # v", line));

    [Theory]
    [InlineData(".github/workflows/deploy.yml main success", 0)]
    [InlineData(".github/workflows/deploy.yml main failure", 1)]
    [InlineData(".github/workflows/deploy.yml another success", 1)]
    [InlineData(".github/workflows/ci.yml main success", 1)]
    [InlineData("", 1)]
    public void A_run_that_is_named_is_refused_unless_it_is_a_good_one(string run, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var script = $"gh() {{ case \"$*\" in *.head_sha) echo 0123;; *) echo '{run}';; esac; }}\n{Text(Step("plan", "--jq .head_sha")["run"])}";

        Assert.Equal(exitCode, RunStep(script, folder, ("BUILT_BY", "1"), ("GITHUB_REPOSITORY", "owner/name")));
        Assert.Equal(exitCode == 0 ? "commit=0123\n" : "", folder.Read("output"));
    }

    [Theory]
    [InlineData("param organisation = '<word>'", 1)]
    [InlineData("param organisation = 'enschede'", 0)]
    public void Values_that_are_not_filled_in_end_the_plan(string values, int exitCode)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(exitCode, RunStep(Text(Step("plan", "grep -n '<' \"$PARAMETERS\"")["run"]), folder,
            ("PARAMETERS", folder.Write("values.bicepparam", values))));
    }

    // What a plan leaves out nobody approves.
    [Theory]
    [InlineData("(NestedDeploymentSkippedFromInternalExpansion)", true)]
    [InlineData("Resource changes: 1 to create.", false)]
    public void A_plan_that_leaves_something_out_has_a_warning(string plan, bool isWarned)
    {
        using var folder = new TemporaryFolder();
        var script = $"az() {{ echo '{plan}'; }}\n({Text(Step("plan", "deployment group what-if")["run"])}) > said";

        Assert.Equal(0, RunStep(script, folder));
        Assert.Equal(isWarned, folder.Read("said").Contains("::warning::", StringComparison.Ordinal));
        Assert.Contains(plan, folder.Read("summary"), StringComparison.Ordinal);
    }

    // Stored artifacts may have been changed between the jobs.
    [Fact]
    public void Packages_that_were_changed_are_neither_planned_nor_deployed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("app.zip", "one");
        folder.Write("app-sign-in.zip", "two");
        var note = Text(Step("build", "sha256sum app.zip app-sign-in.zip")["run"]);
        var plan = Text(Step("plan", "[ \"$hashes\" != \"$BUILT\" ]")["run"]).Replace("git rev-parse HEAD", "echo 0123", StringComparison.Ordinal);
        var deploy = Text(Step("deploy", "sha256sum --check --strict")["run"]);

        Assert.Equal(0, RunStep(note, folder));
        var hashes = string.Join('\n', folder.Read("output").Split('\n')[1..3]);
        Assert.Equal([0, 0], [RunStep(plan, folder, ("BUILT", hashes)), RunStep(deploy, folder, ("HASHES", hashes))]);

        // A run that names an earlier one compares with what it planned itself, and a reviewer with what the earlier one said.
        Assert.Equal([0, 1], [RunStep(plan, folder, ("BUILT", "")), RunStep(deploy, folder, ("HASHES", ""))]);
        folder.Write("app.zip", "another");
        Assert.Equal([1, 1], [RunStep(plan, folder, ("BUILT", hashes)), RunStep(deploy, folder, ("HASHES", hashes))]);
    }

    // Neither a package nor the smoke test reaches it, and the command would wait for an answer. A template of an earlier commit has no such output.
    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    [InlineData("", 0)]
    public void An_app_that_is_closed_gets_no_package(string isClosed, int exitCode)
    {
        var steps = Steps("deploy").ToList();
        var stop = Step("deploy", "properties.outputs.isClosed.value");
        using var folder = new TemporaryFolder();

        Assert.InRange(steps.IndexOf(stop), 1, steps.IndexOf(Step("deploy", "config-zip")) - 1);
        Assert.Equal(exitCode, RunStep($"az() {{ echo {isClosed}; }}\n{Text(stop["run"])}", folder));
    }

    private static YamlMappingNode Read(string name)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(RepositoryFolder.File(".github", "workflows", name));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(string job) => ((YamlSequenceNode)Jobs[job]["steps"]).Cast<YamlMappingNode>();

    private static IEnumerable<string> Runs(string job) => Steps(job).Where(step => step.Children.ContainsKey("run")).Select(step => Text(step["run"]));

    private static YamlMappingNode Step(string job, string script) =>
        Assert.Single(Steps(job), step => step.Children.TryGetValue("run", out var run) && Text(run).Contains(script, StringComparison.Ordinal));

    private static string RunInRepository(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-ec", script])
        {
            WorkingDirectory = RepositoryFolder.File("."),
            RedirectStandardOutput = true,
            UseShellExecute = false
        })!;
        return process.StandardOutput.ReadToEnd();
    }

    // As GitHub runs a step whose shell is bash.
    private static int RunStep(string script, TemporaryFolder folder, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("bash", ["-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["GITHUB_OUTPUT"] = folder.Write("output", ""), ["GITHUB_STEP_SUMMARY"] = folder.Write("summary", "") },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Uses(YamlMappingNode step) => step.Children.TryGetValue("uses", out var uses) ? Text(uses) : "";

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex("(Bicep |--version v)(?<version>[0-9.]+[0-9])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BicepVersion();
}
