using System.Diagnostics;
using System.Reflection;
using System.Text;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>The Bicep compiler, from its package. It runs without a network.</summary>
internal static class BicepCompiler
{
    /// <summary>The variable with the path of a compiler to use instead, where the package's does not run.</summary>
    private const string PathVariable = "WIJKMONITOR_BICEP";

    private static readonly string[] FixedContext =
    [
        "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002", "--location", "westeurope",
    ];

    private static readonly string Compiler = Find();

    /// <summary>Gets the folder of the templates.</summary>
    public static string Folder { get; } = RepositoryFolder.File("infra");

    /// <summary>Gets the path of a template from a folder like those that values are written to: the compiler takes no other than a relative one.</summary>
    public static string GetPathFromTemporaryFolder(string template) =>
        Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "wijkmonitor-"), Path.Combine(Folder, template));

    /// <summary>Gets all files below <c>infra/</c> with an extension.</summary>
    public static IReadOnlyList<string> GetFiles(string extension) =>
        [.. Directory.EnumerateFiles(Folder, "*" + extension, SearchOption.AllDirectories).Where(file => Path.GetExtension(file) == extension)
            .Order(StringComparer.Ordinal)];

    /// <summary>Compiles a template.</summary>
    public static CompiledTemplate Build(string file) => CompiledTemplate.Parse(Run("build", file, "--stdout").Output);

    /// <summary>Compiles a template that is given as text, as a file of that name in a folder of its own.</summary>
    public static CompiledTemplate BuildText(string text)
    {
        using var folder = new TemporaryFolder();
        return Build(folder.Write("example.bicep", text));
    }

    /// <summary>Compiles the values of an environment.</summary>
    public static CompilerResult BuildParameters(string file) => Run("build-params", file, "--stdout");

    /// <summary>Gets what the compiler and its linter say about a file.</summary>
    public static CompilerResult Lint(string file) => Run("lint", file);

    /// <summary>Gets the resources that a deployment with some values would make, with every expression worked out that Azure need not work out.</summary>
    public static Deployment Predict(string name, string parameters, string group = "rg-example")
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(name + ".bicepparam", parameters);
        var result = Run(["snapshot", file, "--mode", "overwrite", "--resource-group", group, .. FixedContext]);
        Assert.True(result.ExitCode == 0, result.Diagnostics);
        return Deployment.Parse(name, File.ReadAllText(Path.ChangeExtension(file, ".snapshot.json")));
    }

    private static CompilerResult Run(params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Compiler, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        })!;
        var diagnostics = new StringBuilder();
        process.ErrorDataReceived += (_, line) => diagnostics.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CompilerResult(process.ExitCode, output, diagnostics.ToString().TrimEnd());
    }

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable)
            ?? typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == nameof(BicepCompiler)).Value!;
        Assert.True(File.Exists(path), $"The Bicep compiler is not in {path}; restore the packages, or name another one in {PathVariable}.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }

        return path;
    }
}

/// <summary>Messages of the compiler.</summary>
/// <param name="ExitCode">0 where there is no error.</param>
/// <param name="Output">Output of the compiler.</param>
/// <param name="Diagnostics">Its errors and warnings.</param>
internal sealed record CompilerResult(int ExitCode, string Output, string Diagnostics);

/// <summary>A folder that is removed when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wijkmonitor-");

    /// <summary>Gets where it is.</summary>
    public string Path => folder.FullName;

    /// <summary>Reads a file in it.</summary>
    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(folder.FullName, name));

    /// <summary>Writes a file in it.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
