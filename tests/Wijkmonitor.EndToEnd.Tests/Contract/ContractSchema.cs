using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wijkmonitor.EndToEnd.Tests.Contract;

/// <summary>
/// Holds JSON to the schemas of a contract: the part of OpenAPI 3.0's schemas that the contract uses. A keyword that it does not know is a fault of the
/// contract, so that nothing goes unchecked.
/// </summary>
internal sealed class ContractSchema(JsonObject contract)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$ref", "allOf", "type", "format", "description", "example", "enum", "pattern", "required", "properties", "additionalProperties", "items", "minLength", "maxLength", "minimum", "maximum", "maxItems", "oneOf", "nullable",
    };

    /// <summary>Resolves a reference in the contract; returns the node itself when it is none.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        while (node["$ref"] is { } reference)
        {
            node = ((string)reference!)[2..].Split('/').Aggregate((JsonNode)contract, (at, name) => at[name] ?? throw new InvalidDataException($"{reference} points at nothing."));
        }

        return node.AsObject();
    }

    /// <summary>Everything in which a value is not what a schema says; none where it is.</summary>
    public IEnumerable<string> Validate(JsonNode schemaOrReference, JsonNode? value, string at = "$")
    {
        var schema = Resolve(schemaOrReference);
        if (schema.FirstOrDefault(keyword => !Known.Contains(keyword.Key)).Key is { } unknown)
        {
            return [$"{at}: the schema has the keyword '{unknown}', which is not checked"];
        }

        if (value is null)
        {
            return (bool?)schema["nullable"] == true ? [] : [$"{at}: null, where what has no value is left out"];
        }

        return [.. ValidateAll(schema, value, at), .. ValidateType(schema, value, at), .. ValidateKeywords(schema, value, at)];
    }

    private IEnumerable<string> ValidateAll(JsonObject schema, JsonNode value, string at)
    {
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            foreach (var fault in Validate(part!, value, at))
            {
                yield return fault;
            }
        }

        if (schema["oneOf"] is JsonArray choices && choices.Count(choice => !Validate(choice!, value, at).Any()) != 1)
        {
            yield return $"{at}: fits not just one of the forms that it can have";
        }
    }

    private IEnumerable<string> ValidateType(JsonObject schema, JsonNode value, string at)
    {
        var kind = value.GetValueKind();
        return (string?)schema["type"] switch
        {
            "object" when kind == JsonValueKind.Object => ValidateObject(schema, value.AsObject(), at),
            "array" when kind == JsonValueKind.Array => ValidateArray(schema, value.AsArray(), at),
            "string" when kind == JsonValueKind.String => [],
            "boolean" when kind is JsonValueKind.True or JsonValueKind.False => [],
            "number" when kind == JsonValueKind.Number => [],
            "integer" when kind == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()) => [],
            null => [],
            var wanted => [$"{at}: {kind}, where {wanted} is wanted"],
        };
    }

    private IEnumerable<string> ValidateObject(JsonObject schema, JsonObject value, string at)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name)))
        {
            yield return $"{at}.{name}: required, but absent";
        }

        foreach (var (name, member) in value)
        {
            var other = schema["additionalProperties"];
            if (properties[name] is null && other is not JsonObject)
            {
                if (other?.GetValueKind() == JsonValueKind.False)
                {
                    yield return $"{at}.{name}: not in the contract";
                }

                continue;
            }

            foreach (var fault in Validate(properties[name] ?? other!, member, $"{at}.{name}"))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> ValidateArray(JsonObject schema, JsonArray value, string at)
    {
        if (schema["maxItems"] is { } max && value.Count > (int)max)
        {
            yield return $"{at}: {value.Count} items, where {max} is the most";
        }

        for (var i = 0; i < value.Count; i++)
        {
            foreach (var fault in Validate(schema["items"]!, value[i], $"{at}[{i}]"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> ValidateKeywords(JsonObject schema, JsonNode value, string at)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            yield return $"{at}: {value.ToJsonString()} is none of {words.ToJsonString()}";
        }

        if (schema["pattern"] is { } pattern && value.GetValueKind() == JsonValueKind.String
            && !Regex.IsMatch((string)value!, (string)pattern!, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{at}: {value.ToJsonString()} does not look like {pattern}";
        }

        if ((string?)schema["format"] is { } format && !HasFormat(format, value))
        {
            yield return $"{at}: {value.ToJsonString()} is no {format}";
        }
    }

    private static bool HasFormat(string format, JsonNode value) => format switch
    {
        "date" => DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", out _),
        "date-time" => DateTimeOffset.TryParse((string?)value, out _) && ((string)value!).Contains('T'),
        "int64" => value.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };
}
