using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Functions.Api.OpenApi;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Wijkmonitor.EndToEnd.Tests.Contract;

/// <summary>The contract as a tree, and contracts that are written as YAML, read by another library than the build writes them with.</summary>
internal static class ContractDocument
{
    /// <summary>Gets the contract of this build.</summary>
    public static JsonObject Current { get; } = JsonNode.Parse(OpenApiDocument.Current.Json)!.AsObject();

    /// <summary>Reads YAML.</summary>
    public static JsonObject ReadYaml(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return JsonNode.Parse(Read(stream.Documents[0].RootNode)!.ToJsonString())!.AsObject();
    }

    private static JsonNode? Read(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Read(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Read)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => ReadPlain(plain.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"The contract has a {node.NodeType} at line {node.Start.Line}."),
    };

    private static JsonValue? ReadPlain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
