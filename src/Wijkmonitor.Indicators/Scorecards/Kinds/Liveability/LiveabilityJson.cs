using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;

/// <summary>How rules of liveability are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(LiveabilityRules))]
public sealed partial class LiveabilityJson : JsonSerializerContext;
