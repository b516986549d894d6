using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Discovery;

/// <summary>The functions of an application, found by their attributes.</summary>
internal sealed partial class FunctionCatalogue
{
    private readonly Dictionary<string, DeclaredFunction> byName;

    private FunctionCatalogue(Dictionary<string, DeclaredFunction> byName) => this.byName = byName;

    public IReadOnlyCollection<DeclaredFunction> All => byName.Values;

    /// <summary>The function of a name, of any case, or null.</summary>
    public DeclaredFunction? Find(string name) => byName.GetValueOrDefault(name);

    /// <exception cref="InvalidOperationException">A declaration is not one that the Functions host would take.</exception>
    public static FunctionCatalogue Of(IEnumerable<Type> types)
    {
        var byName = new Dictionary<string, DeclaredFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in types.SelectMany(Declared))
        {
            if (!byName.TryAdd(function.Name, function))
            {
                throw new InvalidOperationException(
                    $"Two functions are called '{function.Name}': {byName[function.Name].EntryPoint} and {function.EntryPoint}.");
            }
        }

        return new FunctionCatalogue(byName);
    }

    private static IEnumerable<DeclaredFunction> Declared(Type type) =>
        from method in type.GetMethods(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<FunctionAttribute>()
        where attribute is not null
        select Declare(type, method, attribute.Name);

    private static DeclaredFunction Declare(Type type, MethodInfo method, string name)
    {
        var where = $"Function '{name}' ({type.FullName}.{method.Name})";
        if (!ValidName().IsMatch(name))
        {
            throw new InvalidOperationException(
                $"{where}: a name begins with a letter and holds only letters, digits, '_' and '-', 128 characters at most.");
        }

        if (!method.IsPublic || !type.IsVisible)
        {
            throw new InvalidOperationException($"{where}: the method and its class must be public.");
        }

        var triggers = (from parameter in method.GetParameters()
                        let attribute = parameter.GetCustomAttribute<TriggerBindingAttribute>()
                        where attribute is not null
                        select (parameter, attribute)).ToList();
        return triggers is [var trigger]
            ? new DeclaredFunction(name, method, trigger.parameter, trigger.attribute)
            : throw new InvalidOperationException($"{where}: exactly one parameter must have a trigger attribute, not {triggers.Count}.");
    }

    [GeneratedRegex(
        @"\A[a-z][a-z0-9_\-]{0,127}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidName();
}
