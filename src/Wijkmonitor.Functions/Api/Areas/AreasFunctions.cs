using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>Areas, by code and by name.</summary>
public sealed class AreasFunctions(AreaStore areas, CustomAreaStore customAreas, AreaIndex index)
{
    private const int ShortestSearch = 2;
    private const string Search = "search";

    /// <summary>
    /// The areas whose name has words that start with those of <c>search</c>; first those that are called just that, then larger areas before
    /// smaller ones.
    /// </summary>
    [Function("SearchAreas")]
    public async Task<IResult> SearchAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var words = AreaNames.Words(query.Text(Search) ?? "");
        if (!words.Any(word => word.Length >= ShortestSearch))
        {
            query.Wrong(
                Search, request.Query[Search].ToString(), $"Zoek met een woord van minstens {ShortestSearch} letters of cijfers.", $"Search by a word of {ShortestSearch} letters or digits at least.");
        }

        var level = query.Level("level");
        var municipality = request.Query["municipality"].Count > 0 ? query.Municipality(query.Text("municipality") ?? "", "municipality") : default;
        var list = new ListQuery<AreaResource>(query, area => area.Code.Value, AreaResource.Sorts, usual: 50, most: 1000);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (found, more) = await index.SearchAsync(words, cancellationToken);
        if (more)
        {
            query.Warn(WarningCodes.TooMany, Search, $"Er is alleen in de eerste {AreaIndex.MostFound} namen gezocht; zoek met een langer woord.", $"Only the first {AreaIndex.MostFound} names were looked at; search by a longer word.");
        }

        var items = found
            .Where(area => level is null || area.Code.Level == level)
            .Where(area => municipality == default || area.Code.Municipality == municipality)
            .OrderBy(area => AreaNames.Words(area.Name).SequenceEqual(words, StringComparer.Ordinal) ? 0 : 1)
            .ThenBy(area => area.Code.Level)
            .ThenBy(area => area.Name, StringComparer.Ordinal)
            .ThenBy(area => area.Code);
        return ListAnswer.Page(query, list, items.Select(AreaResource.Of), AreasJson.Default.ItemListAreaResource);
    }

    /// <summary>One area, with the area around it and those that lie in it.</summary>
    [Function("GetArea")]
    public async Task<IResult> GetAreaAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem))
        {
            return problem;
        }

        var register = await areas.OfMunicipalityAsync(area.Municipality, cancellationToken);
        var defined = area.Level == AreaLevel.Custom ? await customAreas.OfMunicipalityAsync(area.Municipality, cancellationToken) : [];
        return AreaDetail.Of(area, register, defined) is { } detail ? Answer.Json(detail, AreasJson.Default.AreaDetail) : Answer.AreaNotFound(area);
    }
}
