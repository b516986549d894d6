using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>JSON options of everything that is served: camelCase, no nulls, readable text.</summary>
internal static class ServedJson
{
    /// <summary>Creates the JSON options of one context.</summary>
    public static JsonSerializerOptions CreateOptions() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
