using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Ingest.Previews;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>JSON of deliveries and waiting files as served.</summary>
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(DecisionPreview))]
[JsonSerializable(typeof(DeliveryDecisionRequest))]
[JsonSerializable(typeof(DeliveryResource))]
[JsonSerializable(typeof(ItemList<DeliveryResource>))]
[JsonSerializable(typeof(ItemList<InboxFileResource>))]
[JsonSerializable(typeof(ProblemList))]
[JsonSerializable(typeof(InboxFileResource))]
public sealed partial class DeliveriesJson : JsonSerializerContext
{
    static DeliveriesJson() => Default = new DeliveriesJson(ServedJson.CreateOptions());
}
