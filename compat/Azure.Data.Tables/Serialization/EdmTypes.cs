using System.Text.Json;

namespace Azure.Data.Tables.Serialization;

/// <summary>The names of the types in annotations.</summary>
internal static class EdmTypes
{
    /// <summary>The type that an annotation names.</summary>
    /// <exception cref="NotSupportedException">The type is not one that a table holds.</exception>
    public static EdmType Parse(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        return name switch
        {
            _ when name.SequenceEqual("Edm.Double"u8) => EdmType.Double,
            _ when name.SequenceEqual("Edm.Int64"u8) => EdmType.Int64,
            _ when name.SequenceEqual("Edm.DateTime"u8) => EdmType.DateTime,
            _ when name.SequenceEqual("Edm.Guid"u8) => EdmType.Guid,
            _ when name.SequenceEqual("Edm.Binary"u8) => EdmType.Binary,
            _ when name.SequenceEqual("Edm.String"u8) => EdmType.AsShown,
            _ when name.SequenceEqual("Edm.Int32"u8) => EdmType.AsShown,
            _ when name.SequenceEqual("Edm.Boolean"u8) => EdmType.AsShown,
            _ => throw new NotSupportedException($"Not supported type {json.GetString()}."),
        };
    }
}
