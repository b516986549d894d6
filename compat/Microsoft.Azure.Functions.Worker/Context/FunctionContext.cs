namespace Microsoft.Azure.Functions.Worker;

/// <summary>One execution of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>The id of this invocation, given by the host.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function, the same for all its invocations.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The distributed trace that the invocation belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>The data of the trigger.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>How often the event behind this invocation was tried before.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that is executed.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Data that middleware and function share within the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>The features of this invocation.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signals that the invocation is to be given up.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
