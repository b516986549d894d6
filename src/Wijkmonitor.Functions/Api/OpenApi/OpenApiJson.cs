using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Answers;

namespace Wijkmonitor.Functions.Api.OpenApi;

/// <summary>How the contract is served as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class OpenApiJson : JsonSerializerContext
{
    static OpenApiJson() => Default = new OpenApiJson(ServedJson.Options());
}
