using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wijkmonitor.Cli.Packaging;

/// <summary>
/// The parts of a published program as a software bill of materials in CycloneDX 1.6 (ECMA-424), read from the list of dependencies that
/// the .NET SDK writes beside the program.
/// </summary>
internal static class SoftwareBill
{
    private const string Product = "Wijkmonitor.Functions";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The bill, as JSON.</summary>
    /// <param name="dependencies">The <c>.deps.json</c> of the program.</param>
    public static byte[] Of(FileInfo dependencies)
    {
        using var stream = dependencies.OpenRead();
        var deps = JsonNode.Parse(stream)!;
        var target = deps["targets"]![deps["runtimeTarget"]!["name"]!.GetValue<string>()]!.AsObject();
        var libraries = deps["libraries"]!.AsObject().OrderBy(library => library.Key, StringComparer.Ordinal).ToList();
        var product = libraries.Single(library => Name(library.Key) == Product);
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Component(product.Key, product.Value!, "application") },
            ["components"] = new JsonArray([.. libraries.Where(library => library.Key != product.Key).Select(library => Component(library.Key, library.Value!, "library"))]),
            ["dependencies"] = new JsonArray([.. target.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => Dependency(part, target))]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(bill, Indented);
    }

    private static JsonObject Component(string library, JsonNode facts, string type)
    {
        var component = new JsonObject
        {
            ["type"] = type,
            ["bom-ref"] = library,
            ["name"] = Name(library),
            ["version"] = Version(library),
        };
        if (facts["type"]!.GetValue<string>() is "package" or "runtimepack")
        {
            component["purl"] = $"pkg:nuget/{PackageName(library)}@{Version(library)}";
        }

        if (facts["sha512"]?.GetValue<string>() is { Length: > 0 } checksum && checksum.StartsWith("sha512-", StringComparison.Ordinal))
        {
            var content = Convert.ToHexStringLower(Convert.FromBase64String(checksum["sha512-".Length..]));
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = content });
        }

        return component;
    }

    private static JsonObject Dependency(KeyValuePair<string, JsonNode?> part, JsonObject target) => new()
    {
        ["ref"] = part.Key,
        ["dependsOn"] = new JsonArray([.. (part.Value!["dependencies"]?.AsObject() ?? [])
            .Select(dependency => $"{dependency.Key}/{dependency.Value!.GetValue<string>()}")
            .Where(target.ContainsKey)
            .Order(StringComparer.Ordinal)
            .Select(reference => (JsonNode)reference)]),
    };

    private static string Name(string library) => library[..library.IndexOf('/', StringComparison.Ordinal)];

    private static string Version(string library) => library[(library.IndexOf('/', StringComparison.Ordinal) + 1)..];

    // The list of dependencies puts this word before the name of a runtime pack.
    private static string PackageName(string library) => Name(library).Replace("runtimepack.", "", StringComparison.Ordinal);
}
