using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Imports between the source files of the dashboard (docs/architecture.md).</summary>
public sealed partial class DashboardImportTests
{
    // A folder imports those before it in this list and its own files; what is at the root is named by itself.
    private static readonly string[] Layers = ["api", "text", "router", "parts", "views", "app", "main"];

    private static readonly string Sources = RepositoryFolder.File("src", "Wijkmonitor.Functions", "Dashboard", "src");

    private static IReadOnlyList<(string From, string To)> Imports { get; } = [.. ReadImports()];

    [Fact]
    public void Files_of_the_dashboard_have_no_cycles() => Assert.Empty(ImportGraph.FindCycles(Imports));

    [Fact]
    public void A_folder_of_the_dashboard_imports_none_in_a_higher_layer() => Assert.Empty(FindUpwards(Imports));

    [Fact]
    public void A_cycle_and_an_upward_import_are_found()
    {
        (string From, string To)[] imports = [("views/area/area", "views/area/bars"), ("views/area/bars", "views/area/area"), ("parts/why", "views/area/area")];

        Assert.Equal(["views/area/area", "views/area/bars"], ImportGraph.FindCycles(imports));
        Assert.Equal(["parts/why imports views/area/area"], FindUpwards(imports));
    }

    [Fact]
    public void All_imports_are_read()
    {
        Assert.True(Imports.Count > 150);
        Assert.Contains(("views/area/kind-section", "api/http"), Imports);
        Assert.All(Imports, import => Assert.NotEqual(-1, GetLayer(import.To)));
    }

    private static string[] FindUpwards(IEnumerable<(string From, string To)> imports) =>
        [.. imports.Where(import => GetLayer(import.To) > GetLayer(import.From)).Select(import => $"{import.From} imports {import.To}")];

    private static int GetLayer(string file) => Array.IndexOf(Layers, file.Split('/')[0]);

    private static IEnumerable<(string From, string To)> ReadImports() =>
        from path in Directory.EnumerateFiles(Sources, "*.ts*", SearchOption.AllDirectories)
        from Match import in Import().Matches(File.ReadAllText(path))
        select (GetName(path), GetName(Path.GetFullPath(import.Groups["path"].Value, Path.GetDirectoryName(path)!)));

    private static string GetName(string path) => Path.ChangeExtension(Path.GetRelativePath(Sources, path), null)!.Replace('\\', '/');

    // Style sheets and the vocabulary are not code.
    [GeneratedRegex("""(?:from|import) ?\(?"(?<path>\.[^"]+)(?<!\.css|\.json)";?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();
}
