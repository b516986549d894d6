using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Access to what goes into a function and comes out of it.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The result of the invocation; setting its value replaces what the function gave.</summary>
    /// <param name="context">The invocation.</param>
    /// <returns>The result, whose value is null before the function has run.</returns>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        new RunningInvocationResult(RunningInvocation.Of(context));

    /// <summary>The result of the invocation, for a known type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="context">The invocation.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">The function gave a value of another type, or none.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        var running = RunningInvocation.Of(context);
        return running.Result is T
            ? new RunningInvocationResult<T>(running)
            : throw new InvalidOperationException($"The invocation's result is not of type {typeof(T)}.");
    }

    private sealed class RunningInvocationResult(RunningInvocation running) : InvocationResult
    {
        public override object? Value
        {
            get => running.Result;
            set => running.Result = value;
        }
    }

    private sealed class RunningInvocationResult<T>(RunningInvocation running) : InvocationResult<T>
    {
        public override T? Value
        {
            get => (T?)running.Result;
            set => running.Result = value;
        }
    }
}
