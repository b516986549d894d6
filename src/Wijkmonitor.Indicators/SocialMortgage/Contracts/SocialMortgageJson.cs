using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>JSON options of a contract: camelCase, no unknown, missing or duplicate members.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SocialMortgageContract))]
public sealed partial class SocialMortgageJson : JsonSerializerContext;
