using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;

/// <summary>How rules of load and capacity are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(LoadCapacityRules))]
public sealed partial class LoadCapacityJson : JsonSerializerContext;
