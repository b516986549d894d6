using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>JSON options of dataset definitions: camelCase, no unknown, missing or duplicate members.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(DatasetDefinition))]
public sealed partial class DatasetJson : JsonSerializerContext;
