using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>How a contract is read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
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
