using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Serialization;

/// <summary>One stored property of a type of entity.</summary>
internal sealed class ModelProperty(PropertyInfo property)
{
    private readonly Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>The name under which it is stored.</summary>
    public string Name { get; } = property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    public object? Get(object entity) => property.GetValue(entity);

    /// <exception cref="InvalidCastException">The stored value does not fit the property.</exception>
    public void Set(object entity, object? value) =>
        property.SetValue(entity, value is null || type.IsInstanceOfType(value) ? value : Convert(value));

    private object Convert(object value) => value switch
    {
        string text when type.IsEnum => Enum.Parse(type, text),
        byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
        DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
        int or long or double when type.IsPrimitive || type == typeof(decimal) =>
            System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"Property {Name}: a stored {value.GetType()} does not fit {property.PropertyType}."),
    };
}
