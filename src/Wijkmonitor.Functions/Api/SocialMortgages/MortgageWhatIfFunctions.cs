using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>What would follow, and what it would take. Nothing of it is stored.</summary>
public sealed class MortgageWhatIfFunctions(MortgageStatements mortgages, IndicatorCatalogue catalogue)
{
    /// <summary>The statement that would follow from assumptions about an open year.</summary>
    [Function("AssumeStatement")]
    public async Task<IResult> WhatIfAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/social-mortgages/{id}/what-if")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var (assumed, malformed) = await RequestBody.ReadAsync(request, SocialMortgagesJson.Default.MortgageAssumptions, cancellationToken);
        if (assumed is null)
        {
            return malformed!;
        }

        if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
        {
            return SocialMortgageAnswer.NotFound(id);
        }

        if (MortgageWhatIf.Problem(mortgage.Dossier, assumed) is { } problem)
        {
            return RequestBody.Refused(StatusCodes.Status400BadRequest, problem.Field, problem.Value, problem.Message, problem.Remedy);
        }

        var statements = MortgageWhatIf.Statements(mortgage.Dossier, catalogue, mortgage.Observations, assumed);
        return statements.FirstOrDefault(s => s.Period.Year == assumed.Year) is { } statement
            ? Answer.Json(statement, ScorecardsJson.Default.Scorecard)
            : Answer.BadRequest("values", "", "Er is niets aangenomen en over dit jaar is nog niets bekend.", "Nothing is assumed and nothing is known of this year yet.");
    }

    /// <summary>What each line alone would have to do for an open year to end on track.</summary>
    [Function("GetTarget")]
    public async Task<IResult> TargetAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/social-mortgages/{id}/statements/{year}/target")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsPeriod("year", year, out var period, out var problem))
        {
            return problem;
        }

        if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
        {
            return SocialMortgageAnswer.NotFound(id);
        }

        return MortgageWhatIf.Problem(mortgage.Dossier, new MortgageAssumptions(period.Year)) is { } refusal
            ? RequestBody.Refused(StatusCodes.Status400BadRequest, refusal.Field, refusal.Value, refusal.Message, refusal.Remedy)
            : Answer.Json(MortgageTarget.Of(mortgage.Dossier, catalogue, mortgage.Observations, period.Year), SocialMortgagesJson.Default.MortgageTarget);
    }

    /// <summary>The remaining years under assumptions.</summary>
    [Function("ProjectMortgage")]
    public async Task<IResult> ProjectAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/social-mortgages/{id}/projection")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var (assumed, malformed) = await RequestBody.ReadAsync(request, SocialMortgagesJson.Default.ProjectionAssumptions, cancellationToken);
        if (assumed is null)
        {
            return malformed!;
        }

        if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
        {
            return SocialMortgageAnswer.NotFound(id);
        }

        return MortgageProjection.Problem(mortgage.Dossier, assumed) is { } problem
            ? RequestBody.Refused(StatusCodes.Status400BadRequest, problem.Field, problem.Value, problem.Message, problem.Remedy)
            : Answer.Json(MortgageProjection.Of(mortgage.Dossier, catalogue, mortgage.Observations, assumed), SocialMortgagesJson.Default.MortgageProjection);
    }
}
