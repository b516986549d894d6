using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;

/// <summary>The period that a compass counts reds from.</summary>
/// <param name="Year">The year; null where each indicator starts at the first year in which the area could be judged on it.</param>
[JsonConverter(typeof(CompassStartJsonConverter))]
public readonly record struct CompassStart(Period? Year)
{
    /// <summary>JSON of the first year that can be judged.</summary>
    public const string EarliestText = "earliest";

    /// <summary>Each indicator starts at the first year in which the area could be judged on it.</summary>
    public static CompassStart Earliest { get; } = new(Year: null);
}

/// <summary>Converter of a start to "earliest" or to a year in quotes.</summary>
public sealed class CompassStartJsonConverter : JsonConverter<CompassStart>
{
    /// <inheritdoc/>
    public override CompassStart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (text == CompassStart.EarliestText)
        {
            return CompassStart.Earliest;
        }

        return Period.TryParseYear(text, out var period)
            ? new CompassStart(period)
            : throw new JsonException("The start of the compass is \"earliest\" or a year as text such as \"2016\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CompassStart value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Year?.ToString() ?? CompassStart.EarliestText);
}
