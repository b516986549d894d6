#nullable disable annotations // The official package is not annotated for nullable references.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Data.Tables.Serialization;

namespace Azure.Data.Tables;

/// <summary>
/// An entity as a dictionary of its properties. Values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
/// <see cref="long"/>, <see cref="double"/>, <see cref="Guid"/>, <see cref="DateTimeOffset"/>, a UTC <see cref="DateTime"/>, or bytes.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official name.")]
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> properties;

    /// <summary>An entity without properties.</summary>
    public TableEntity() => properties = [];

    /// <summary>An entity with its keys.</summary>
    /// <param name="partitionKey">The partition that holds the entity.</param>
    /// <param name="rowKey">What identifies the entity within its partition.</param>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>An entity with given properties, which may include its keys.</summary>
    /// <param name="values">The properties; they are copied.</param>
    public TableEntity(IDictionary<string, object> values) => properties = values is null ? [] : new(values, StringComparer.Ordinal);

    /// <summary>An entity that will have a number of properties.</summary>
    internal TableEntity(int capacity) => properties = new(capacity, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(PropertyNames.PartitionKey);
        set => properties[PropertyNames.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(PropertyNames.RowKey);
        set => properties[PropertyNames.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyNames.Timestamp);
        set => properties[PropertyNames.Timestamp] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(PropertyNames.ETag));
        set => properties[PropertyNames.ETag] = value.ToString();
    }

    /// <summary>The text of a property, or null if there is none.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="InvalidOperationException">The property is of another type.</exception>
    public string GetString(string key) => (string)Get<string>(key);

    /// <summary>The bytes of a property, or null if there are none.</summary>
    /// <inheritdoc cref="GetString"/>
    public BinaryData GetBinaryData(string key) =>
        GetValue(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : (BinaryData)Get<BinaryData>(key);

    /// <summary>The bytes of a property, or null if there are none.</summary>
    /// <inheritdoc cref="GetString"/>
    public byte[] GetBinary(string key) => (byte[])Get<byte[]>(key);

    /// <summary>The truth value of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public bool? GetBoolean(string key) => (bool?)Get<bool>(key);

    /// <summary>The moment of a property in UTC, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public DateTime? GetDateTime(string key) =>
        GetValue(key) is DateTimeOffset moment ? moment.UtcDateTime : (DateTime?)Get<DateTime>(key);

    /// <summary>The moment of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        GetValue(key) is DateTime moment ? new DateTimeOffset(moment) : (DateTimeOffset?)Get<DateTimeOffset>(key);

    /// <summary>The number of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public double? GetDouble(string key) => (double?)Get<double>(key);

    /// <summary>The identifier of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public Guid? GetGuid(string key) => (Guid?)Get<Guid>(key);

    /// <summary>The whole number of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public int? GetInt32(string key) => (int?)Get<int>(key);

    /// <summary>The whole number of a property, or null if there is none.</summary>
    /// <inheritdoc cref="GetString"/>
    public long? GetInt64(string key) => (long?)Get<long>(key);

    /// <summary>Sets a property as it was read: without regard to what it held.</summary>
    internal void Load(string key, object value) => properties[key] = value;

    private object GetValue(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.GetValueOrDefault(key);
    }

    private object Get<T>(string key)
    {
        var value = GetValue(key);
        return value is null or T
            ? value
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Cannot return {typeof(T)} type for a {value.GetType()} typed property."));
    }

    private void SetValue(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        properties[key] = properties.TryGetValue(key, out var existing) ? Coerce(existing, value) : value;
    }

    // A whole-number literal assigned to a wider property keeps that property's type.
    private static object Coerce(object existing, object value) => (existing, value) switch
    {
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime or DateTimeOffset) => value.ToString(),
        _ => value,
    };
}
