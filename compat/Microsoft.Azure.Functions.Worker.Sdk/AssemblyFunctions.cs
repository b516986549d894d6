using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>Finds the functions of an assembly from its metadata, without loading it or what it refers to.</summary>
internal static partial class AssemblyFunctions
{
    private const string Namespace = "Microsoft.Azure.Functions.Worker";

    /// <exception cref="FunctionDeclarationException">A function is not declared well, or there is none.</exception>
    public static IReadOnlyList<PublishedFunction> Read(string assemblyFile)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var metadata = file.GetMetadataReader();
        var byName = new SortedDictionary<string, PublishedFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (AppliedAttribute.Find(metadata, method.GetCustomAttributes(), $"{Namespace}.FunctionAttribute") is { } attribute)
            {
                var function = Declared(metadata, method, (string?)attribute.Arguments[0] ?? "");
                if (!byName.TryAdd(function.Name, function))
                {
                    throw new FunctionDeclarationException($"two functions are called '{function.Name}' (case is ignored).");
                }
            }
        }

        return byName.Count > 0 ? [.. byName.Values] : throw new FunctionDeclarationException("the assembly has no functions.");
    }

    private static PublishedFunction Declared(MetadataReader metadata, MethodDefinition method, string name)
    {
        if (!ValidName().IsMatch(name))
        {
            throw new FunctionDeclarationException(
                $"function '{name}': a name begins with a letter and holds only letters, digits, '_' and '-', 128 characters at most.");
        }

        if (!IsVisible(metadata, method))
        {
            throw new FunctionDeclarationException($"function '{name}': the method and its class must be public.");
        }

        var parameters = method.GetParameters().Select(metadata.GetParameter);
        var triggers = parameters.Select(parameter => Bindings(metadata, parameter)).OfType<TriggerBindings>().ToList();
        return triggers is [var trigger]
            ? new PublishedFunction(name, trigger.Bindings)
            : throw new FunctionDeclarationException(
                $"function '{name}': exactly one parameter must have a trigger attribute, not {triggers.Count}.");
    }

    private static TriggerBindings? Bindings(MetadataReader metadata, Parameter parameter)
    {
        var name = metadata.GetString(parameter.Name);
        var attributes = parameter.GetCustomAttributes();
        if (AppliedAttribute.Find(metadata, attributes, $"{Namespace}.HttpTriggerAttribute") is { } http)
        {
            return TriggerBindings.OfHttp(name, http);
        }

        return AppliedAttribute.Find(metadata, attributes, $"{Namespace}.TimerTriggerAttribute") is { } timer
            ? TriggerBindings.OfTimer(name, timer)
            : null;
    }

    private static bool IsVisible(MetadataReader metadata, MethodDefinition method)
    {
        var visible = (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;
        for (var type = method.GetDeclaringType(); visible && !type.IsNil; type = metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            visible = (metadata.GetTypeDefinition(type).Attributes & TypeAttributes.VisibilityMask)
                is TypeAttributes.Public or TypeAttributes.NestedPublic;
        }

        return visible;
    }

    [GeneratedRegex(
        @"\A[a-z][a-z0-9_\-]{0,127}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidName();
}
