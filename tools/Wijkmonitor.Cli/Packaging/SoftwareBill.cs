using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wijkmonitor.Cli.Packaging;

/// <summary>The parts of a published function app as a software bill of materials in CycloneDX 1.6 (ECMA-424).</summary>
/// <remarks>
/// These are the worker's packages, those of the host's extensions of which files are in the folder, and the npm packages that the dashboard is built
/// from.
/// </remarks>
internal static class SoftwareBill
{
    private const string Product = "Wijkmonitor.Functions";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Creates the bill, as JSON.</summary>
    /// <param name="worker">The <c>.deps.json</c> that the .NET SDK writes next to the program.</param>
    /// <param name="extensions">The one that the worker's SDK writes for the host, in the folder of the extensions.</param>
    /// <param name="dashboard">The lock file of the dashboard's npm packages.</param>
    public static byte[] Create(FileInfo worker, FileInfo extensions, FileInfo dashboard)
    {
        var parts = Read(worker).ToList();
        var product = parts.Single(part => GetName(part.Key) == Product);
        parts.AddRange(Read(extensions).Where(part => HasFileIn(extensions.Directory!, part) && parts.TrueForAll(known => known.Key != part.Key)));
        var references = parts.Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        var libraries = parts.Where(part => part.Key != product.Key).Select(CreateComponent).Concat(ReadNpmComponents(dashboard))
            .OrderBy(part => part["bom-ref"]!.GetValue<string>(), StringComparer.Ordinal);
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = CreateComponent(product, "application") },
            ["components"] = new JsonArray([.. libraries]),
            ["dependencies"] = new JsonArray([.. parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => CreateDependency(part, references))]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(bill, Indented);
    }

    private static IEnumerable<Part> Read(FileInfo dependencies)
    {
        using var stream = dependencies.OpenRead();
        var deps = JsonNode.Parse(stream)!;
        var target = deps["targets"]![deps["runtimeTarget"]!["name"]!.GetValue<string>()]!;
        return [.. deps["libraries"]!.AsObject().Select(library => new Part(library.Key, library.Value!, target[library.Key]?.AsObject() ?? []))];
    }

    // The host brings most of what its extensions need; what is in the folder is what this package brings.
    private static bool HasFileIn(DirectoryInfo folder, Part part) =>
        (part.Assets["runtime"]?.AsObject() ?? []).Any(file => File.Exists(Path.Combine(folder.FullName, Path.GetFileName(file.Key))));

    private static IEnumerable<JsonObject> ReadNpmComponents(FileInfo lockFile)
    {
        const string folder = "node_modules/";
        using var stream = lockFile.OpenRead();
        foreach (var (path, facts) in JsonNode.Parse(stream)!["packages"]!.AsObject())
        {
            if (path.Length == 0 || facts!["dev"]?.GetValue<bool>() == true)
            {
                continue;
            }

            var name = path[(path.LastIndexOf(folder, StringComparison.Ordinal) + folder.Length)..];
            var version = facts["version"]!.GetValue<string>();
            yield return CreateComponent("library", $"npm:{name}/{version}", name, version,
                $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}", facts["integrity"]?.GetValue<string>());
        }
    }

    private static JsonObject CreateComponent(Part part) => CreateComponent(part, "library");

    private static JsonObject CreateComponent(Part part, string type)
    {
        var (name, version) = (GetName(part.Key), GetVersion(part.Key));
        var address = part.Facts["type"]!.GetValue<string>() == "package" ? $"pkg:nuget/{name}@{version}" : null;
        return CreateComponent(type, part.Key, name, version, address, part.Facts["sha512"]?.GetValue<string>());
    }

    private static JsonObject CreateComponent(string type, string reference, string name, string version, string? address, string? checksum)
    {
        const string algorithm = "sha512-";
        var component = new JsonObject { ["type"] = type, ["bom-ref"] = reference, ["name"] = name, ["version"] = version };
        if (address is not null)
        {
            component["purl"] = address;
        }

        if (checksum?.StartsWith(algorithm, StringComparison.Ordinal) == true)
        {
            var content = Convert.ToHexStringLower(Convert.FromBase64String(checksum[algorithm.Length..]));
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = content });
        }

        return component;
    }

    private static JsonObject CreateDependency(Part part, HashSet<string> references) => new()
    {
        ["ref"] = part.Key,
        ["dependsOn"] = new JsonArray([.. (part.Assets["dependencies"]?.AsObject() ?? [])
            .Select(dependency => $"{dependency.Key}/{dependency.Value!.GetValue<string>()}")
            .Where(references.Contains)
            .Order(StringComparer.Ordinal)
            .Select(reference => (JsonNode)reference)]),
    };

    private static string GetName(string library) => library[..library.IndexOf('/', StringComparison.Ordinal)];

    private static string GetVersion(string library) => library[(library.IndexOf('/', StringComparison.Ordinal) + 1)..];

    // A library of a list of dependencies, by name and version, with what the list says of it and the files and dependencies that it has for the platform.
    private sealed record Part(string Key, JsonNode Facts, JsonObject Assets);
}
