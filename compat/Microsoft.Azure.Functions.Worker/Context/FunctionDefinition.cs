using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as it was declared.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The parameters of the method.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>The path of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The full name of the method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>The id of the function.</summary>
    public abstract string Id { get; }

    /// <summary>The name of the function.</summary>
    public abstract string Name { get; }

    /// <summary>The bindings that feed the function, the trigger among them, by parameter name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>The bindings that take what the function gives.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
