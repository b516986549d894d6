using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;

/// <summary>How rules of the compass are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(CompassRules))]
public sealed partial class CompassJson : JsonSerializerContext;
