using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>The function apps that are measured, each as it is deployed.</summary>
/// <remarks>The floors are apps of their own, so that no code of the benchmarks is in the package of the monitor.</remarks>
internal static class AppFiles
{
    private static readonly string Artifacts = RepositoryFolder.File("artifacts");

    // As the command publish has it.
    private static readonly string[] PublishOptions = ["--runtime", "linux-x64", "--no-self-contained", "-p:PublishReadyToRun=true"];
    private static Task<Package>? emptyApp;
    private static Task<Package>? bareReader;

    /// <summary>Gets the monitor, which <c>./wijkmonitor bench</c> publishes before it measures.</summary>
    /// <exception cref="InvalidOperationException">It was not published.</exception>
    public static Package Monitor
    {
        get
        {
            var package = new Package(Path.Combine(Artifacts, "app"));
            return File.Exists(package.Zip) ? package : throw new InvalidOperationException($"There is no {package.Zip}: start the benchmarks by ./wijkmonitor bench, which makes it.");
        }
    }

    /// <summary>Gets the function app that does nothing; it is published once a run.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; the message says why.</exception>
    public static Task<Package> GetEmptyAppAsync(CancellationToken cancellationToken) =>
        emptyApp ??= PublishAsync("Wijkmonitor.Bench.EmptyApp", cancellationToken);

    /// <summary>Gets the function app that reads a stored scorecard and passes it on; it is published once a run.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; the message says why.</exception>
    public static Task<Package> GetBareReaderAsync(CancellationToken cancellationToken) =>
        bareReader ??= PublishAsync("Wijkmonitor.Bench.BareReader", cancellationToken);

    private static async Task<Package> PublishAsync(string project, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new InvalidOperationException("What is deployed runs on Linux on x64 only.");
        }

        var package = new Package(Path.Combine(Artifacts, "bench", project));
        if (Directory.Exists(package.Folder))
        {
            Directory.Delete(package.Folder, recursive: true);
        }

        await RunAsync(
            "dotnet",
            [
                "publish", RepositoryFolder.File("tools", project), "--configuration", "Release", "--verbosity", "quiet", "-clp:NoSummary", .. PublishOptions,
                "--output", package.Folder,
            ],
            cancellationToken);
        File.Delete(package.Zip);
        await ZipFile.CreateFromDirectoryAsync(package.Folder, package.Zip, CompressionLevel.Optimal, includeBaseDirectory: false, cancellationToken);
        return package;
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed:\n{await output}{await errors}");
        }
    }
}

/// <summary>A published function app, with a zip of it next to its folder.</summary>
/// <param name="Folder">The folder.</param>
internal sealed record Package(string Folder)
{
    /// <summary>Gets the path of the zip.</summary>
    public string Zip => Folder + ".zip";

    /// <summary>Gets the size of the zip.</summary>
    public long ZipBytes => new FileInfo(Zip).Length;

    /// <summary>Gets the size of all files of the folder.</summary>
    public long Bytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Starts it under the local host, which checks no keys.</summary>
    /// <param name="settings">Its app settings.</param>
    /// <param name="log">Writer of the output; it is not disposed of.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<FunctionHost> StartAsync(IReadOnlyDictionary<string, string> settings, TextWriter? log = null, CancellationToken cancellationToken = default) =>
        FunctionHost.StartAsync(Folder, settings, keys: null, log, cancellationToken: cancellationToken);
}
