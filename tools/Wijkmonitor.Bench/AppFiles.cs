using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>Where the applications lie that are measured as processes.</summary>
internal static class AppFiles
{
    private const string Own = "Wijkmonitor.Bench";
    private static readonly string Published = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "bench"));

    // As the command publish has it.
    private static readonly string[] AsDeployed = ["--runtime", "linux-x64", "--self-contained", "-p:PublishReadyToRun=true"];

    /// <summary>The executable of another project, built beside this one.</summary>
    public static string Built(string project) =>
        Path.Combine(AppContext.BaseDirectory.Replace(Own, project, StringComparison.Ordinal), Executable(project));

    /// <summary>What is deployed of the function app: what <c>./wijkmonitor publish</c> makes, and nothing else.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; the message says why.</exception>
    public static async Task<Package> PublishMonitorAsync(CancellationToken cancellationToken)
    {
        DemandLinux();
        var folder = Path.Combine(Published, "app");
        await RunAsync(RepositoryFolder.File("wijkmonitor"), ["publish", folder], cancellationToken);
        return new Package(Path.Combine(folder, "Wijkmonitor.Functions"), folder, folder + ".zip");
    }

    /// <summary>Another application, published with the options of <c>./wijkmonitor publish</c>.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; the message says why.</exception>
    public static async Task<Package> PublishAsync(string projectFolder, CancellationToken cancellationToken)
    {
        DemandLinux();
        var project = Path.GetFileName(projectFolder);
        var folder = Path.Combine(Published, project);
        var package = new Package(Path.Combine(folder, project), folder, folder + ".zip");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await RunAsync(
            "dotnet",
            ["publish", projectFolder, "--configuration", "Release", "--verbosity", "quiet", "-clp:NoSummary", .. AsDeployed, "--output", folder],
            cancellationToken);
        File.Delete(package.Zip);
        await ZipFile.CreateFromDirectoryAsync(folder, package.Zip, CompressionLevel.Optimal, includeBaseDirectory: false, cancellationToken);
        return package;
    }

    private static void DemandLinux()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new InvalidOperationException("What is deployed runs on Linux on x64 only.");
        }
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed:\n{await output}{await errors}");
        }
    }

    private static string Executable(string project) => OperatingSystem.IsWindows() ? project + ".exe" : project;
}

/// <summary>An application as it is deployed.</summary>
/// <param name="Executable">What is started.</param>
/// <param name="Folder">The folder that it lies in.</param>
/// <param name="Zip">The same as a zip.</param>
internal sealed record Package(string Executable, string Folder, string Zip)
{
    /// <summary>The size of the zip.</summary>
    public long ZipBytes => new FileInfo(Zip).Length;

    /// <summary>The size of all files of the folder.</summary>
    public long Bytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
