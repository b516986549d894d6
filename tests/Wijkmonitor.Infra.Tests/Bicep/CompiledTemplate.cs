using System.Text.Json;

namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>A template as the compiler makes it, and the modules in it.</summary>
internal sealed class CompiledTemplate
{
    private readonly JsonElement root;

    private CompiledTemplate(string path, JsonElement root)
    {
        Path = path;
        this.root = root;
        Resources = [.. ReadResources()];
        Modules = [.. Resources.Where(resource => resource.Type == "Microsoft.Resources/deployments")
            .Select(resource => new CompiledTemplate($"{path}/{resource.Symbol}", resource.Json.GetProperty("properties").GetProperty("template")))];
    }

    /// <summary>Gets where it is: the symbols of the modules that it is in.</summary>
    public string Path { get; }

    /// <summary>Gets its own resources, modules included.</summary>
    public IReadOnlyList<TemplateResource> Resources { get; }

    /// <summary>Gets its modules.</summary>
    public IReadOnlyList<CompiledTemplate> Modules { get; }

    /// <summary>Gets the template and all modules below it.</summary>
    public IEnumerable<CompiledTemplate> All => [this, .. Modules.SelectMany(module => module.All)];

    /// <summary>Gets its parameters.</summary>
    public IEnumerable<JsonProperty> Parameters => Enumerate("parameters");

    /// <summary>Gets its outputs.</summary>
    public IEnumerable<JsonProperty> Outputs => Enumerate("outputs");

    /// <summary>Gets its whole text, in which expressions are unresolved.</summary>
    public string Text => root.GetRawText();

    /// <summary>Reads what the compiler made.</summary>
    public static CompiledTemplate Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new CompiledTemplate("main", document.RootElement.Clone());
    }

    private JsonElement.ObjectEnumerator Enumerate(string name) => root.TryGetProperty(name, out var value) ? value.EnumerateObject() : default;

    // The compiler writes a list, or names by symbol where it needs to.
    private IEnumerable<TemplateResource> ReadResources() => root.GetProperty("resources") is { ValueKind: JsonValueKind.Object } named
        ? named.EnumerateObject().Select(property => new TemplateResource(property.Name, property.Value))
        : root.GetProperty("resources").EnumerateArray().Select(resource => new TemplateResource(resource.GetProperty("name").GetString()!, resource));
}

/// <summary>A resource of a template, in which expressions are unresolved.</summary>
/// <param name="Symbol">Its symbol, or its name where the compiler keeps no symbol.</param>
/// <param name="Json">All of it.</param>
internal sealed record TemplateResource(string Symbol, JsonElement Json)
{
    /// <summary>Gets its type.</summary>
    public string Type => Json.GetProperty("type").GetString()!;

    /// <summary>Gets what it waits for.</summary>
    public IReadOnlyList<string> DependsOn => Json.TryGetProperty("dependsOn", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
        : [];

    /// <summary>Gets a value indicating whether it is made only where it does not exist.</summary>
    public bool IsOnlyMadeOnce => Json.TryGetProperty("@options", out var options) && options.TryGetProperty("onlyIfNotExists", out _);
}
