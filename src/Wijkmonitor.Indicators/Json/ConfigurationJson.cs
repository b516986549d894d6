using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Indicators.Json;

/// <summary>How what ships as data is read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(CatalogueFile))]
[JsonSerializable(typeof(DatasetDefinition))]
public sealed partial class ConfigurationJson : JsonSerializerContext;
