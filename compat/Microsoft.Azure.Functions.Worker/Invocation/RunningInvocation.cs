using Microsoft.Azure.Functions.Worker.Discovery;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>The feature of an invocation that holds what the worker itself must know of it.</summary>
internal sealed class RunningInvocation(DeclaredFunction function, object triggerValue)
{
    public DeclaredFunction Function { get; } = function;

    public object TriggerValue { get; } = triggerValue;

    public object? Result { get; set; }

    public static RunningInvocation Of(FunctionContext context) =>
        context.Features.Get<RunningInvocation>()
        ?? throw new InvalidOperationException("The function context does not belong to a running invocation.");
}
