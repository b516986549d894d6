using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Answers about social mortgages.</summary>
internal static class SocialMortgageResults
{
    /// <summary>Creates a 404 response: there is no such social mortgage.</summary>
    public static IResult NotFound(string id) => ApiResults.NotFound($"Er is geen sociale hypotheek '{id}'.", $"There is no social mortgage '{id}'.");

    /// <summary>Creates a 404 response: there is no statement of that year.</summary>
    public static IResult StatementNotFound(string id, Period period) =>
        ApiResults.NotFound($"Over {period} is er geen jaaropgave van '{id}'.", $"There is no statement of '{id}' for {period}.");
}
