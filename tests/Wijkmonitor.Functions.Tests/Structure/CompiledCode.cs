using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Wijkmonitor.Indicators.Areas;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>A compiled project: its types, and what they use.</summary>
internal sealed class CompiledCode
{
    private CompiledCode(Assembly assembly, string root)
    {
        Root = root;
        Assembly = assembly;
        Architecture = new ArchLoader().LoadAssemblies(assembly).Build();
        Dependencies = [.. Architecture.Types.Where(type => IsIn(type.Namespace?.FullName, root))
            .SelectMany(type => type.Dependencies.Where(used => used.Target is not GenericParameter)
                .Select(used => new Dependency(type.Namespace.FullName, type.FullName, GetNamespace(used.Target), used.Target.FullName)))
            .Distinct()];
    }

    /// <summary>The domain.</summary>
    public static CompiledCode Domain { get; } = new(typeof(AreaCode).Assembly, "Wijkmonitor.Indicators");

    /// <summary>The function app.</summary>
    public static CompiledCode App { get; } = new(typeof(Functions.Configuration.BuiltInConfiguration).Assembly, "Wijkmonitor.Functions");

    /// <summary>A few types of the tests that break the rules.</summary>
    public static CompiledCode Fixtures { get; } = new(typeof(CompiledCode).Assembly, "Wijkmonitor.Functions.Tests.Structure.Fixtures");

    /// <summary>The namespace of the project.</summary>
    public string Root { get; }

    /// <summary>The project, for rules that ArchUnitNET checks.</summary>
    public Architecture Architecture { get; }

    /// <summary>Dependencies between the types in folders of a project; those at its root compose it.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; }

    /// <summary>The types that somebody wrote.</summary>
    public IReadOnlyList<Type> Types => [.. Assembly.GetTypes().Where(type =>
        IsIn(type.Namespace, Root) && type.DeclaringType is null && !type.Name.Contains('<', StringComparison.Ordinal))];

    private Assembly Assembly { get; }

    /// <summary>The folder of a namespace, with slashes; null where it is none of the project.</summary>
    public string? GetFolder(string name) => IsIn(name, Root) ? name[(Root.Length + 1)..].Replace('.', '/') : null;

    /// <summary>Whether a namespace is another one or is in it.</summary>
    public static bool IsWithin(string name, string outer) => name == outer || IsIn(name, outer);

    private static bool IsIn(string? name, string root) => name?.StartsWith(root + ".", StringComparison.Ordinal) == true;

    // Of a type of another assembly that is not loaded only its full name is known.
    private static string GetNamespace(IType type) => type.Namespace?.FullName is { Length: > 0 } name ? name
        : type.FullName.LastIndexOf('.') is > 0 and var end ? type.FullName[..end] : "";
}
