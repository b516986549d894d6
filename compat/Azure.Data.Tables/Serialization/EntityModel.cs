using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Serialization;

/// <summary>The properties of a type of entity that are stored besides its keys, looked up once for each type.</summary>
internal sealed class EntityModel
{
    private static readonly ConcurrentDictionary<Type, EntityModel> Known = new();
    private readonly Dictionary<string, ModelProperty> byName;

    private EntityModel(Type type)
    {
        var stored = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsStored);
        Properties = [.. stored.Select(property => new ModelProperty(property))];
        byName = Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
    }

    /// <summary>The properties in the order in which the type declares them.</summary>
    public ModelProperty[] Properties { get; }

    public static EntityModel Of(Type type) => Known.GetOrAdd(type, static type => new(type));

    /// <summary>Gives a property of an entity the value that was read.</summary>
    public void Set(ITableEntity entity, string name, object? value)
    {
        switch (name)
        {
            case PropertyNames.PartitionKey:
                entity.PartitionKey = (string)value!;
                break;
            case PropertyNames.RowKey:
                entity.RowKey = (string)value!;
                break;
            case PropertyNames.Timestamp:
                entity.Timestamp = (DateTimeOffset?)value;
                break;
            case PropertyNames.ETag:
                entity.ETag = new((string)value!);
                break;
            default:
                byName.GetValueOrDefault(name)?.Set(entity, value);
                break;
        }
    }

    private static bool IsStored(PropertyInfo property) =>
        property is { CanRead: true, CanWrite: true }
        && property.GetIndexParameters().Length == 0
        && property.Name is not (nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey)
            or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag))
        && !property.IsDefined(typeof(IgnoreDataMemberAttribute));
}
