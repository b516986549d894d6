using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Converter of a choice to its name in camelCase. A number is refused.</summary>
/// <typeparam name="T">The choice.</typeparam>
public sealed class CamelCaseJsonConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
