using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Imports between the folders of the tools. Files at the root of a tool compose it and are no concern of these rules.</summary>
public sealed partial class ToolImportTests
{
    private static IReadOnlyList<(string From, string To)> Imports { get; } = [.. ReadImports()];

    [Fact]
    public void Folders_of_the_tools_have_no_cycles() => Assert.Empty(ImportGraph.FindCycles(Imports));

    [Fact]
    public void No_tool_uses_another_but_the_one_that_starts_processes() => Assert.DoesNotContain(
        Imports, import => GetTool(import.To) != GetTool(import.From) && GetTool(import.To) != "Local");

    [Fact]
    public void All_imports_are_read()
    {
        Assert.Contains(("Wijkmonitor.Bench.Serving", "Wijkmonitor.Bench.Measuring"), Imports);
        Assert.Contains(("Wijkmonitor.DevHost.Http", "Wijkmonitor.DevHost.Worker"), Imports);
    }

    private static string GetTool(string name) => name.Split('.')[1];

    private static IEnumerable<(string From, string To)> ReadImports()
    {
        var files = Directory.EnumerateFiles(RepositoryFolder.File("tools"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).Where(text => Namespace().IsMatch(text)).ToList();
        var names = files.Select(text => Namespace().Match(text).Value).ToHashSet(StringComparer.Ordinal);
        return files.SelectMany(text => Using().Matches(text).Select(used => (Namespace().Match(text).Value, used.Value)))
            .Where(import => names.Contains(import.Item2))
            .Distinct();
    }

    [GeneratedRegex(@"(?<=^namespace )[\w.]+(?=;)", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<=^using )[\w.]+(?=;)", RegexOptions.Multiline, 1000)]
    private static partial Regex Using();
}
