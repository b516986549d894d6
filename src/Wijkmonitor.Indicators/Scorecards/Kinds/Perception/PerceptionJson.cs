using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Perception;

/// <summary>How rules of objective against subjective are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(PerceptionRules))]
public sealed partial class PerceptionJson : JsonSerializerContext;
