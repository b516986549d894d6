using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Api;

/// <summary>Areas and what was observed of them.</summary>
public sealed class AreasFunctions(
    AreaStore areas, CustomAreaStore customAreas, ServedObservations observations, MunicipalityObservations all, IndicatorCatalogue catalogue)
{
    /// <summary>The areas of a municipality, itself included; with <c>boundaryYear</c> those of one year.</summary>
    [Function("ListAreas")]
    public async Task<IResult> ListAreasAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/municipalities/{code}/areas")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsMunicipality(code, out var municipality, out var problem))
        {
            return problem;
        }

        var year = request.Query["boundaryYear"].ToString();
        Period boundaryYear = default;
        if (year.Length > 0 && !PathValue.IsPeriod("boundaryYear", year, out boundaryYear, out problem))
        {
            return problem;
        }

        var known = await areas.OfMunicipalityAsync(municipality, cancellationToken);
        if (known.Count == 0)
        {
            return Answer.AreaNotFound(municipality);
        }

        var items = known.Where(area => year.Length == 0 || area.BoundaryYear == boundaryYear.Year).GroupBy(area => area.Code).OrderBy(group => group.Key);
        return Answer.Json(new ItemList<AreaResource>([.. items.Select(AreaResource.Of)]), ApiJson.Default.ItemListAreaResource);
    }

    /// <summary>One area, with the area around it and those that lie in it.</summary>
    [Function("GetArea")]
    public async Task<IResult> GetAreaAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem))
        {
            return problem;
        }

        var register = await areas.OfMunicipalityAsync(area.Municipality, cancellationToken);
        var defined = area.Level == AreaLevel.Custom ? await customAreas.OfMunicipalityAsync(area.Municipality, cancellationToken) : [];
        return AreaDetail.Of(area, register, defined) is { } detail ? Answer.Json(detail, ApiJson.Default.AreaDetail) : Answer.AreaNotFound(area);
    }

    /// <summary>What was observed of an area; with <c>period</c>, <c>dataset</c> or <c>indicator</c> only of those.</summary>
    [Function("ListObservations")]
    public async Task<IResult> ListObservationsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/areas/{code}/observations")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem))
        {
            return problem;
        }

        var year = request.Query["period"].ToString();
        Period period = default;
        if (year.Length > 0 && !PathValue.IsPeriod("period", year, out period, out problem))
        {
            return problem;
        }

        var dataset = request.Query["dataset"].ToString();
        var indicator = request.Query["indicator"].ToString();
        var items = new List<ObservationResource>();
        await foreach (var observation in OfAreaAsync(area, cancellationToken))
        {
            if ((year.Length == 0 || observation.Period == period)
                && (dataset.Length == 0 || observation.Dataset == dataset)
                && (indicator.Length == 0 || observation.Indicator == indicator))
            {
                items.Add(ObservationResource.Of(observation, catalogue.Find(observation.Indicator)!));
            }
        }

        if (items.Count == 0 && (await areas.FindAsync(area, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(area);
        }

        return Answer.Json(new ItemList<ObservationResource>(items), ApiJson.Default.ItemListObservationResource);
    }

    // What follows from the parts of a custom area is an observation of it like any other.
    private IAsyncEnumerable<Observation> OfAreaAsync(AreaCode area, CancellationToken cancellationToken) =>
        area.Level == AreaLevel.Custom ? OfCustomAreaAsync(area, cancellationToken) : observations.OfAreaAsync(area, cancellationToken);

    private async IAsyncEnumerable<Observation> OfCustomAreaAsync(AreaCode area, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await all.OfAreaAsync(area, cancellationToken);
        foreach (var observation in set.All.Where(o => o.Area == area).OrderBy(o => o.Dataset, StringComparer.Ordinal).ThenBy(o => o.Period).ThenBy(o => o.Indicator, StringComparer.Ordinal))
        {
            yield return observation;
        }
    }
}
