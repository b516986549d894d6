using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>How everything that is served is written: camelCase, no nulls, text readable.</summary>
internal static class ServedJson
{
    /// <summary>Options for one context.</summary>
    public static JsonSerializerOptions CreateOptions() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
