using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Catalogue;

/// <summary>
/// The JSON schema of a type that configuration is read into. Descriptions are a member's Description attribute, or else what its doc
/// comment says.
/// </summary>
internal static partial class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, XElement> Comments = XDocument
        .Load(Path.ChangeExtension(typeof(AreaCode).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The schema as text.</summary>
    public static string Create(JsonTypeInfo type, string title)
    {
        var exported = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, node) in exported.AsObject().ToList())
        {
            schema[name] = node?.DeepClone();
        }

        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>Asserts that the committed schema is the one that the types give; rewrites it where WIJKMONITOR_UPDATE_SCHEMAS is 1.</summary>
    public static void MustBeCommitted(string file, string schema)
    {
        var path = RepositoryFolder.File("config", "schemas", file);
        if (Environment.GetEnvironmentVariable("WIJKMONITOR_UPDATE_SCHEMAS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, schema);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == schema,
            $"config/schemas/{file} is not what the types give. Run these tests with WIJKMONITOR_UPDATE_SCHEMAS=1 to write it anew, and commit it.");
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = node as JsonObject ?? [];
        if (type == typeof(AreaCode))
        {
            schema = Text("^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}|CU[0-9]{4}-[0-9a-z-]{1,40})$");
        }
        else if (type == typeof(Period))
        {
            schema = Text("^(19|20|21)[0-9]{2}$");
            if (Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null)
            {
                schema["type"] = new JsonArray("string", "null");
            }
        }
        else if (context.PropertyInfo is { AttributeProvider: MemberInfo member } && member.GetCustomAttribute<RegularExpressionAttribute>() is { Pattern: var pattern })
        {
            schema = Text(pattern);
        }

        if (FindDescription(context) is { } description)
        {
            schema.Remove("description");
            schema.Insert(0, "description", description);
        }

        return schema;
    }

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static string? FindDescription(JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo is not { AttributeProvider: MemberInfo member })
        {
            return Comment($"T:{Name(context.TypeInfo.Type)}", c => c.Element("summary"));
        }

        return member.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? Comment($"T:{Name(member.DeclaringType!)}", c => c.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == member.Name))
            ?? Comment($"P:{Name(member.DeclaringType!)}.{member.Name}", c => c.Element("summary"));
    }

    private static string? Comment(string member, Func<XElement, XElement?> part) =>
        Comments.TryGetValue(member, out var comment) && part(comment) is { } text ? Flat(text) : null;

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string Flat(XElement element) => Whitespace().Replace(string.Concat(element.Nodes().Select(Words)), " ").Trim();

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => (reference.Attribute("cref")?.Value ?? reference.Attribute("name")?.Value ?? "").Split('.', ':')[^1],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Whitespace();
}
