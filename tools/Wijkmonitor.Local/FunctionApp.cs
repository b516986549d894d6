using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Wijkmonitor.Local;

/// <summary>The function app as a child process on a port that the system chose, standing alone or from a published folder.</summary>
public sealed partial class FunctionApp : IAsyncDisposable
{
    // The app does not watch who started it. This shell does: when its standard input closes, the starter is gone and the app ends too.
    private const string EndsWithItsStarter =
        "exec 3<&0; \"$0\" </dev/null 3<&- & app=$!; (cat <&3; kill -9 $app) >/dev/null 2>&1 & watch=$!; exec 3<&-; wait $app; code=$?; kill $watch 2>/dev/null; exit $code";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly TextWriter log;

    private FunctionApp(Process process, TextWriter log, Uri address)
    {
        this.process = process;
        this.log = log;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client of it.</summary>
    public HttpClient Client { get; }

    /// <summary>The id of the process that was started: the shell that starts the app, and on Windows the app itself.</summary>
    public int StarterId => process.Id;

    /// <summary>Whether its process has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts the app and waits until it listens.</summary>
    /// <param name="executable">The app.</param>
    /// <param name="settings">Its app settings.</param>
    /// <param name="log">Where its output goes; it is not disposed of.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not listen in time; the message holds its last output.</exception>
    public static async Task<FunctionApp> StartAsync(
        string executable, IReadOnlyDictionary<string, string> settings, TextWriter? log = null, CancellationToken cancellationToken = default)
    {
        log = TextWriter.Synchronized(log ?? TextWriter.Null);
        var process = Process.Start(StartInfo(executable, settings)) ?? throw new InvalidOperationException($"{executable} did not start.");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lastLines = new Queue<string>();
        void Take(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (lastLines)
            {
                lastLines.Enqueue(line);
                if (lastLines.Count > 40)
                {
                    lastLines.Dequeue();
                }
            }

            log.WriteLine(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                address.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }

        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The function app ended at its start."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new FunctionApp(process, log, await address.Task.WaitAsync(StartLimit, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await EndAsync(process);
            lock (lastLines)
            {
                throw new InvalidOperationException($"{e.Message} Its last output:\n{string.Join('\n', lastLines)}", e);
            }
        }
    }

    /// <summary>Runs a function that has no HTTP trigger, as an administrator would; it answers before the function has run.</summary>
    public async Task TriggerAsync(string function, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent("""{"input":""}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync(new Uri($"/admin/functions/{function}", UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Ends the process at once, as a machine that fails does.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await EndAsync(process);
        await log.FlushAsync();
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        // This also waits until all that it printed has been read.
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string executable, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? executable : "sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(executable))!,
        };
        if (!OperatingSystem.IsWindows())
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(EndsWithItsStarter);
            start.ArgumentList.Add(executable);
        }

        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
