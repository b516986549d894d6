using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Finds out, before the first invocation, where each parameter of a function gets its value.</summary>
internal static class ParameterBinding
{
    /// <exception cref="InvalidOperationException">There is nothing that the parameter could be bound to.</exception>
    public static Func<FunctionContext, object?> For(DeclaredFunction function, ParameterInfo parameter)
    {
        if (parameter.Name == function.TriggerParameter)
        {
            return ForTrigger(function, parameter);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context => context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context => context.CancellationToken;
        }

        if (parameter.ParameterType == typeof(HttpRequest) && function.Http is not null)
        {
            return Request;
        }

        return ForRouteValue(function, parameter);
    }

    private static Func<FunctionContext, object?> ForTrigger(DeclaredFunction function, ParameterInfo parameter) =>
        (function.Trigger, parameter.ParameterType) switch
        {
            (HttpTriggerAttribute, var type) when type == typeof(HttpRequest) => Request,
            (TimerTriggerAttribute, var type) when type == typeof(TimerInfo) => context => RunningInvocation.Of(context).TriggerValue,
            _ => throw Unbindable(function, parameter, "an HTTP trigger takes an HttpRequest, a timer trigger a TimerInfo"),
        };

    private static HttpRequest Request(FunctionContext context) =>
        context.GetHttpContext()?.Request ?? throw new InvalidOperationException("The invocation has no HTTP context.");

    private static Func<FunctionContext, object?> ForRouteValue(DeclaredFunction function, ParameterInfo parameter)
    {
        var route = function.Http is { } http ? RoutePatternFactory.Parse(http.Route ?? function.Name) : null;
        if (route?.GetParameter(parameter.Name!) is null)
        {
            throw Unbindable(function, parameter, "its name is not in the route, and its type is none that the worker provides");
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            throw Unbindable(function, parameter, $"a route value cannot become a {type}");
        }

        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : Default(parameter.ParameterType);
        return context => RouteValue(context, parameter.Name!) is { } text ? Convert(converter, text, parameter.Name!) : absent;
    }

    private static string? RouteValue(FunctionContext context, string name)
    {
        var value = context.BindingContext.BindingData.GetValueOrDefault(name);
        return System.Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    private static object? Convert(TypeConverter converter, string text, string name)
    {
        try
        {
            return converter.ConvertFromInvariantString(text);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new InvalidOperationException($"The route value of '{name}' does not convert to its parameter's type.", error);
        }
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static InvalidOperationException Unbindable(DeclaredFunction function, ParameterInfo parameter, string reason) =>
        new($"Function '{function.Name}' ({function.EntryPoint}): parameter '{parameter.Name}' cannot be bound: {reason}.");
}
