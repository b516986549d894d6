using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>The operations for example calculations by rules. No record is read and nothing is stored.</summary>
public sealed class WhatIfFunctions(ScoringRules scoring)
{
    /// <summary>Lists the forms of the example calculations that are for everybody.</summary>
    [Function("ListWhatIfs")]
    public Task<IResult> ListAsync([HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/what-ifs")] HttpRequest request) =>
        ApiOperation.RunAsync(
            request,
            ResponseFormat.Json,
            () => Task.FromResult(ApiResults.Json(
                new ItemList<WhatIfForm>([.. Known.Select(kind => kind.Describe())]), ScorecardsJson.Default.ItemListWhatIfForm)));

    /// <summary>Computes an example calculation from the inputs in the body, by rules that are for everybody.</summary>
    [Function("ComputeWhatIf")]
    public Task<IResult> ComputeAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/scorecard-kinds/{kind}/rules/{rules}/what-if")] HttpRequest request,
        string kind,
        string rules,
        CancellationToken cancellationToken) => ApiOperation.RunWithBodyAsync(
        request, ScorecardsJson.Default.WhatIfInputs, given => Task.FromResult(Compute(kind, rules, given)), cancellationToken);

    private IResult Compute(string kind, string rules, WhatIfInputs given)
    {
        if (Find(kind, rules) is not { } found)
        {
            return ApiResults.NotFound(
                $"Er is geen rekenvoorbeeld '{rules}' van de soort '{kind}'.", $"There is no example calculation '{rules}' of the kind '{kind}'.");
        }

        if (given.Inputs?.All(input => input?.Input is not null) != true)
        {
            return ApiResults.BadRequest("inputs", "", "Geef de invoer als lijst, elke met zijn naam.", "Give the inputs as a list, each with its name.");
        }

        return found.Validate(given) is { } problem
            ? RequestBody.Reject(StatusCodes.Status400BadRequest, problem.Field, problem.Value, problem.Message, problem.Remedy)
            : ApiResults.Json(found.Compute(given), ScorecardsJson.Default.WhatIfOutcome);
    }

    // Rules that are for some only are not named to others.
    private IEnumerable<IWhatIfKind> Known =>
        scoring.Kinds.OfType<IWhatIfKind>().Where(known => known.IsWhatIf && VisibilityPolicy.IsVisibleTo(Audience.Public, known.Visibility));

    private IWhatIfKind? Find(string kind, string rules) => Known.FirstOrDefault(known => known.Name == kind && known.RulesCode == rules);
}
