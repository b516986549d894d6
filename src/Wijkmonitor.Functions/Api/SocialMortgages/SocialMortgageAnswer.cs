using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Answers;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Answers about social mortgages.</summary>
internal static class SocialMortgageAnswer
{
    /// <summary>There is no such social mortgage.</summary>
    public static IResult NotFound(string id) => Answer.NotFound($"Er is geen sociale hypotheek '{id}'.", $"There is no social mortgage '{id}'.");
}
