using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>The ledger of a social mortgage.</summary>
/// <param name="Contract">The contract's id.</param>
/// <param name="Balance">The balance now, in euros: the sum of all postings.</param>
/// <param name="Postings">Postings that made the balance, in order.</param>
/// <param name="Entries">The entries as delivered.</param>
/// <param name="Decisions">The decisions about them, by date.</param>
/// <param name="SettledYears">The years that were settled.</param>
public sealed record MortgageLedgerResource(
    string Contract,
    decimal Balance,
    IReadOnlyList<LedgerPosting> Postings,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<LedgerDecision> Decisions,
    IReadOnlyList<SettledYearItem> SettledYears);

/// <summary>A settled year.</summary>
/// <param name="Year">The year.</param>
/// <param name="On">The day it was settled.</param>
/// <param name="ByRole">The role that settled it.</param>
public sealed record SettledYearItem(int Year, DateOnly On, string ByRole);

/// <summary>The ledger, the series and the modules of a social mortgage.</summary>
public sealed class MortgageLedgerFunctions(MortgageStatements mortgages)
{
    /// <summary>Gets every posting, entry, decision and settlement.</summary>
    [Function("GetLedger")]
    public Task<IResult> GetLedgerAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/ledger")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(request, ResponseFormat.Json, () => GetLedgerAsync(id, cancellationToken));

    private async Task<IResult> GetLedgerAsync(string id, CancellationToken cancellationToken)
    {
        if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
        {
            return SocialMortgageResults.NotFound(id);
        }

        var dossier = mortgage.Dossier;
        var postings = MortgageLedger.Create(dossier.Contract, mortgage.Statements);
        return ApiResults.Json(
            new MortgageLedgerResource(
                id,
                postings[^1].Balance,
                postings,
                [.. dossier.Entries.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal)],
                [.. dossier.Decisions.OrderBy(d => d.Date).ThenBy(d => d.Reference, StringComparer.Ordinal)],
                [.. dossier.Settlements.OrderBy(s => s.Year).Select(s => new SettledYearItem(s.Year, s.On, s.ByRole))]),
            SocialMortgagesJson.Default.MortgageLedgerResource);
    }

    /// <summary>Gets the data of a chart over the whole term, in one call.</summary>
    [Function("GetSeries")]
    public Task<IResult> GetSeriesAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/series")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithFormatAsync(request, async format =>
        {
            if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
            {
                return SocialMortgageResults.NotFound(id);
            }

            var series = MortgageSeries.Create(mortgage.Dossier.Contract, mortgage.Statements);
            return format == ResponseFormat.Csv
                ? ApiResults.Csv(series.Years, SocialMortgagesJson.Default.MortgageSeriesYear)
                : ApiResults.Json(series, SocialMortgagesJson.Default.MortgageSeries);
        });

    /// <summary>Lists the parts of the house: which are unlocked, and what is still to be repaid for the others.</summary>
    [Function("ListModules")]
    public Task<IResult> ListModulesAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/modules")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithFormatAsync(request, async format =>
        {
            if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
            {
                return SocialMortgageResults.NotFound(id);
            }

            var repaid = mortgage.Statements is [.., var last] ? last.GetEuros("repaid") : 0;
            var modules = MortgageModule.CreateAll(mortgage.Dossier.Contract.Latest, repaid);
            return ListResults.CreateUnpaged(format, modules, SocialMortgagesJson.Default.ItemListMortgageModule);
        });
}
