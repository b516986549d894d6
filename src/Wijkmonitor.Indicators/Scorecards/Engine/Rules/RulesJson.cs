using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Rules;

/// <summary>The JSON of rules of every kind: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
internal static class RulesJson
{
    /// <summary>Creates the options that rules are read with.</summary>
    /// <param name="kinds">The generated context of each kind, which is next to its rules. Its own options are not used.</param>
    public static JsonSerializerOptions CreateOptions(IEnumerable<IJsonTypeInfoResolver> kinds) => new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        TypeInfoResolver = JsonTypeInfoResolver.Combine([.. kinds]),
    };
}
