namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>The name of the binding: that of the parameter it feeds.</summary>
    public abstract string Name { get; }

    /// <summary>The type of the binding, for example "httpTrigger".</summary>
    public abstract string Type { get; }

    /// <summary>Whether the binding feeds the function or takes from it.</summary>
    public abstract BindingDirection Direction { get; }
}

/// <summary>Which way a binding's data goes.</summary>
public enum BindingDirection
{
    /// <summary>Into the function.</summary>
    In,

    /// <summary>Out of the function.</summary>
    Out,
}
