using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>Areas, by code and by name.</summary>
public sealed class AreasFunctions(AreaStore areas, CustomAreaStore customAreas, AreaIndex index, DeliveryIds ids, InputVisibility inputs)
{
    private const int MinSearchLength = 2;
    private const string Search = "search";

    /// <summary>Searches areas by name: each word of <c>search</c> starts a word of the name.</summary>
    /// <remarks>Areas with exactly this name come first, then larger areas before smaller ones.</remarks>
    [Function("SearchAreas")]
    public Task<IResult> SearchAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Words: ReadSearchWords(query),
            Code: ReadCode(query),
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
                    $"Only the first {AreaIndex.MaxResults} names were searched; use a longer word.");
            }

            var named = asked.Code is { } code ? await FindAsync(code, cancellationToken) : null;
            var byName = found
                .Where(area => asked.Level is null || area.Code.Level == asked.Level)
                .Where(area => asked.Municipality is null || area.Code.Municipality == asked.Municipality)
                .OrderBy(area => AreaNames.SplitWords(area.Name).SequenceEqual(asked.Words, StringComparer.Ordinal) ? 0 : 1)
                .ThenBy(area => area.Code.Level)
                .ThenBy(area => area.Name, StringComparer.Ordinal)
                .ThenBy(area => area.Code)
                .Select(AreaResource.From);
            return ListResults.CreatePage(asked.List, named is null ? byName : byName.Prepend(named), AreasJson.Default.ItemListAreaResource);
        });

    /// <summary>Gets one area, with the area around it and those that are in it.</summary>
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
            var isShown = area.Level == AreaLevel.Custom && inputs.CanSeeParts(Caller.From(request.HttpContext), area);
            var defined = isShown ? await customAreas.GetByMunicipalityAsync(area.Municipality, cancellationToken) : [];
            defined = await ids.PublishAsync(defined, custom => custom.Delivery, (custom, id) => custom with { Delivery = id }, cancellationToken);
            return AreaDetail.From(area, register, defined) is { } detail
                ? ApiResults.Json(detail, AreasJson.Default.AreaDetail)
                : ApiResults.AreaNotFound(area);
        });

    // Codes are written in capitals, but for the id of a custom area.
    private static AreaCode? ReadCode(RequestQuery query)
    {
        var text = query.Request.Query[Search].ToString().Trim();
        var capitals = text.ToUpperInvariant();
        var written = capitals.StartsWith("CU", StringComparison.Ordinal) ? "CU" + text[2..].ToLowerInvariant() : capitals;
        return AreaCode.TryParse(written, out var code) ? code : null;
    }

    private async Task<AreaResource?> FindAsync(AreaCode code, CancellationToken cancellationToken)
    {
        var register = await areas.GetByMunicipalityAsync(code.Municipality, cancellationToken);
        var known = register.Where(area => area.Code == code).ToList();
        var around = register.Where(area => area.Code == code.Municipality).MaxBy(area => area.BoundaryYear);
        return known.Count == 0 ? null : AreaResource.From(known) with { MunicipalityName = around?.Name ?? code.Municipality.Value };
    }

    private static IReadOnlyList<string> ReadSearchWords(RequestQuery query)
    {
        var words = AreaNames.SplitWords(query.ReadText(Search) ?? "");
        if (!words.Any(word => word.Length >= MinSearchLength))
        {
            query.AddError(
                Search, query.Request.Query[Search].ToString(), $"Zoek met een woord van minstens {MinSearchLength} letters of cijfers.",
                $"Search with a word of at least {MinSearchLength} letters or digits.");
        }

        return words;
    }

    private static AreaCode? ReadMunicipality(RequestQuery query) =>
        query.Request.Query["municipality"].Count > 0 ? query.ReadMunicipality(query.ReadText("municipality") ?? "", "municipality") : null;
}
