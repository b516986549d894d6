using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>JSON of deliveries, problems, changes and decisions as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChangeCounts))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(DeliveryDecision))]
[JsonSerializable(typeof(ReadSummary))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryDecision>))]
[JsonSerializable(typeof(IReadOnlyList<RowProblem>))]
public sealed partial class StoredDeliveryJson : JsonSerializerContext
{
    static StoredDeliveryJson() => Default = new StoredDeliveryJson(StoredJson.CreateOptions());
}
