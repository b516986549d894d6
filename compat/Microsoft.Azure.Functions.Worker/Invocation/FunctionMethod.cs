using System.Reflection;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Calls a function's method: makes its class, binds its parameters and waits for what it gives.</summary>
internal sealed class FunctionMethod
{
    private readonly DeclaredFunction function;
    private readonly Func<FunctionContext, object?>[] parameters;
    private readonly ObjectFactory? factory;

    /// <exception cref="InvalidOperationException">A parameter cannot be bound.</exception>
    public FunctionMethod(DeclaredFunction function)
    {
        this.function = function;
        parameters = [.. function.Method.GetParameters().Select(parameter => ParameterBinding.For(function, parameter))];
        factory = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, Type.EmptyTypes);
    }

    public async Task<object?> CallAsync(FunctionContext context)
    {
        var arguments = Array.ConvertAll(parameters, bind => bind(context));
        var instance = factory?.Invoke(context.InstanceServices, null);
        try
        {
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return await AwaitAsync(returned, function.Method.ReturnType);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async Task<object?> AwaitAsync(object? returned, Type declared)
    {
        if (returned is ValueTask plain)
        {
            await plain;
            return null;
        }

        var generic = declared.IsGenericType ? declared.GetGenericTypeDefinition() : null;
        if (generic == typeof(ValueTask<>))
        {
            returned = declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
            declared = typeof(Task<>).MakeGenericType(declared.GetGenericArguments());
            generic = typeof(Task<>);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return generic == typeof(Task<>) ? declared.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
