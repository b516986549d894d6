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
    /// All else stays as it is, so that a message about it names its line. A field that is given under both names becomes one that is given twice.
    /// </remarks>
    /// <param name="json">The JSON; where it is malformed, nothing is replaced.</param>
    /// <param name="type">The type that it is read into.</param>
    /// <param name="found">Receives the fields that have a former name in it.</param>
    public static byte[] Replace(byte[] json, JsonTypeInfo type, ICollection<RenamedField> found)
    {
        var names = new Dictionary<string, RenamedField>(StringComparer.OrdinalIgnoreCase);
        AddNames(type, names, []);
        return names.Count == 0 ? json : Replace(json, names, found);
    }

    private static byte[] Replace(byte[] json, Dictionary<string, RenamedField> names, ICollection<RenamedField> found)
    {
        var start = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(json.AsSpan(start), Reading);
        var replaced = new MemoryStream(json.Length);
        var copied = start;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || !names.TryGetValue(reader.GetString()!, out var field))
                {
                    continue;
                }

                // The name is in quotation marks.
                var name = start + (int)reader.TokenStartIndex + 1;
                replaced.Write(json.AsSpan(copied, name - copied));
                replaced.Write(Encoding.UTF8.GetBytes(field.Current));
                copied = name + reader.ValueSpan.Length;
                found.Add(field);
            }
        }
        catch (JsonException)
        {
            // The deserializer says what is wrong with it.
            return json;
        }

        replaced.Write(json.AsSpan(copied));
        return replaced.ToArray();
    }

    private static void AddNames(JsonTypeInfo type, Dictionary<string, RenamedField> names, HashSet<Type> visited)
    {
        if (!visited.Add(type.Type))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider is MemberInfo member && member.GetCustomAttribute<FormerNameAttribute>() is { Name: var former })
            {
                names[former] = new RenamedField(former, property.Name);
            }

            AddNames(type.Options.GetTypeInfo(property.PropertyType), names, visited);
        }

        if (type.ElementType is { } element)
        {
            AddNames(type.Options.GetTypeInfo(element), names, visited);
        }
    }
}
