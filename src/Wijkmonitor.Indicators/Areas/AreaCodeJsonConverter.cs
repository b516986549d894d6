using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Areas;

/// <summary>Converter of an area code to its text.</summary>
public sealed class AreaCodeJsonConverter : JsonConverter<AreaCode>
{
    /// <inheritdoc/>
    public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && AreaCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("An area code such as GM0363, WK036300, BU03630000 or CU0153-dolphia is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
