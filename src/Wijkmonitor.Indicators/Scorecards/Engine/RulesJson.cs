using System.Text.Json;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The JSON of rules of every kind: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
internal static class RulesJson
{
    /// <summary>Creates the options for the context of one kind: a context binds the options that it is given.</summary>
    public static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };
}
