using System.Diagnostics;
using System.Text.Json;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Content of a Bicep file, as <c>bicep-facts.mjs</c> reads it.</summary>
public sealed record BicepFile(
    string File,
    string Using,
    IReadOnlyList<BicepError> Errors,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyList<BicepVariable> Variables,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<BicepOutput> Outputs,
    IReadOnlyList<BicepReference> References,
    IReadOnlyList<OutputUse> OutputsUsed)
{
    private static readonly Lazy<List<BicepFile>> Files = new(ReadAll);

    /// <summary>All files below <c>infra/</c>.</summary>
    public static IReadOnlyList<BicepFile> All => Files.Value;

    /// <summary>The files that declare resources.</summary>
    public static IEnumerable<BicepFile> Templates => All.Where(file => file.Using.Length == 0);

    /// <summary>The files with the values of an environment.</summary>
    public static IEnumerable<BicepFile> Environments => All.Where(file => file.Using.Length > 0);

    /// <summary>The file's name below <c>infra/</c>.</summary>
    public string Name => Path.GetRelativePath(Folder, File);

    /// <summary>Everything that the file gives a name to.</summary>
    public IEnumerable<string> Declared =>
        [.. Parameters.Select(p => p.Name), .. Variables.Select(v => v.Name), .. Resources.Select(r => r.Name), .. Modules.Select(m => m.Name)];

    private static string Folder => RepositoryFolder.File("infra");

    /// <summary>The file with this name below <c>infra/</c>.</summary>
    public static BicepFile Named(string name) => All.Single(file => file.Name == name);

    /// <summary>The file that a module of this one is.</summary>
    public BicepFile FindModule(BicepModule module) => Named(Path.GetRelativePath(Folder, Path.Combine(Path.GetDirectoryName(File)!, module.Path)));

    /// <summary>Reads text as a template, to see that a rule can fail.</summary>
    public static BicepFile Parse(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("wijkmonitor-").FullName, "example.bicep");
        System.IO.File.WriteAllText(file, text);
        try
        {
            return Read([file]).Single();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static List<BicepFile> ReadAll() => Read(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam").Order(StringComparer.Ordinal));

    private static List<BicepFile> Read(IEnumerable<string> files)
    {
        var script = RepositoryFolder.File("tests", "Wijkmonitor.Infra.Tests", "bicep-facts.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. files]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var facts = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<List<BicepFile>>(facts, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A place that the grammar does not understand.</summary>
public sealed record BicepError(int Line, string Text);

/// <summary>A parameter.</summary>
public sealed record BicepParameter(string Name, int Line, bool Described, bool Secure, bool HasDefault);

/// <summary>A variable, or in a file of an environment the value of a parameter; with its members by path where it is an object.</summary>
public sealed record BicepVariable(string Name, int Line, IReadOnlyDictionary<string, string> Members, string Text);

/// <summary>A resource with its values by path.</summary>
public sealed record BicepResource(string Name, int Line, string Type, string Version, bool Existing, IReadOnlyDictionary<string, string> Values);

/// <summary>A module that is used, with the parameters that it is given.</summary>
public sealed record BicepModule(string Name, int Line, string Path, IReadOnlyList<string> Parameters);

/// <summary>An output.</summary>
public sealed record BicepOutput(string Name, int Line, bool Described, string Text);

/// <summary>A name that is used.</summary>
public sealed record BicepReference(string Name, int Line);

/// <summary>An output of a module that is used.</summary>
public sealed record OutputUse(string Module, string Output);
