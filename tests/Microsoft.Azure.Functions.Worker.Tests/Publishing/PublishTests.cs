using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Tests.CustomHandler;
using Microsoft.Azure.Functions.Worker.Tests.Support;
using Wijkmonitor.Local;

namespace Microsoft.Azure.Functions.Worker.Tests.Publishing;

/// <summary>A real publish of the sample application.</summary>
public sealed class PublishTests(PublishedApplication published) : IClassFixture<PublishedApplication>
{
    [Theory]
    [InlineData("Ingest", """[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"%IngestSchedule%"}]""")]
    [InlineData("Nightly", """[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"0 30 2 * * *","useMonitor":false,"runOnStartup":false}]""")]
    [InlineData(
        "GetArea",
        """[{"type":"httpTrigger","direction":"in","name":"request","authLevel":"function","methods":["get"],"route":"api/v1/areas/{code}"},{"type":"http","direction":"out","name":"res"}]""")]
    [InlineData(
        "PutArea",
        """[{"type":"httpTrigger","direction":"in","name":"request","authLevel":"admin","methods":["put","post"],"route":"api/v1/areas/{code:length(1,8)}"},{"type":"http","direction":"out","name":"res"}]""")]
    [InlineData(
        "Dashboard",
        """[{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","methods":["get"],"route":"{*path}"},{"type":"http","direction":"out","name":"res"}]""")]
    public void Each_function_has_a_folder_with_its_bindings(string function, string bindings)
    {
        var json = Read(Path.Combine(function, "function.json"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(bindings), json["bindings"]), json.ToJsonString());
    }

    [Fact]
    public void There_is_a_folder_for_every_function_and_none_besides() => Assert.Equal(
        ["Dashboard", "Fail", "GetArea", "GetJournal", "Ingest", "Nightly", "PutArea", "Slow"],
        Directory.GetDirectories(published.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_host_is_told_to_start_the_application_and_the_rest_of_host_json_stays()
    {
        const string Expected =
            """
            {
              "version": "2.0",
              "extensions": { "http": { "routePrefix": "" } },
              "customHandler": {
                "http": { "defaultAuthorizationLevel": "function" },
                "description": { "defaultExecutablePath": "Microsoft.Azure.Functions.Worker.Tests.App" },
                "enableForwardingHttpRequest": true,
                "enableProxyingHttpRequest": true
              }
            }
            """;

        var host = Read("host.json");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), host), host.ToJsonString());
    }

    [Fact]
    public async Task The_published_application_runs_as_the_host_starts_it()
    {
        var executable = Read("host.json")["customHandler"]!["description"]!["defaultExecutablePath"]!.GetValue<string>();

        using var worker = await WorkerProcess.StartUnderHostAsync(published.Folder, WorkerProcess.FreePort(), executable);

        await HostedApplication.AssertWorksAsync(worker);
    }

    private JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(published.Folder, file)))!;
}

/// <summary>The sample application, published to a folder of its own.</summary>
public sealed class PublishedApplication : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    public string Folder => folder.Path;

    public async ValueTask InitializeAsync()
    {
        var project = RepositoryFolder.File("tests", WorkerProcess.ApplicationName, $"{WorkerProcess.ApplicationName}.csproj");
        var artifacts = Path.GetFullPath(Path.Combine(WorkerProcess.ArtifactsBin, ".."));
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", project, "--no-build", "--configuration", WorkerProcess.Configuration, "--output", folder.Path,
            $"-p:ArtifactsPath={artifacts}", "-nodeReuse:false", "--verbosity", "quiet", "--nologo",
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = publish.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, await output + await errors);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
