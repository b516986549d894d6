using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>The context of one invocation, from its trigger's value to its result.</summary>
internal sealed class InvocationContext : FunctionContext
{
    public InvocationContext(
        DeclaredFunction function, InvocationRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        FunctionDefinition = function;
        InvocationId = request.InvocationId;
        InstanceServices = services;
        BindingContext = new Data(request.BindingData);
        CancellationToken = cancellationToken;
        Features.Set(new RunningInvocation(function, request.TriggerValue));
    }

    public override string InvocationId { get; }

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; } = new Trace(Activity.Current);

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; } = new NoRetry();

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition { get; }

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class Data(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = values;
    }

    private sealed class Trace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
