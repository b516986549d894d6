using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Statements in the forms that people take with them.</summary>
public sealed class StatementExportFunctions(ContractStore contracts, ScorecardStore scorecards, InputVisibility inputs)
{
    /// <summary>Gets a statement as CSV for a spreadsheet.</summary>
    [Function("GetStatementCsv")]
    public Task<IResult> GetCsvAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/statements/{year}/csv")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => FindAsync(
            request, id, year, ResponseFormat.Csv, (_, _, served) => SocialMortgageResults.Csv(id, served), cancellationToken);

    /// <summary>Gets a statement as a page to print.</summary>
    [Function("GetStatementPage")]
    public Task<IResult> GetPageAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/statements/{year}/page")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => FindAsync(
            request, id, year, ResponseFormat.Html, (contract, statement, served) => ApiResults.File(
            Encoding.UTF8.GetBytes(StatementPage.Write(contract, statement)), FormatNames.GetContentType(ResponseFormat.Html), fileName: null,
            StatementPage.ContentSecurityPolicy, served.StoredAt), cancellationToken);

    private Task<IResult> FindAsync(HttpRequest request, string id, string year, ResponseFormat format,
        Func<SocialMortgageContract, Scorecard, ServedScorecard, IResult> respond, CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Period: query.ReadYear("year", year), Format: ContentNegotiation.Read(query, format)),
        asked => FindAsync(Caller.From(request.HttpContext), id, asked.Period, respond, cancellationToken));

    private async Task<IResult> FindAsync(Caller caller, string id, Period period,
        Func<SocialMortgageContract, Scorecard, ServedScorecard, IResult> respond, CancellationToken cancellationToken)
    {
        if (await contracts.FindAsync(id, cancellationToken) is not { Count: > 0 } stored)
        {
            return SocialMortgageResults.NotFound(id);
        }

        var versions = new ContractVersions([.. stored.Select(s => s.Contract)]);
        if (await scorecards.FindStatementAsync(period, versions.Latest.Area, id, cancellationToken) is not { } found)
        {
            return SocialMortgageResults.StatementNotFound(id, period);
        }

        var served = inputs.Limit(caller, found);
        var statement = JsonSerializer.Deserialize(served.Json, ScorecardsJson.Default.Scorecard)!;
        return respond(versions.All.LastOrDefault(v => v.Version == statement.RuleVersion) ?? versions.GetVersion(period.Year), statement, served);
    }
}
