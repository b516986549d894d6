namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>One type that uses another one, both by their full names, and the namespaces that they are in.</summary>
internal sealed record Dependency(string FromNamespace, string From, string ToNamespace, string To)
{
    public override string ToString() => $"{From} -> {To}";
}
