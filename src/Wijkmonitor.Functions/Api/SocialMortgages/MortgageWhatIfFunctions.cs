using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Operations that simulate statements, targets and projections. Nothing of it is stored.</summary>
public sealed class MortgageWhatIfFunctions(MortgageStatements mortgages, InputVisibility inputs, IndicatorCatalogue catalogue)
{
    /// <summary>Simulates the statement that would follow from assumptions about an open year.</summary>
    [Function("AssumeStatement")]
    public Task<IResult> SimulateStatementAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/social-mortgages/{id}/what-if")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithBodyAsync(
        request,
        SocialMortgagesJson.Default.MortgageAssumptions,
        async assumed =>
        {
            if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
            {
                return SocialMortgageResults.NotFound(id);
            }

            if (MortgageWhatIf.Validate(mortgage.Dossier, assumed) is { } problem)
            {
                return RequestBody.Reject(StatusCodes.Status400BadRequest, problem.Field, problem.Value, problem.Message, problem.Remedy);
            }

            var statements = MortgageWhatIf.ComputeStatements(mortgage.Dossier, catalogue, mortgage.Observations, assumed);
            return statements.FirstOrDefault(s => s.Period.Year == assumed.Year) is { } statement
                ? ApiResults.Json(inputs.Limit(Caller.From(request.HttpContext), statement), ScorecardsJson.Default.Scorecard)
                : ApiResults.BadRequest("values", "", "Er is niets aangenomen en over dit jaar is nog niets bekend.",
                    "Nothing is assumed and nothing is known about this year yet.");
        },
        cancellationToken);

    /// <summary>Gets, for each line alone, the change that would bring an open year on track.</summary>
    [Function("GetTarget")]
    public Task<IResult> GetTargetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/statements/{year}/target")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => query.ReadYear("year", year),
        async period =>
        {
            if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
            {
                return SocialMortgageResults.NotFound(id);
            }

            return MortgageWhatIf.Validate(mortgage.Dossier, new MortgageAssumptions(period.Year)) is { } refusal
                ? RequestBody.Reject(StatusCodes.Status400BadRequest, refusal.Field, refusal.Value, refusal.Message, refusal.Remedy)
                : ApiResults.Json(MortgageTarget.Create(mortgage.Dossier, catalogue, mortgage.Observations, period.Year),
                    SocialMortgagesJson.Default.MortgageTarget);
        });

    /// <summary>Projects the remaining years under assumptions.</summary>
    [Function("ProjectMortgage")]
    public Task<IResult> ProjectAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/social-mortgages/{id}/projection")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithBodyAsync(
        request,
        SocialMortgagesJson.Default.ProjectionAssumptions,
        async assumed =>
        {
            if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
            {
                return SocialMortgageResults.NotFound(id);
            }

            return MortgageProjection.Validate(mortgage.Dossier, assumed) is { } problem
                ? RequestBody.Reject(StatusCodes.Status400BadRequest, problem.Field, problem.Value, problem.Message, problem.Remedy)
                : ApiResults.Json(MortgageProjection.Create(mortgage.Dossier, catalogue, mortgage.Observations, assumed),
                    SocialMortgagesJson.Default.MortgageProjection);
        },
        cancellationToken);
}
