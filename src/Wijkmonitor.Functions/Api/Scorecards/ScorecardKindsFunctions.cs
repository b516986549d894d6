using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>The operation that lists the kinds of scorecards with their names and descriptions.</summary>
public sealed class ScorecardKindsFunctions(ScoringRules rules)
{
    /// <summary>Describes all kinds of scorecards, in the order in which an area's are shown.</summary>
    [Function("DescribeScorecardKinds")]
    public Task<IResult> DescribeAsync([HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/scorecard-kinds")] HttpRequest request) =>
        ApiOperation.RunAsync(
            request,
            ResponseFormat.Json,
            () => Task.FromResult(ApiResults.Json(new ItemList<ScorecardKindInfo>(rules.Infos), ScorecardsJson.Default.ItemListScorecardKindInfo)));
}
