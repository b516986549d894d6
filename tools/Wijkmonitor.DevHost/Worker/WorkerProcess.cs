using System.Diagnostics;

namespace Wijkmonitor.DevHost.Worker;

/// <summary>The process of a worker. It ends with this process, however that ends.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Announces to the worker that the host checks keys.</summary>
    public const string ChecksKeysVariable = "WIJKMONITOR_DEVHOST_CHECKS_KEYS";

    private const int MaxLastLines = 40;

    // Where its standard input ends, the host is gone, and so is the worker then.
    private const string EndWithHost = "read -r _; kill -9 \"$0\"";

    private readonly Process process;
    private readonly Process? watch;
    private readonly Queue<string> lastLines = [];
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(ProcessStartInfo start, HostLog log)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => End();
        process.OutputDataReceived += (_, line) => Pass(line.Data, log.WriteLine);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, Console.Error.WriteLine);
        process.Start();
        Id = process.Id;
        watch = OperatingSystem.IsWindows() ? null : StartWatch(Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        log.WriteLine($"Worker started: {Id}");
    }

    public int Id { get; }

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Ends when the process has ended.</summary>
    public Task Exited => exited.Task;

    /// <summary>Starts the worker of an app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="workerId">The id by which it calls in.</param>
    /// <param name="endpoint">Address that it calls.</param>
    /// <param name="checksKeys">Whether the host checks keys.</param>
    /// <param name="log">Log of its output.</param>
    public static WorkerProcess Start(PublishedApp app, string workerId, Uri endpoint, bool checksKeys, HostLog log)
    {
        var start = new ProcessStartInfo(app.Executable)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.Folder,
        };
        string[] arguments =
        [
            .. app.WorkerFile is { } file ? [file] : Array.Empty<string>(),
            "--functions-uri", endpoint.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id", workerId,
            "--functions-grpc-max-message-length", "2147483647",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder;
        start.Environment.Remove(ChecksKeysVariable);
        if (checksKeys)
        {
            start.Environment[ChecksKeysVariable] = "true";
        }
        else
        {
            // The app takes it for App Service, where keys are checked.
            start.Environment.Remove("WEBSITE_SITE_NAME");
        }

        return new WorkerProcess(start, log);
    }

    /// <summary>Reads the last lines that it wrote; complete once it has ended.</summary>
    public async Task<string> ReadLastLinesAsync()
    {
        if (HasExited)
        {
            await process.WaitForExitAsync();
        }

        lock (lastLines)
        {
            return string.Join(Environment.NewLine, lastLines);
        }
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        process.Dispose();
        watch?.Dispose();
    }

    private void End()
    {
        watch?.Kill();
        exited.TrySetResult();
    }

    private static Process StartWatch(int worker) => Process.Start(new ProcessStartInfo("sh")
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        ArgumentList = { "-c", EndWithHost, $"{worker}" },
    })!;

    private void Pass(string? line, Action<string> write)
    {
        if (line is null || IsOwnAnnouncement(line))
        {
            return;
        }

        lock (lastLines)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > MaxLastLines)
            {
                lastLines.Dequeue();
            }
        }

        write(line);
    }

    // The worker listens for this host only, so that its address would mislead; the first line is the header of the second.
    private static bool IsOwnAnnouncement(string line) =>
        line.EndsWith("Microsoft.Hosting.Lifetime[14]", StringComparison.Ordinal) || line.Contains("Now listening on: ", StringComparison.Ordinal);
}
