using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>JSON of indicators, observations and records as served.</summary>
[JsonSerializable(typeof(CrosswalkedObservationsResource))]
[JsonSerializable(typeof(ItemList<IndicatorResource>))]
[JsonSerializable(typeof(ItemList<ObservationResource>))]
[JsonSerializable(typeof(ItemList<RecordResource>))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class ObservationsJson : JsonSerializerContext
{
    static ObservationsJson() => Default = new ObservationsJson(ServedJson.CreateOptions());
}
