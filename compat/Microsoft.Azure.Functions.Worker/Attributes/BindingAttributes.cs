namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of every attribute that binds data to a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;

/// <summary>The base of every attribute that says what starts a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
