using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>A request to settle a year.</summary>
public sealed record SettlementRequest
{
    /// <summary>The longest name of a role.</summary>
    public const int MaxRoleLength = 200;

    /// <summary>The day it is settled.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The role that settles it; a role, no name of a person.</summary>
    public required string ByRole { get; init; }
}

/// <summary>Settling years of a social mortgage.</summary>
public sealed class SettlementFunctions(MortgageStatements mortgages, SettlementStore settlements, StorageSetup setup, ScoringRun scoring, AuditLog audit)
{
    /// <summary>Settles a year: its statement stays as it is now.</summary>
    [Function("SettleYear")]
    public Task<IResult> SettleAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/social-mortgages/{id}/statements/{year}/settlement")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => query.ReadYear("year", year),
        period => ApiOperation.RunWithBodyAsync(
            request, SocialMortgagesJson.Default.SettlementRequest, body => SettleAsync(id, period, body, Caller.From(request.HttpContext), cancellationToken),
            cancellationToken));

    private async Task<IResult> SettleAsync(string id, Period period, SettlementRequest body, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.ByRole) || body.ByRole.Length > SettlementRequest.MaxRoleLength)
        {
            return ApiResults.BadRequest("byRole", "", "Vul de rol in die vaststelt.", "Enter the role that settles.");
        }

        if (PermanentText.Validate("byRole", body.ByRole) is { } personal)
        {
            return personal;
        }

        if (await mortgages.FindAsync(id, cancellationToken) is not { } mortgage)
        {
            return SocialMortgageResults.NotFound(id);
        }

        var settled = mortgage.Dossier.Settlements.Select(s => s.Year).ToList();
        if (Settlement.Validate(mortgage.Dossier.Contract, settled, period.Year, body.On) is { } refusal)
        {
            return RequestBody.Reject(
                settled.Contains(period.Year)
                    ? StatusCodes.Status409Conflict
                    : StatusCodes.Status400BadRequest, refusal.Field, refusal.Value, refusal.Message, refusal.Remedy);
        }

        var municipality = mortgage.Dossier.Contract.Latest.Area.Municipality;
        if (await scoring.ReadScoredAsync(municipality, () => mortgages.FindAsync(id, cancellationToken), cancellationToken) is not { } scored)
        {
            return ApiResults.InvalidRequest(StatusCodes.Status409Conflict, new FieldError("year", period.ToString()), new(
                $"Er zijn nieuwe cijfers over {municipality} die nog niet zijn verwerkt. Wacht daarop, bekijk de afrekening, en stel dan vast.",
                $"There are new figures about {municipality} that are not computed yet. Wait for them, look at the statement, and settle then."));
        }

        return scored.FindStatement(period) is { } statement
            ? await SettleAsync(new Settlement(id, period.Year, body.On, body.ByRole.Trim(), statement), caller, cancellationToken)
            : SocialMortgageResults.StatementNotFound(id, period);
    }

    private async Task<IResult> SettleAsync(Settlement settlement, Caller caller, CancellationToken cancellationToken)
    {
        await setup.EnsureAsync(cancellationToken);

        // First, as what is settled cannot be settled again to have it recorded after all. Of two at once both are recorded; the archive has the one
        // that counts.
        var settled = string.Create(CultureInfo.InvariantCulture, $"{settlement.Contract} {settlement.Year}");
        await audit.AddAsync(AuditedOperation.Settlement, settled, settlement.ByRole, caller.Roles.ToString(), reason: null, cancellationToken);
        if (!await settlements.AddAsync(settlement, cancellationToken))
        {
            return ApiResults.InvalidRequest(
                StatusCodes.Status409Conflict,
                new FieldError("year", settlement.Statement.Period.ToString()),
                new("Dit jaar is intussen al vastgesteld.", "This year was settled in the meantime."));
        }

        await scoring.ScoreMunicipalityAsync(settlement.Statement.Area.Municipality, cancellationToken);
        return ApiResults.Json(settlement, SocialMortgagesJson.Default.Settlement);
    }
}
