using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wijkmonitor.Local;

/// <summary>A published function app on the local Functions host (tools/Wijkmonitor.DevHost), as a child process on a port of this machine.</summary>
public sealed partial class FunctionHost : IAsyncDisposable
{
    private const string Program = "Wijkmonitor.DevHost";
    private const int MaxLastLines = 60;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly TextWriter log;
    private readonly HostKeys? keys;
    private readonly Queue<string> lastLines = [];
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int workerId;

    private FunctionHost(ProcessStartInfo start, HostKeys? keys, TextWriter? log)
    {
        this.keys = keys;
        this.log = TextWriter.Synchronized(log ?? TextWriter.Null);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The function app did not start."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets the address at which it listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>Gets a client of it, which sends no key.</summary>
    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Gets the process id of the host.</summary>
    public int HostId => process.Id;

    /// <summary>Gets the process id of the current worker.</summary>
    public int WorkerId => workerId;

    /// <summary>Gets a value indicating whether the host has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts the host and waits until the app can serve.</summary>
    /// <param name="folder">The published app.</param>
    /// <param name="settings">Its app settings.</param>
    /// <param name="keys">The keys that are checked; null for none.</param>
    /// <param name="log">Writer of the output; it is not disposed of.</param>
    /// <param name="port">The port that it listens on; 0 for one that the system chooses.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StartException">It ended, or did not listen in time; the message holds its last output.</exception>
    public static async Task<FunctionHost> StartAsync(
        string folder, IReadOnlyDictionary<string, string> settings, HostKeys? keys = null, TextWriter? log = null, int port = 0,
        CancellationToken cancellationToken = default)
    {
        var host = new FunctionHost(StartInfo(folder, settings, keys, port), keys, log);
        await host.WaitUntilReadyAsync(host.address.Task, cancellationToken);
        host.Client.BaseAddress = await host.address.Task;
        return host;
    }

    /// <summary>Starts the app on Azure Functions Core Tools in place of the local host, and waits until it answers.</summary>
    /// <param name="folder">The published app.</param>
    /// <param name="settings">Its app settings.</param>
    /// <param name="storage">The connection string of the storage in which the host keeps its own state.</param>
    /// <param name="log">Writer of the output; it is not disposed of.</param>
    /// <param name="port">The port that it listens on; 0 for one that is free.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StartException">Core Tools are not installed, or the app ended or did not answer in time; the message says which.</exception>
    public static async Task<FunctionHost> StartOnCoreToolsAsync(
        string folder, IReadOnlyDictionary<string, string> settings, string storage, TextWriter? log = null, int port = 0,
        CancellationToken cancellationToken = default)
    {
        var start = CoreTools.StartInfo(folder, storage, port, out var address);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        FunctionHost host;
        try
        {
            host = new FunctionHost(start, keys: null, log);
        }
        catch (Win32Exception error)
        {
            throw new StartException(
                "Azure Functions Core Tools (func) are not installed here: install version 4, or leave out --func.",
                "Azure Functions Core Tools (func) zijn hier niet geïnstalleerd: installeer versie 4, of laat --func weg.",
                error);
        }

        host.Client.BaseAddress = address;
        return await host.WaitUntilReadyAsync(CoreTools.WaitUntilReadyAsync(host.Client, cancellationToken), cancellationToken);
    }

    /// <summary>Runs a function that has no HTTP trigger, as an administrator would; it returns before the function has run.</summary>
    /// <exception cref="HttpRequestException">There is no such function.</exception>
    public Task TriggerAsync(string function, CancellationToken cancellationToken = default) =>
        PostAsync($"/admin/functions/{function}", """{"input":""}""", cancellationToken);

    /// <summary>Replaces the worker, as an administrator would; requests that follow wait for the new one.</summary>
    public Task RestartAsync(CancellationToken cancellationToken = default) => PostAsync("/admin/host/restart", "{}", cancellationToken);

    /// <summary>Kills the worker alone; the host starts another one.</summary>
    public async Task KillWorkerAsync()
    {
        var id = WorkerId;
        using var worker = Process.GetProcessById(id);
        worker.Kill();
        await WaitForEndAsync(id, isWaitedFor: true);
    }

    /// <summary>Kills the host alone, and waits until its worker has noticed and ended too.</summary>
    public async Task KillHostAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await WaitForEndAsync(WorkerId, isWaitedFor: false);
    }

