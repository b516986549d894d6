using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Converter of a choice in rules or contracts to its word. A number is refused, for nobody could see what it chooses.</summary>
/// <typeparam name="T">The choice.</typeparam>
public sealed class ChoiceJsonConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
