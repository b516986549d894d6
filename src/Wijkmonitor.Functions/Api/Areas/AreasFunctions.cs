using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>Areas, by code and by name.</summary>
public sealed class AreasFunctions(AreaStore areas, CustomAreaStore customAreas, AreaIndex index)
{
    private const int MinSearchLength = 2;
    private const string Search = "search";

    /// <summary>
    /// The areas whose name has words that start with those of <c>search</c>; first those that are called just that, then larger areas before
    /// smaller ones.
    /// </summary>
    [Function("SearchAreas")]
    public Task<IResult> SearchAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Words: ReadSearchWords(query),
            Level: query.ReadLevel("level"),
            Municipality: ReadMunicipality(query),
            List: new ListQuery<AreaResource>(query, area => area.Code.Value, AreaResource.Sorts, usual: 50, max: 1000)),
        async asked =>
        {
            var (found, more) = await index.SearchAsync(asked.Words, cancellationToken);
            if (more)
            {
                asked.List.Query.Warn(WarningCodes.TooMany, Search,
                    $"Er is alleen in de eerste {AreaIndex.MaxResults} namen gezocht; zoek met een langer woord.",
                    $"Only the first {AreaIndex.MaxResults} names were looked at; search by a longer word.");
            }

            var items = found
                .Where(area => asked.Level is null || area.Code.Level == asked.Level)
                .Where(area => asked.Municipality is null || area.Code.Municipality == asked.Municipality)
                .OrderBy(area => AreaNames.SplitWords(area.Name).SequenceEqual(asked.Words, StringComparer.Ordinal) ? 0 : 1)
                .ThenBy(area => area.Code.Level)
                .ThenBy(area => area.Name, StringComparer.Ordinal)
                .ThenBy(area => area.Code);
            return ListResults.CreatePage(asked.List, items.Select(AreaResource.From), AreasJson.Default.ItemListAreaResource);
        });

    /// <summary>One area, with the area around it and those that are in it.</summary>
    [Function("GetArea")]
    public Task<IResult> GetAreaAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => query.ReadArea(code),
        async area =>
        {
            var register = await areas.GetByMunicipalityAsync(area.Municipality, cancellationToken);
            var defined = area.Level == AreaLevel.Custom ? await customAreas.GetByMunicipalityAsync(area.Municipality, cancellationToken) : [];
            return AreaDetail.From(area, register, defined) is { } detail
                ? ApiResults.Json(detail, AreasJson.Default.AreaDetail)
                : ApiResults.AreaNotFound(area);
        });

    private static IReadOnlyList<string> ReadSearchWords(RequestQuery query)
    {
        var words = AreaNames.SplitWords(query.ReadText(Search) ?? "");
        if (!words.Any(word => word.Length >= MinSearchLength))
        {
            query.AddError(
                Search, query.Request.Query[Search].ToString(), $"Zoek met een woord van minstens {MinSearchLength} letters of cijfers.",
                $"Search by a word of {MinSearchLength} letters or digits at least.");
        }

        return words;
    }

    private static AreaCode? ReadMunicipality(RequestQuery query) =>
        query.Request.Query["municipality"].Count > 0 ? query.ReadMunicipality(query.ReadText("municipality") ?? "", "municipality") : null;
}
