using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>Municipalities and their areas.</summary>
public sealed class MunicipalitiesFunctions(AreaIndex index, AreaStore areas)
{
    private static readonly Dictionary<string, Func<MunicipalityResource, IComparable?>> MunicipalitySorts = new(StringComparer.Ordinal)
    {
        ["code"] = municipality => municipality.Code.Value,
        ["name"] = municipality => municipality.Name,
    };

    /// <summary>The municipalities that the register knows.</summary>
    [Function("ListMunicipalities")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/municipalities")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var list = new ListQuery<MunicipalityResource>(query, municipality => municipality.Code.Value, MunicipalitySorts);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var known = await index.MunicipalitiesAsync(cancellationToken);
        return ListAnswer.Page(query, list, known.Select(MunicipalityResource.Of), AreasJson.Default.ItemListMunicipalityResource);
    }

    /// <summary>The areas of a municipality, itself included; with <c>boundaryYear</c> those of one year, with <c>level</c> those of one level.</summary>
    [Function("ListAreas")]
    public async Task<IResult> ListAreasAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/municipalities/{code}/areas")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var municipality = query.Municipality(code);
        var boundaryYear = query.Year("boundaryYear");
        var level = query.Level("level");
        var list = new ListQuery<AreaResource>(query, area => area.Code.Value, AreaResource.Sorts);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var known = await areas.OfMunicipalityAsync(municipality, cancellationToken);
        if (known.Count == 0)
        {
            return Answer.AreaNotFound(municipality);
        }

        var items = known
            .Where(area => boundaryYear is not { Year: var year } || area.BoundaryYear == year)
            .Where(area => level is null || area.Code.Level == level)
            .GroupBy(area => area.Code)
            .OrderBy(sameCode => sameCode.Key);
        return ListAnswer.Page(query, list, items.Select(AreaResource.Of), AreasJson.Default.ItemListAreaResource);
    }
}
