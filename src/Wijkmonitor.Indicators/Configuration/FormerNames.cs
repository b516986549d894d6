using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Former names of the fields of a type that is read from JSON.</summary>
internal static class FormerNames
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Replaces former names in JSON by the current ones.</summary>
    /// <remarks>
    /// All else stays as it is, so that a message about it names its line. A field that is given under both names becomes one that is given twice. Keys of a
    /// dictionary are no fields.
    /// </remarks>
    /// <param name="json">The JSON; where it is malformed, nothing is replaced.</param>
    /// <param name="type">The type that it is read into.</param>
    /// <param name="found">Receives the fields that have a former name in it.</param>
    public static byte[] Replace(byte[] json, JsonTypeInfo type, ICollection<RenamedField> found)
    {
        var start = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        List<FormerField> fields = [];
        try
        {
            var reader = new Utf8JsonReader(json.AsSpan(start), Reading);
            reader.Read();
            Find(ref reader, type, fields);
        }
        catch (JsonException)
        {
            // The deserializer says what is wrong with it.
            return json;
        }

        return fields.Count == 0 ? json : Replace(json, start, fields, found);
    }

    private static byte[] Replace(byte[] json, int start, List<FormerField> fields, ICollection<RenamedField> found)
    {
        var replaced = new MemoryStream(json.Length);
        var copied = 0;
        foreach (var field in fields)
        {
            var name = start + field.Start;
            replaced.Write(json.AsSpan(copied, name - copied));
            replaced.Write(Encoding.UTF8.GetBytes(field.Field.Current));
            copied = name + field.Length;
            found.Add(field.Field);
        }

        replaced.Write(json.AsSpan(copied));
        return replaced.ToArray();
    }

    // The reader is at a value; of one without a known type nothing is renamed.
    private static void Find(ref Utf8JsonReader reader, JsonTypeInfo? type, List<FormerField> found)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Find(ref reader, GetItemType(type), found);
            }

            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var property = type?.Properties.FirstOrDefault(property => IsNamed(property.Name, name) || IsNamed(GetFormerName(property), name));
            if (property is not null && !IsNamed(property.Name, name))
            {
                // The name is in quotation marks.
                found.Add(new FormerField((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, new RenamedField(GetFormerName(property)!, property.Name)));
            }

            reader.Read();
            Find(ref reader, property is null ? GetItemType(type) : GetType(type!, property.PropertyType), found);
        }
    }

    private static bool IsNamed(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static string? GetFormerName(JsonPropertyInfo property) =>
        (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<FormerNameAttribute>()?.Name;

    private static JsonTypeInfo? GetItemType(JsonTypeInfo? type) => type?.ElementType is { } element ? GetType(type, element) : null;

    private static JsonTypeInfo GetType(JsonTypeInfo parent, Type type) => parent.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private readonly record struct FormerField(int Start, int Length, RenamedField Field);
}
