using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

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
public sealed partial class DatasetJson : JsonSerializerContext
{
    /// <summary>Creates the fault of a null.</summary>
    internal static ConfigurationFault NullFault(string path) => new(
        path, new BilingualText($"'{path}' is null: laat weg wat niet van toepassing is.", $"'{path}' is null: leave out what does not apply."));

    /// <summary>Finds the first null. The types say of a member whether it may be null, but not of what is in a list.</summary>
    internal static string? FindNull(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Null => path,
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => FindNull(member.Value, $"{path}.{member.Name}"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select((item, i) => FindNull(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
