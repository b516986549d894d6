using System.Diagnostics;

namespace Wijkmonitor.Bench;

/// <summary>Where the applications lie that are measured as processes.</summary>
internal static class AppFiles
{
    private const string Own = "Wijkmonitor.Bench";

    /// <summary>The executable of another project, built beside this one.</summary>
    public static string Built(string project) =>
        Path.Combine(AppContext.BaseDirectory.Replace(Own, project, StringComparison.Ordinal), Executable(project));

    /// <summary>The executable of a project, published anew with the options of <c>./wijkmonitor publish</c>.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; the message says why.</exception>
    public static async Task<string> PublishAsync(string projectFolder, CancellationToken cancellationToken)
    {
        var project = Path.GetFileName(projectFolder);
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "bench", project));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { "publish", projectFolder, "--configuration", "Release", "--verbosity", "quiet", "-clp:NoSummary", "--output", folder },
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0
            ? Path.Combine(folder, Executable(project))
            : throw new InvalidOperationException($"{project} could not be published:\n{output}");
    }

    private static string Executable(string project) => OperatingSystem.IsWindows() ? project + ".exe" : project;
}
