namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Finds what breaks a rule. Each rule is used once on the code, and once on something that breaks it.</summary>
internal static class Rules
{
    /// <summary>Uses of a library outside the folders that may use it.</summary>
    public static IReadOnlyList<Dependency> UsesOutside(CompiledCode code, string library, params string[] folders) =>
        [.. code.Dependencies.Where(used => CompiledCode.IsWithin(used.ToNamespace, library)
            && !Array.Exists(folders, folder => IsUnder(code.GetFolder(used.FromNamespace)!, folder)))];

    /// <summary>Folders that are in no layer, or in two.</summary>
    public static IReadOnlyList<string> FoldersWithoutALayer(CompiledCode code, string[][] layers) =>
        [.. code.Types.Select(type => code.GetFolder(type.Namespace!)!).Distinct()
            .Where(folder => layers.Count(layer => Array.Exists(layer, pattern => Matches(folder, pattern))) != 1)];

    /// <summary>Uses of another folder in the same layer or a higher one. Folders that one pattern stands for are no concern of this rule.</summary>
    public static IReadOnlyList<Dependency> Upwards(CompiledCode code, string[][] layers) =>
        [.. code.Dependencies.Where(used => code.GetFolder(used.ToNamespace) is { } to && IsUpwards(layers, code.GetFolder(used.FromNamespace)!, to))];

    /// <summary>Types outside the folders below a parent that use types in them.</summary>
    public static IReadOnlyList<string> UsersOfChildren(IEnumerable<Dependency> dependencies, CompiledCode code, string parent) =>
        [.. dependencies.Where(used => GetChild(code.GetFolder(used.ToNamespace), parent) is not null
            && GetChild(code.GetFolder(used.FromNamespace), parent) is null)
            .Select(used => used.From).Distinct(StringComparer.Ordinal)];

    /// <summary>Uses of one folder below another by its neighbour.</summary>
    public static IReadOnlyList<Dependency> BetweenNeighbours(CompiledCode code, string parent) =>
        [.. code.Dependencies.Where(used =>
            GetChild(code.GetFolder(used.FromNamespace), parent) is { } from && GetChild(code.GetFolder(used.ToNamespace), parent) is { } to && from != to)];

    /// <summary>The first folder below a parent that a folder is or is in; null where it is elsewhere.</summary>
    public static string? GetChild(string? folder, string parent) =>
        folder?.StartsWith(parent + "/", StringComparison.Ordinal) == true ? folder[(parent.Length + 1)..].Split('/')[0] : null;

    /// <summary>Classes that others could derive from and none does.</summary>
    public static IReadOnlyList<string> Unsealed(IReadOnlyList<Type> types) =>
        [.. types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !types.Any(other => other.BaseType == type))
            .Select(type => type.FullName!)];

    /// <summary>Types whose name says nothing of what they do.</summary>
    public static IReadOnlyList<string> VagueNames(IReadOnlyList<Type> types) =>
        [.. types.Select(type => type.Name.Split('`')[0]).Where(name =>
            Array.Exists(["Helper", "Helpers", "Manager", "Managers", "Util", "Utils"], end => name.EndsWith(end, StringComparison.Ordinal)))];

    private static bool IsUpwards(string[][] layers, string from, string to) =>
        GetLayer(layers, to) is var used && GetLayer(layers, from) is var user && (used > user || (used == user && from != to && layers[used].Contains(to)));

    private static int GetLayer(string[][] layers, string folder) => Array.FindIndex(layers, layer => Array.Exists(layer, pattern => Matches(folder, pattern)));

    private static bool Matches(string folder, string pattern) => pattern.EndsWith("/*", StringComparison.Ordinal)
        ? folder.StartsWith(pattern[..^1], StringComparison.Ordinal) : folder == pattern;

    private static bool IsUnder(string folder, string outer) => folder == outer || folder.StartsWith(outer + "/", StringComparison.Ordinal);
}
