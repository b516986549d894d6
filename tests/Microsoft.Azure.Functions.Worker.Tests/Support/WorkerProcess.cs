using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Microsoft.Azure.Functions.Worker.Tests.Support;

/// <summary>The sample application as a process of its own, started as the Functions host starts a custom handler.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();

    private WorkerProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public const string ApplicationName = "Microsoft.Azure.Functions.Worker.Tests.App";

    /// <summary>The folder of the sample application's build, beside that of these tests.</summary>
    public static string BuiltFolder => Path.Combine(ArtifactsBin, ApplicationName, Configuration);

    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    public static string ArtifactsBin => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    public HttpClient Http { get; }

    public IReadOnlyCollection<string> Output => output;

    public IReadOnlyCollection<string> Errors => errors;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the executable of an application's folder as a custom handler and probes it until it answers.</summary>
    public static async Task<WorkerProcess> StartUnderHostAsync(string folder, int port, string executable = ApplicationName)
    {
        var worker = Start(folder, executable, new Uri($"http://127.0.0.1:{port}"), new()
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString(),
            ["FUNCTIONS_APP_ROOT_PATH"] = folder,
            // What a container may set for other servers.
            ["ASPNETCORE_HTTP_PORTS"] = "1",
        });
        await Eventually.TrueAsync(worker.AnswersAsync, "the application answers the probe");
        return worker;
    }

    /// <summary>Starts the sample application alone, on a free port that its log tells.</summary>
    public static async Task<(WorkerProcess Worker, HttpClient Http)> StartAloneAsync(Dictionary<string, string> settings)
    {
        settings = new(settings) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };
        var worker = Start(BuiltFolder, ApplicationName, new Uri("http://127.0.0.1"), settings);
        const string Announcement = "Now listening on: ";
        string? address = null;
        await Eventually.TrueAsync(
            () => (address = worker.Output.FirstOrDefault(line => line.Contains(Announcement))) is not null || worker.process.HasExited,
            "the application tells its address");
        Assert.True(address is not null, string.Join('\n', worker.Output.Concat(worker.Errors)));
        return (worker, new HttpClient { BaseAddress = new Uri(address.Split(Announcement)[1]) });
    }

    /// <summary>Ends the process as the host does: by SIGKILL.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static WorkerProcess Start(string folder, string executable, Uri address, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, executable))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(start)!, address);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(process.HasExited, string.Join('\n', output.Concat(errors)));
        try
        {
            using var response = await Http.GetAsync("/", TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
