using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Wijkmonitor.Functions.Api.Contract;

/// <summary>The contract of the API: <c>openapi.yaml</c>, as it is written and as JSON.</summary>
public sealed class OpenApiDocument
{
    private OpenApiDocument(byte[] yaml)
    {
        Yaml = yaml;
        var stream = new YamlStream();
        stream.Load(new StringReader(Encoding.UTF8.GetString(yaml)));
        Json = JsonSerializer.SerializeToUtf8Bytes((JsonObject)Node(stream.Documents[0].RootNode)!, ApiJson.Default.JsonObject);
        Root = JsonNode.Parse(Json)!.AsObject();
        Version = (string)Root["info"]!["version"]!;
    }

    /// <summary>The contract of this build.</summary>
    public static OpenApiDocument Current { get; } = Read();

    /// <summary>As it is written.</summary>
    public byte[] Yaml { get; }

    /// <summary>The same as JSON.</summary>
    public byte[] Json { get; }

    /// <summary>The same as a tree.</summary>
    public JsonObject Root { get; }

    /// <summary>The full version of the API.</summary>
    public string Version { get; }

    /// <summary>A contract from its text.</summary>
    public static OpenApiDocument Parse(byte[] yaml) => new(yaml);

    private static OpenApiDocument Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.yaml")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new OpenApiDocument(content.ToArray());
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
