using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>Converter of a period to its text, such as "2019" or "2019-Q1".</summary>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Period.TryParse(reader.GetString(), out var period)
            ? period
            : throw new JsonException("A period as text such as \"2019\" is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
