using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Catalogue;

/// <summary>JSON options of the catalogue of indicators: camelCase, no unknown, missing or duplicate members.</summary>
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
