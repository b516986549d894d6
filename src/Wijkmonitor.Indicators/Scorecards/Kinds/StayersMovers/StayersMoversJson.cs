using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>How rules of stayers and movers are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(StayersMoversRules))]
public sealed partial class StayersMoversJson : JsonSerializerContext;
