using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the parameter that receives the HTTP request which starts the function.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>A function for every HTTP method, at <see cref="AuthorizationLevel.Function"/>.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>A function for the given HTTP methods.</summary>
    /// <param name="methods">The HTTP methods, of any case.</param>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>A function for every HTTP method.</summary>
    /// <param name="authLevel">The key that a caller must show.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>A function for the given HTTP methods.</summary>
    /// <param name="authLevel">The key that a caller must show.</param>
    /// <param name="methods">The HTTP methods, of any case.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template below the route prefix of host.json; null for the name of the function.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods, or null for every method.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The official member is an array.")]
    public string[]? Methods { get; }

    /// <summary>The key that a caller must show.</summary>
    public AuthorizationLevel AuthLevel { get; }
}
