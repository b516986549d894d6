namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Imports between files or folders of source text.</summary>
internal static class ImportGraph
{
    /// <summary>Finds a way from each member back to itself; none where the imports have no cycles.</summary>
    public static IReadOnlyList<string> FindCycles(IReadOnlyCollection<(string From, string To)> imports)
    {
        var targets = imports.Where(import => import.From != import.To).ToLookup(import => import.From, import => import.To, StringComparer.Ordinal);
        return [.. targets.Select(source => source.Key).Where(member => Reaches(member, member, targets, [])).Order(StringComparer.Ordinal)];
    }

    private static bool Reaches(string from, string sought, ILookup<string, string> targets, HashSet<string> visited) =>
        targets[from].Any(to => to == sought || (visited.Add(to) && Reaches(to, sought, targets, visited)));
}
