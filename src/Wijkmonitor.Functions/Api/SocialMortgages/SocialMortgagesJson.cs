using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>JSON of social mortgages as served.</summary>
[JsonSerializable(typeof(ExplanationResource))]
[JsonSerializable(typeof(ItemList<MortgageModule>))]
[JsonSerializable(typeof(ItemList<SocialMortgageItem>))]
[JsonSerializable(typeof(MortgageAssumptions))]
[JsonSerializable(typeof(MortgageLedgerResource))]
[JsonSerializable(typeof(MortgageProjection))]
[JsonSerializable(typeof(MortgageSeries))]
[JsonSerializable(typeof(MortgageTarget))]
[JsonSerializable(typeof(ProjectionAssumptions))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(SettlementRequest))]
[JsonSerializable(typeof(SocialMortgageResource))]
public sealed partial class SocialMortgagesJson : JsonSerializerContext
{
    static SocialMortgagesJson() => Default = new SocialMortgagesJson(ServedJson.CreateOptions());
}
