using System.Text.Json.Serialization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>JSON of problems as served.</summary>
[JsonSerializable(typeof(ProblemDetailsResource))]
public sealed partial class HttpJson : JsonSerializerContext
{
    static HttpJson() => Default = new HttpJson(ServedJson.CreateOptions());
}
