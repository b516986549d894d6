using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>JSON of the health of the monitor as served.</summary>
[JsonSerializable(typeof(HealthResource))]
[JsonSerializable(typeof(LateResource))]
[JsonSerializable(typeof(LivenessResource))]
[JsonSerializable(typeof(ReadinessResource))]
public sealed partial class HealthJson : JsonSerializerContext
{
    static HealthJson() => Default = new HealthJson(ServedJson.CreateOptions());
}
