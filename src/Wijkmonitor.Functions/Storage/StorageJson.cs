using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Datasets;

namespace Wijkmonitor.Functions.Storage;

/// <summary>How records of deliveries are written in the archive: camelCase, no nulls, text readable.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(DeliveryDecision))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryDecision>))]
[JsonSerializable(typeof(IReadOnlyList<RowProblem>))]
[JsonSerializable(typeof(ChangeCounts))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(AuditEntry))]
public sealed partial class StorageJson : JsonSerializerContext
{
    static StorageJson() => Default = new StorageJson(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
