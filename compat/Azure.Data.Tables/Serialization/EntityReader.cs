using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Serialization;

/// <summary>Reads entities from the JSON of the protocol, each value with its annotated type.</summary>
/// <typeparam name="T">The type of entity to make.</typeparam>
/// <remarks>For one response: what it learns of one entity serves the next.</remarks>
internal sealed class EntityReader<T>
    where T : class, ITableEntity
{
    // None for the types that are dictionaries.
    private readonly EntityModel? model =
        typeof(IDictionary<string, object?>).IsAssignableFrom(typeof(T)) ? null : EntityModel.Of(typeof(T));

    // The entities of a page mostly have the same properties in the same order, so that the names of one serve the next.
    private readonly List<string> names = [];

    /// <summary>The entity that a response consists of.</summary>
    public T ReadOne(ReadOnlyMemory<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8.Span);
        json.Read();
        return Read(ref json);
    }

    /// <summary>The entities of a page of a query.</summary>
    public List<T> ReadPage(ReadOnlyMemory<byte> utf8)
    {
        var entities = new List<T>();
        var json = new Utf8JsonReader(utf8.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isList = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isList)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                entities.Add(Read(ref json));
            }
        }

        return entities;
    }

    private T Read(ref Utf8JsonReader json)
    {
        var entity = CreateEntity();
        var annotated = new Annotation();
        for (var position = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; position++)
        {
            var name = NameAt(position, ref json);
            json.Read();
            if (name.EndsWith(PropertyNames.TypeSuffix, StringComparison.Ordinal))
            {
                annotated = new(name, EdmTypes.Parse(ref json));
            }
            else if (name != PropertyNames.Metadata)
            {
                var type = name == PropertyNames.Timestamp ? EdmType.DateTime : annotated.TypeOf(name);
                Set(entity, name, ReadValue(ref json, type));
            }
        }

        return entity;
    }

    // The entities of a page mostly have as many properties as the first of them.
    private T CreateEntity() => typeof(T) == typeof(TableEntity) ? (T)(object)new TableEntity(names.Count) : Activator.CreateInstance<T>();

    private string NameAt(int position, ref Utf8JsonReader json)
    {
        if (position < names.Count && json.ValueTextEquals(names[position]))
        {
            return names[position];
        }

        var name = json.GetString()!;
        if (position < names.Count)
        {
            names[position] = name;
        }
        else
        {
            names.Add(name);
        }

        return name;
    }

    private void Set(T entity, string name, object? value)
    {
        if (entity is TableEntity tableEntity)
        {
            tableEntity.Load(name, value!);
        }
        else if (model is null)
        {
            ((IDictionary<string, object?>)entity)[name] = value;
        }
        else
        {
            model.Set(entity, name, value);
        }
    }

    private static object? ReadValue(ref Utf8JsonReader json, EdmType type) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => Boxed.True,
        JsonTokenType.False => Boxed.False,
        JsonTokenType.Number => ReadNumber(ref json, type),
        JsonTokenType.String => ReadText(ref json, type),
        _ => throw new JsonException($"The service sent a {json.TokenType} as the value of a property."),
    };

    private static object ReadNumber(ref Utf8JsonReader json, EdmType type)
    {
        if (type == EdmType.Double)
        {
            return json.GetDouble();
        }

        if (type != EdmType.Int64 && json.TryGetInt32(out var small))
        {
            return small;
        }

        return json.TryGetInt64(out var large) ? large : json.GetDouble();
    }

    private static object ReadText(ref Utf8JsonReader json, EdmType type) => type switch
    {
        EdmType.Binary => json.GetBytesFromBase64(),
        EdmType.DateTime => ReadMoment(ref json),
        EdmType.Guid => json.TryGetGuid(out var id) ? id : Guid.Parse(json.GetString()!),
        EdmType.Int64 => long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        EdmType.Double => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        _ => json.GetString()!,
    };

    private static DateTimeOffset ReadMoment(ref Utf8JsonReader json) => json.TryGetDateTimeOffset(out var moment)
        ? moment
        : DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>The last annotation that was read: it stands before its property.</summary>
    private readonly record struct Annotation(string Name, EdmType Type)
    {
        public EdmType TypeOf(string property) =>
            Name?.Length == property.Length + PropertyNames.TypeSuffix.Length && Name.StartsWith(property, StringComparison.Ordinal)
                ? Type
                : EdmType.None;
    }

    private static class Boxed
    {
        public static readonly object True = true;
        public static readonly object False = false;
    }
}
