using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
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

    /// <summary>Lists the municipalities that the register knows.</summary>
    [Function("ListMunicipalities")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => new ListQuery<MunicipalityResource>(query, municipality => municipality.Code.Value, MunicipalitySorts),
        async list =>
        {
            var known = await index.GetMunicipalitiesAsync(cancellationToken);
            return ListResults.CreatePage(list, known.Select(MunicipalityResource.From), AreasJson.Default.ItemListMunicipalityResource);
        });

    /// <summary>Lists the areas of a municipality, itself included. Filters by <c>boundaryYear</c> and <c>level</c>.</summary>
    [Function("ListAreas")]
    public Task<IResult> ListAreasAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/areas")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Municipality: query.ReadMunicipality(code),
            BoundaryYear: query.ReadYear("boundaryYear"),
            Level: query.ReadLevel("level"),
            List: new ListQuery<AreaResource>(query, area => area.Code.Value, AreaResource.Sorts)),
        async asked =>
        {
            var known = await areas.GetByMunicipalityAsync(asked.Municipality, cancellationToken);
            if (known.Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Municipality);
            }

            var items = known
                .Where(area => asked.BoundaryYear is not { Year: var year } || area.BoundaryYear == year)
                .Where(area => asked.Level is null || area.Code.Level == asked.Level)
                .GroupBy(area => area.Code)
                .OrderBy(sameCode => sameCode.Key);
            return ListResults.CreatePage(asked.List, items.Select(AreaResource.From), AreasJson.Default.ItemListAreaResource);
        });
}
