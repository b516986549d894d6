using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Storage;

/// <summary>How what is stored as JSON is written: camelCase, no nulls, text readable.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(DeliveryDecision))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryDecision>))]
[JsonSerializable(typeof(IReadOnlyList<RowProblem>))]
[JsonSerializable(typeof(ChangeCounts))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(ScorecardSummary))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(SocialMortgageItem))]
public sealed partial class StorageJson : JsonSerializerContext
{
    static StorageJson() => Default = new StorageJson(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
