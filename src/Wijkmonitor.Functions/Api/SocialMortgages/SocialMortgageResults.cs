using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Responses about social mortgages.</summary>
internal static class SocialMortgageResults
{
    /// <summary>Creates a 404 response: there is no such social mortgage.</summary>
    public static IResult NotFound(string id) => ApiResults.NotFound($"Er is geen sociale hypotheek '{id}'.", $"There is no social mortgage '{id}'.");

    /// <summary>Creates a 404 response: there is no statement of that year.</summary>
    public static IResult StatementNotFound(string id, Period period) =>
        ApiResults.NotFound($"Over {period} is er geen jaaropgave van '{id}'.", $"There is no statement of '{id}' for {period}.");

    /// <summary>Gets a statement as CSV.</summary>
    public static IResult Csv(string id, ServedScorecard served)
    {
        var statement = JsonSerializer.Deserialize(served.Json, ScorecardsJson.Default.Scorecard)!;
        return ApiResults.File(StatementCsv.Write(statement), FormatNames.GetContentType(ResponseFormat.Csv), $"jaaropgave-{id}-{statement.Period}.csv",
            contentSecurityPolicy: null, served.StoredAt);
    }
}
