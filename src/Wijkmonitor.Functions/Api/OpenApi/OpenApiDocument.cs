using System.Text.Json;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>The contract of the API, as the build joined it from the parts in <c>Document</c>.</summary>
public sealed class OpenApiDocument
{
    /// <summary>Route of the JSON document.</summary>
    internal const string JsonRoute = "api/v1/openapi.json";

    /// <summary>Route of the YAML document.</summary>
    internal const string YamlRoute = "api/v1/openapi.yaml";

    private OpenApiDocument()
    {
        Json = ReadResource("openapi.json");
        Yaml = ReadResource("openapi.yaml");
        Version = FindVersion(Json);
    }

    /// <summary>The contract of this build.</summary>
    public static OpenApiDocument Current { get; } = new();

    /// <summary>The paths at which it is served.</summary>
    public static IReadOnlySet<string> Paths { get; } = new HashSet<string>([$"/{JsonRoute}", $"/{YamlRoute}"], StringComparer.Ordinal);

    /// <summary>The contract as JSON.</summary>
    public byte[] Json { get; }

    /// <summary>The same as YAML.</summary>
    public byte[] Yaml { get; }

    /// <summary>The full version of the API.</summary>
    public string Version { get; }

    private static byte[] ReadResource(string name)
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    // Every answer has the version: it is found near the start, without reading the rest.
    private static string FindVersion(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("version"))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new InvalidDataException("The contract of the API has no version.");
    }
}
