using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Api;

/// <summary>How everything that is served is written: camelCase, no nulls, text readable.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(ScorecardSummary))]
[JsonSerializable(typeof(Signal))]
[JsonSerializable(typeof(AreaResource))]
[JsonSerializable(typeof(AreaDetail))]
[JsonSerializable(typeof(CarriedFiguresResource))]
[JsonSerializable(typeof(ItemList<AreaResource>))]
[JsonSerializable(typeof(ItemList<ObservationResource>))]
[JsonSerializable(typeof(ItemList<RecordResource>))]
[JsonSerializable(typeof(ItemList<ScorecardSummary>))]
[JsonSerializable(typeof(ItemList<Indicator>))]
[JsonSerializable(typeof(ItemList<MunicipalityResource>))]
[JsonSerializable(typeof(ItemList<ScorecardKindResource>))]
[JsonSerializable(typeof(ItemList<DeliveryResource>))]
[JsonSerializable(typeof(DeliveryResource))]
[JsonSerializable(typeof(ProblemList))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(DeliveryDecisionRequest))]
[JsonSerializable(typeof(WaitingFileResource))]
[JsonSerializable(typeof(ItemList<WaitingFileResource>))]
[JsonSerializable(typeof(ItemList<SocialMortgageItem>))]
[JsonSerializable(typeof(SocialMortgageResource))]
[JsonSerializable(typeof(MortgageLedgerResource))]
[JsonSerializable(typeof(MortgageSeries))]
[JsonSerializable(typeof(SettlementRequest))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(ItemList<MortgageModule>))]
[JsonSerializable(typeof(ExplanationResource))]
[JsonSerializable(typeof(MortgageAssumptions))]
[JsonSerializable(typeof(MortgageTarget))]
[JsonSerializable(typeof(ProjectionAssumptions))]
[JsonSerializable(typeof(MortgageProjection))]
[JsonSerializable(typeof(HealthResource))]
[JsonSerializable(typeof(LivenessResource))]
[JsonSerializable(typeof(ReadinessResource))]
[JsonSerializable(typeof(ProblemDetailsResource))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class ApiJson : JsonSerializerContext
{
    static ApiJson() => Default = new ApiJson(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
