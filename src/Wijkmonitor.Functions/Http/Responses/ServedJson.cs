using System.Text.Json;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>JSON options of everything that is served or sent by callers: as it is stored, and stricter when read.</summary>
internal static class ServedJson
{
    /// <summary>Creates the JSON options of one context.</summary>
    /// <remarks>A body in which a field is given twice is refused: which of both was meant is unknown.</remarks>
    public static JsonSerializerOptions CreateOptions() => new(StoredJson.CreateOptions()) { AllowDuplicateProperties = false };
}
