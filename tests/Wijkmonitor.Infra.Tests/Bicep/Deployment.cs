using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>The resources that a deployment would make.</summary>
/// <param name="Name">The name of the values that it was worked out for.</param>
/// <param name="Resources">The resources, those of modules included.</param>
/// <param name="Outputs">The outputs.</param>
internal sealed record Deployment(string Name, IReadOnlyList<DeployedResource> Resources, JsonElement Outputs)
{
    /// <summary>Gets the function app.</summary>
    public DeployedResource Site => WithType("Microsoft.Web/sites").Single();

    /// <summary>Gets the settings of the function app.</summary>
    public IReadOnlyDictionary<string, string> AppSettings => Site.GetArray("properties.siteConfig.appSettings")
        .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => setting.GetProperty("value").GetString()!, StringComparer.Ordinal);

    /// <summary>Reads what the compiler worked out.</summary>
    public static Deployment Parse(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return new Deployment(
            name, [.. root.GetProperty("predictedResources").EnumerateArray().Select(resource => new DeployedResource(resource))], root.GetProperty("outputs"));
    }

    /// <summary>Gets the resources of a type.</summary>
    public IEnumerable<DeployedResource> WithType(string type) => Resources.Where(resource => resource.Type == type);
}

/// <summary>A resource that a deployment would make.</summary>
/// <param name="Json">All of it.</param>
internal sealed partial record DeployedResource(JsonElement Json)
{
    /// <summary>Gets its type.</summary>
    public string Type => GetText("type")!;

    /// <summary>Gets its name.</summary>
    public string Name => GetText("name")!;

    /// <summary>Gets its id, or the expression for it.</summary>
    public string Id => GetText("id")!;

    /// <summary>Gets the resource group that it is made in.</summary>
    public string Group => GroupInId().Match(Id).Groups["name"].Value;

    /// <summary>Gets the version of the interface that it is made by.</summary>
    public string ApiVersion => GetText("apiVersion")!;

    /// <summary>Gets the value at a path, such as <c>properties.siteConfig.minTlsVersion</c>, as text; null where there is none.</summary>
    public string? GetText(string path) => Find(path) is { } value ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    /// <summary>Gets the members of a list at a path; none where there is no list.</summary>
    public IReadOnlyList<JsonElement> GetArray(string path) => Find(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Gets the value at a path; null where there is none.</summary>
    public JsonElement? Find(string path)
    {
        var value = Json;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }

    // Of an expression for an id, the first group is that of the resource; others follow in what its name is made of.
    [GeneratedRegex("/resourceGroups/(?<name>[^/']+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GroupInId();
}
