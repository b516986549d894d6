using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>The contract of the API: <c>openapi.yaml</c>, as it is written and as JSON.</summary>
public sealed class OpenApiDocument
{
    /// <summary>Where it is served as JSON.</summary>
    internal const string JsonRoute = "api/v1/openapi.json";

    /// <summary>Where it is served as it is written.</summary>
    internal const string YamlRoute = "api/v1/openapi.yaml";

    private readonly Lazy<(byte[] Json, JsonObject Root)> read;

    private OpenApiDocument(byte[] yaml)
    {
        Yaml = yaml;
        Version = VersionIn(yaml);
        read = new(() => Read(yaml));
    }

    /// <summary>The contract of this build.</summary>
    public static OpenApiDocument Current { get; } = Embedded();

    /// <summary>The paths at which it is served.</summary>
    public static IReadOnlySet<string> Paths { get; } = new HashSet<string>([$"/{JsonRoute}", $"/{YamlRoute}"], StringComparer.Ordinal);

    /// <summary>As it is written.</summary>
    public byte[] Yaml { get; }

    /// <summary>The same as JSON.</summary>
    public byte[] Json => read.Value.Json;

    /// <summary>The same as a tree.</summary>
    public JsonObject Root => read.Value.Root;

    /// <summary>The full version of the API.</summary>
    public string Version { get; }

    /// <summary>A contract from its text.</summary>
    public static OpenApiDocument Parse(byte[] yaml) => new(yaml);

    private static OpenApiDocument Embedded()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.yaml")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new OpenApiDocument(content.ToArray());
    }

    // Thousands of lines, which a start need not wait for: they are read when somebody asks for them.
    private static (byte[] Json, JsonObject Root) Read(byte[] yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Encoding.UTF8.GetString(yaml)));
        var json = JsonSerializer.SerializeToUtf8Bytes((JsonObject)Node(stream.Documents[0].RootNode)!, OpenApiJson.Default.JsonObject);
        return (json, JsonNode.Parse(json)!.AsObject());
    }

    // Every answer has the version: it is found in the first lines, without reading the rest.
    private static string VersionIn(byte[] yaml)
    {
        var parser = new Parser(new StreamReader(new MemoryStream(yaml), Encoding.UTF8));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        GoTo(parser, "info");
        GoTo(parser, "version");
        return parser.Consume<Scalar>().Value;
    }

    // Into the mapping that comes next, to the value of a key.
    private static void GoTo(Parser parser, string key)
    {
        parser.Consume<MappingStart>();
        while (parser.Consume<Scalar>().Value != key)
        {
            parser.SkipThisAndNestedEvents();
        }
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"The contract has a {node.NodeType} at line {node.Start.Line}."),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
