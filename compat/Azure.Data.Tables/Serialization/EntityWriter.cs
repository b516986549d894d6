using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Serialization;

/// <summary>Writes entities as the JSON of the protocol, each value with the annotation that keeps its type.</summary>
/// <remarks>What is not ASCII is escaped, as JSON writers here do by default: the emulator decodes a request in pieces.</remarks>
internal sealed class EntityWriter : IDisposable
{
    private const int LongestTypedName = 512;
    private readonly Utf8JsonWriter json;

    public EntityWriter(IBufferWriter<byte> output) => json = new(output, new() { SkipValidation = true });

    /// <summary>Writes one entity, and all of it: the writer can go on with the next.</summary>
    /// <exception cref="NotSupportedException">A property is of a type that a table cannot hold.</exception>
    public void Write(ITableEntity entity)
    {
        json.WriteStartObject();
        if (entity is IDictionary<string, object> properties)
        {
            WriteDictionary(properties);
        }
        else
        {
            WriteModel(entity);
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    public void Dispose() => json.Dispose();

    private void WriteDictionary(IDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (value is Enum)
            {
                throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
            }

            if (value is not null && !PropertyNames.IsKeptByService(name))
            {
                WriteProperty(name, value);
            }
        }
    }

    private void WriteModel(ITableEntity entity)
    {
        json.WriteString(PropertyNames.PartitionKey, entity.PartitionKey);
        json.WriteString(PropertyNames.RowKey, entity.RowKey);
        foreach (var property in EntityModel.Of(entity.GetType()).Properties)
        {
            if (property.Get(entity) is { } value)
            {
                WriteProperty(property.Name, value is Enum ? value.ToString()! : value);
            }
        }
    }

    private void WriteProperty(string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case double number:
                WriteType(name, "Edm.Double"u8);
                WriteDouble(name, number);
                break;
            case long number:
                WriteType(name, "Edm.Int64"u8);
                WriteInt64(name, number);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case DateTimeOffset moment:
                WriteType(name, "Edm.DateTime"u8);
                WriteMoment(name, moment.UtcDateTime);
                break;
            case Guid id:
                WriteType(name, "Edm.Guid"u8);
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                WriteType(name, "Edm.Binary"u8);
                json.WriteBase64String(name, bytes);
                break;
            default:
                WriteSeldom(name, value);
                break;
        }
    }

    private void WriteSeldom(string name, object value)
    {
        switch (value)
        {
            case BinaryData data:
                WriteType(name, "Edm.Binary"u8);
                json.WriteBase64String(name, data.ToMemory().Span);
                break;
            case DateTime { Kind: DateTimeKind.Utc } moment:
                WriteType(name, "Edm.DateTime"u8);
                WriteMoment(name, moment);
                break;
            case DateTime moment:
                throw new NotSupportedException($"Property {name}: a DateTime must be UTC, not {moment.Kind}.");
            case ulong number:
                WriteType(name, "Edm.Int64"u8);
                WriteInt64(name, number);
                break;
            case float number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            default:
                throw new NotSupportedException($"Property {name}: not supported type {value.GetType()}.");
        }
    }

    private void WriteType(string name, ReadOnlySpan<byte> type)
    {
        const int suffixLength = 11;
        var length = name.Length + suffixLength;
        var buffer = length <= LongestTypedName ? stackalloc char[LongestTypedName] : new char[length];
        name.CopyTo(buffer);
        PropertyNames.TypeSuffix.CopyTo(buffer[name.Length..]);
        json.WriteString(buffer[..length], type);
    }

    // JSON has no numbers for these three; the annotation says what the text means.
    private void WriteDouble(string name, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, number switch
            {
                double.PositiveInfinity => "Infinity"u8,
                double.NegativeInfinity => "-Infinity"u8,
                _ => "NaN"u8,
            });
        }
    }

    // As text: a JSON number of 64 bits loses digits in many readers.
    private void WriteInt64(string name, Int128 number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written, default, null);
        json.WriteString(name, digits[..written]);
    }

    private void WriteMoment(string name, DateTime moment)
    {
        Span<byte> text = stackalloc byte[28];
        Utf8Formatter.TryFormat(moment, text, out var written, new StandardFormat('O'));
        json.WriteString(name, text[..written]);
    }
}
