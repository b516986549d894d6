namespace Microsoft.Azure.Functions.Worker;

/// <summary>The data of a function's trigger.</summary>
public abstract class BindingContext
{
    /// <summary>The trigger's metadata by name; for an HTTP function its route values.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

/// <summary>The distributed trace that an invocation belongs to.</summary>
public abstract class TraceContext
{
    /// <summary>The traceparent of the invocation.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The tracestate of the invocation.</summary>
    public abstract string TraceState { get; }
}

/// <summary>How often the event behind an invocation was tried before.</summary>
public abstract class RetryContext
{
    /// <summary>The number of earlier tries.</summary>
    public abstract int RetryCount { get; }

    /// <summary>The number of tries after which the event is given up.</summary>
    public abstract int MaxRetryCount { get; }
}
