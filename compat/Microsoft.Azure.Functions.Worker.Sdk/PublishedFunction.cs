using System.Text.Json.Nodes;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>A function as the host is to know it: its name and the bindings of its function.json.</summary>
internal sealed record PublishedFunction(string Name, IReadOnlyList<JsonObject> Bindings);
