using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi.Reader;
using Microsoft.OpenApi.YamlReader;
using SharpYaml;
using SharpYaml.Serialization;

namespace Wijkmonitor.OpenApi;

/// <summary>An OpenAPI document that is joined from parts.</summary>
/// <remarks>
/// Each part is a piece of the whole document: mappings with the same key become one, and nothing may be defined twice. Scalars keep the quotes that
/// they were written with, so that readers of older YAML, for whom a plain <c>on</c> is a boolean, read the joined document as well.
/// </remarks>
public sealed class JoinedDocument
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly YamlMappingNode root;
    private readonly JsonNode json;

    private JoinedDocument(YamlMappingNode root)
    {
        this.root = root;
        json = YamlConverter.ToJsonNode(root);
    }

    /// <summary>Reads the parts, joins them and validates the result.</summary>
    /// <exception cref="InvalidDocumentException">The parts do not make a valid OpenAPI document.</exception>
    public static JoinedDocument Read(IReadOnlyList<string> files)
    {
        var root = new YamlMappingNode();
        foreach (var file in files)
        {
            Merge(root, ReadPart(file), file);
        }

        var document = new JoinedDocument(root);
        document.Validate(files[0]);
        return document;
    }

    /// <summary>Returns the document as JSON in UTF-8.</summary>
    public byte[] ToJson() => Encoding.UTF8.GetBytes(json.ToJsonString(Readable));

    /// <summary>Returns the document as YAML in UTF-8.</summary>
    public byte[] ToYaml()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, isLastDocumentEndImplicit: true);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static YamlMappingNode ReadPart(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents is [{ RootNode: YamlMappingNode mapping }] ? mapping : throw Invalid(file, "A part is one YAML mapping.");
        }
        catch (YamlException e)
        {
            throw Invalid($"{file}({e.Start.Line + 1},{e.Start.Column + 1})", e.Message);
        }
    }

    private static void Merge(YamlMappingNode target, YamlMappingNode part, string file)
    {
        foreach (var (key, value) in part.Children)
        {
            if (!target.Children.TryGetValue(key, out var present))
            {
                target.Children.Add(key, value);
            }
            else if (present is YamlMappingNode mapping && value is YamlMappingNode addition)
            {
                Merge(mapping, addition, file);
            }
            else
            {
                throw Invalid($"{file}({key.Start.Line + 1},{key.Start.Column + 1})", $"'{key}' is already defined in another part.");
            }
        }
    }

    private void Validate(string file)
    {
        var diagnostic = OpenApiYamlReader.Read(json, new Uri(Path.GetFullPath(file)), new OpenApiReaderSettings()).Diagnostic;
        List<DocumentError> errors =
        [
            .. (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []).Select(error => new DocumentError(file, error.ToString())),
            .. FindUnresolvedReferences(json).Distinct(StringComparer.Ordinal).Select(reference => new DocumentError(file, $"'{reference}' does not exist.")),
        ];
        if (errors.Count > 0)
        {
            throw new InvalidDocumentException(errors);
        }
    }

    // The reader resolves references to schemas alone.
    private IEnumerable<string> FindUnresolvedReferences(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(FindUnresolvedReferences),
        JsonObject mapping => mapping.SelectMany(member => FindUnresolvedReferences(member.Value))
            .Concat(mapping["$ref"] is JsonValue reference && !Resolves(reference.ToString()) ? [reference.ToString()] : []),
        _ => [],
    };

    private bool Resolves(string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal)
        && reference[2..].Split('/').Aggregate((JsonNode?)json, (node, name) => (node as JsonObject)?[name]) is not null;

    private static InvalidDocumentException Invalid(string location, string message) => new([new DocumentError(location, message)]);
}
