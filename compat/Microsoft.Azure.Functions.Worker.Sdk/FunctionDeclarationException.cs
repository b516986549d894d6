namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>A function is declared in a way that the Functions host does not take.</summary>
internal sealed class FunctionDeclarationException(string message) : Exception(message);
