using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Discovery;

/// <summary>A method that is a function, with the parameter that starts it.</summary>
internal sealed class DeclaredFunction : FunctionDefinition
{
    public DeclaredFunction(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Trigger = trigger;
        TriggerParameter = triggerParameter.Name!;
        Parameters = [.. method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];
        InputBindings = Bindings(new Binding(TriggerParameter, Http is null ? "timerTrigger" : "httpTrigger", BindingDirection.In));
        OutputBindings = Http is null ? Bindings() : Bindings(new Binding("$return", "http", BindingDirection.Out));
    }

    public override string Name { get; }

    public override string Id => Name;

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string PathToAssembly =>
        Path.Combine(AppContext.BaseDirectory, $"{Method.Module.Assembly.GetName().Name}.dll");

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public string TriggerParameter { get; }

    public HttpTriggerAttribute? Http => Trigger as HttpTriggerAttribute;

    public TimerTriggerAttribute? Timer => Trigger as TimerTriggerAttribute;

    private static ImmutableDictionary<string, BindingMetadata> Bindings(params BindingMetadata[] bindings) =>
        bindings.ToImmutableDictionary(binding => binding.Name, StringComparer.Ordinal);

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name { get; } = name;

        public override string Type { get; } = type;

        public override BindingDirection Direction { get; } = direction;
    }
}
