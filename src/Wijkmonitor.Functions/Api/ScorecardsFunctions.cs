using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Scorecards.Compass;

namespace Wijkmonitor.Functions.Api;

/// <summary>Scorecards of areas.</summary>
public sealed class ScorecardsFunctions(ScorecardStore scorecards, AreaStore areas)
{
    /// <summary>Summaries of all scorecards of an area.</summary>
    [Function("ListScorecards")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}/scorecards")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem))
        {
            return problem;
        }

        var items = await scorecards.SummariesAsync(area, cancellationToken).ToListAsync(cancellationToken);
        if (items.Count == 0 && (await areas.FindAsync(area, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(area);
        }

        return Answer.Json(new ItemList<ScorecardSummary>(items), ApiJson.Default.ItemListScorecardSummary);
    }

    /// <summary>One scorecard, with its lines, their explanations and all their inputs.</summary>
    [Function("GetScorecard")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}/scorecards/{kind}/{period}")] HttpRequest request,
        string code,
        string kind,
        string period,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem) || !PathValue.IsPeriod("period", period, out var year, out problem))
        {
            return problem;
        }

        return await scorecards.FindAsync(kind, year, area, subject: null, cancellationToken) is { } served
            ? Answer.Json(served.Json, served.Version)
            : Answer.NotFound($"Er is geen scorekaart '{kind}' van {area} over {year}.", $"There is no scorecard '{kind}' of {area} for {year}.");
    }

    /// <summary>Summaries of the compass of all areas of a municipality in a <c>period</c>.</summary>
    [Function("ListCompass")]
    public async Task<IResult> ListCompassAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/municipalities/{code}/compass")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsMunicipality(code, out var municipality, out var problem)
            || !PathValue.IsPeriod("period", request.Query["period"], out var period, out problem))
        {
            return problem;
        }

        var items = await scorecards.SummariesAsync(municipality, CompassComputation.Kind, period, cancellationToken).ToListAsync(cancellationToken);
        if (items.Count == 0 && (await areas.OfMunicipalityAsync(municipality, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(municipality);
        }

        return Answer.Json(new ItemList<ScorecardSummary>(items), ApiJson.Default.ItemListScorecardSummary);
    }
}
