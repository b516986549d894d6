using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Social mortgages and their statements.</summary>
public sealed class SocialMortgagesFunctions(
    ContractStore contracts, MortgageStatements mortgages, ContractAreas areas, ScorecardStore scorecards, InputVisibility inputs, DeliveryIds ids,
    IndicatorCatalogue catalogue)
{
    private static readonly Dictionary<string, Func<SocialMortgageItem, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["id"] = item => item.Id,
        ["area"] = item => item.Area.Value,
        ["principal"] = item => item.Principal,
        ["firstYear"] = item => item.FirstYear,
    };

    /// <summary>Lists the social mortgages that the caller is a party to.</summary>
    [Function("ListSocialMortgages")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => new ListQuery<SocialMortgageItem>(query, item => item.Id, Sorts),
        async list =>
        {
            var caller = Caller.From(request.HttpContext);
            var items = await contracts.GetAllAsync(cancellationToken).Where(item => caller.IsPartyIn(item.Parties ?? [])).ToListAsync(cancellationToken);
            return ListResults.CreatePage(list, items, SocialMortgagesJson.Default.ItemListSocialMortgageItem);
        });

    /// <summary>Gets one social mortgage: its contract and a summary of each year's statement.</summary>
    [Function("GetSocialMortgage")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(request, ResponseFormat.Json, () => GetAsync(id, cancellationToken));

    private async Task<IResult> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (await contracts.FindAsync(id, cancellationToken) is not { Count: > 0 } found
            || await mortgages.FindContractAsync(id, cancellationToken) is not { } contract)
        {
            return SocialMortgageResults.NotFound(id);
        }

        var stored = await ids.PublishAsync(found, version => version.Delivery, (version, delivery) => version with { Delivery = delivery }, cancellationToken);
        var latest = contract.Latest;
        var versions = stored.Select(s => new ContractVersionItem(s.Contract.Version, s.Contract.ValidFrom, s.Contract.Replaces, s.Delivery));
        var statements = await scorecards.GetStatementsAsync(latest.Area, id, cancellationToken);
        return ApiResults.Json(new SocialMortgageResource(latest, stored.Single(s => s.Contract.Version == latest.Version).Delivery, [.. versions],
                AgreedRepayment.Compute(contract, catalogue), statements),
            SocialMortgagesJson.Default.SocialMortgageResource);
    }

    /// <summary>Gets the statement (jaaropgave) of one year.</summary>
    [Function("GetStatement")]
    public Task<IResult> GetStatementAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/statements/{year}")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Period: query.ReadYear("year", year), Format: ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv)),
        async asked =>
        {
            if (await areas.FindAsync(id, cancellationToken) is not { } area)
            {
                return SocialMortgageResults.NotFound(id);
            }

            if (await scorecards.FindStatementAsync(asked.Period, area, id, cancellationToken) is not { } found)
            {
                return SocialMortgageResults.StatementNotFound(id, asked.Period);
            }

            var served = inputs.Limit(Caller.From(request.HttpContext), found);
            return asked.Format == ResponseFormat.Csv ? SocialMortgageResults.Csv(id, served) : ApiResults.Json(served.Json, served.Version, served.StoredAt);
        });
}
