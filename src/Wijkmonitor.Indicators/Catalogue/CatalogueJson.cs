using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Catalogue;

/// <summary>How the catalogue of indicators is read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(CatalogueFile))]
public sealed partial class CatalogueJson : JsonSerializerContext;
