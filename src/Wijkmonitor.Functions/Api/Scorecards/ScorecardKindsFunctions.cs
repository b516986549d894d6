using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>What the kinds of scorecards are called and how they are read.</summary>
public sealed class ScorecardKindsFunctions(ScoringRules rules)
{
    /// <summary>All kinds, in the order in which an area's are shown.</summary>
    [Function("DescribeScorecardKinds")]
    public IResult Describe([HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/scorecard-kinds")] HttpRequest request) =>
        ApiResults.Json(new ItemList<ScorecardKindInfo>(rules.Infos), ScorecardsJson.Default.ItemListScorecardKindInfo);
}
