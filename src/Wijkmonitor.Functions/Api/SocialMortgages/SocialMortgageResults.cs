using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Answers about social mortgages.</summary>
internal static class SocialMortgageResults
{
    /// <summary>There is no such social mortgage.</summary>
    public static IResult NotFound(string id) => ApiResults.NotFound($"Er is geen sociale hypotheek '{id}'.", $"There is no social mortgage '{id}'.");
}