    /// <summary>Kills host and worker, as a machine that fails does.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await WaitForEndAsync(WorkerId, isWaitedFor: false);
    }

    /// <summary>Asks the host to end (SIGTERM) and waits for it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            process.StandardInput.Close();
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", HostId.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        // This also waits until all that it printed has been read.
        await process.WaitForExitAsync();
        process.Dispose();
        await log.FlushAsync();
    }

    // The address is known to fail where the process ends.
    private async Task<FunctionHost> WaitUntilReadyAsync(Task ready, CancellationToken cancellationToken)
    {
        try
        {
            var first = await Task.WhenAny(ready, address.Task).WaitAsync(StartLimit, cancellationToken);
            await first;
            return this;
        }
        catch (Exception error)
        {
            await DisposeAsync();
            if (error is OperationCanceledException)
            {
                throw;
            }

            var output = string.Join('\n', lastLines);
            throw new StartException($"The function app did not start. Its last output:\n{output}",
                $"De function-app is niet gestart. De laatste uitvoer:\n{output}", error);
        }
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> settings, HostKeys? keys, int port)
    {
        var start = new ProcessStartInfo(FindProgram(), ["--app", Path.GetFullPath(folder), "--url", FormattableString.Invariant($"http://127.0.0.1:{port}"),
            "--end-with-input"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (option, key) in new[] { ("--function-key", keys?.Function), ("--host-key", keys?.Host), ("--master-key", keys?.Master) })
        {
            if (key is not null)
            {
                start.ArgumentList.Add(option);
                start.ArgumentList.Add(key);
            }
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // Builds are next to each other in artifacts/bin, by project and configuration.
    private static string FindProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var file = OperatingSystem.IsWindows() ? Program + ".exe" : Program;
        string[] places = [Path.Combine(own.FullName, "..", "..", Program, own.Name, file),
            RepositoryFolder.File("artifacts", "bin", Program, "release", file)];
        return Array.Find(places, File.Exists) ?? throw new StartException(
            $"The local host was not built: there is no {Path.GetFullPath(places[0])}.",
            $"De lokale host is niet gebouwd: {Path.GetFullPath(places[0])} ontbreekt.");
    }

    // A process that has ended is still there as a zombie until its parent notices, or for good where nobody waits for it.
    private static async Task WaitForEndAsync(int id, bool isWaitedFor)
    {
        var status = $"/proc/{id}/stat";
        if (!OperatingSystem.IsLinux())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            return;
        }

        for (var isRunning = true; isRunning;)
        {
            try
            {
                var text = await File.ReadAllTextAsync(status);
                isRunning = isWaitedFor || !text[(text.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
            catch (IOException)
            {
                return;
            }
        }
    }

    private async Task PostAsync(string path, string json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (keys?.Master is { } master)
        {
            request.Headers.Add("x-functions-key", master);
        }

        using var response = await Client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private void Read(string? line)
    {
        if (line is null)
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

        log.WriteLine(line);
        if (WorkerStarted().Match(line) is { Success: true } started)
        {
            workerId = int.Parse(started.Groups["id"].ValueSpan, CultureInfo.InvariantCulture);
        }
        else if (Listening().Match(line) is { Success: true } listening)
        {
            address.TrySetResult(new Uri(listening.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"^Worker started: (?<id>\d+)$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WorkerStarted();

    [GeneratedRegex(@"^Now listening on: (?<address>http://\S+)$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Listening();
}
