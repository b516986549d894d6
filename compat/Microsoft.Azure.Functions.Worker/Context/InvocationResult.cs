namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an invocation gave back, which middleware may replace.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class InvocationResult<T>
{
    /// <summary>The value that the function gave.</summary>
    public abstract T? Value { get; set; }
}

/// <summary>What an invocation gave back, which middleware may replace.</summary>
public abstract class InvocationResult : InvocationResult<object>;
