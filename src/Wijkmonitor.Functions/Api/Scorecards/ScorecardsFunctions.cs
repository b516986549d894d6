using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Scorecards of areas.</summary>
public sealed class ScorecardsFunctions(
    ScorecardStore scorecards, AreaStore areas, BoundaryStore boundaries, VisibilityPolicy visibility, InputVisibility inputs, ScoringRules rules)
{
    private static readonly Dictionary<string, Func<ScorecardSummary, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["area"] = summary => summary.Area.Value,
        ["name"] = summary => summary.Name,
        ["kind"] = summary => summary.Kind,
        ["period"] = summary => summary.Period.Year,
    };

    /// <summary>Lists summaries of the scorecards of an area; filters by <c>kind</c> and <c>period</c>.</summary>
    [Function("ListScorecards")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}/scorecards")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Area: query.ReadArea(code), Kind: query.ReadText("kind"), Period: query.ReadYear("period"), List: CreateListQuery(query)),
        async asked =>
        {
            var all = await scorecards.GetSummariesAsync(asked.Area, CreateAudienceResolver(request), cancellationToken);
            if (all.Count == 0 && (await areas.FindAsync(asked.Area, cancellationToken)).Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Area);
            }

            var items = all.Where(summary => (asked.Kind is null || summary.Kind == asked.Kind) && (asked.Period is null || summary.Period == asked.Period));
            return ListResults.CreatePage(asked.List, items, ScorecardsJson.Default.ItemListScorecardSummary);
        });

    /// <summary>Gets one scorecard, with its lines, their explanations and all their inputs.</summary>
    [Function("GetScorecard")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}/scorecards/{kind}/{period}")] HttpRequest request,
        string code,
        string kind,
        string period,
        CancellationToken cancellationToken) => FindAsync(request, code, kind, period, subject: null, cancellationToken);

    /// <summary>Gets the scorecard of one subject, such as a project, for a kind of which an area can have several.</summary>
    [Function("GetScorecardOfSubject")]
    public Task<IResult> GetBySubjectAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}/scorecards/{kind}/{period}/{subject}")] HttpRequest request,
        string code,
        string kind,
        string period,
        string subject,
        CancellationToken cancellationToken) => FindAsync(request, code, kind, period, subject, cancellationToken);

    private Task<IResult> FindAsync(HttpRequest request, string code, string kind, string period, string? subject, CancellationToken cancellationToken) =>
        ApiOperation.RunAsync(
        request,
        query => (
            Area: query.ReadArea(code),
            Year: query.ReadYear("period", period),
            Format: ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv)),
        async asked =>
        {
            var caller = Caller.From(request.HttpContext);
            if (await scorecards.FindAsync(kind, asked.Year, asked.Area, subject, CreateAudienceResolver(request), cancellationToken) is not { } found)
            {
                var (dutch, english) = subject is null ? ("", "") : ($" van '{subject}'", $" of '{subject}'");
                return ApiResults.NotFound($"Er is geen scorekaart '{kind}'{dutch} van {asked.Area} over {asked.Year}.",
                    $"There is no scorecard '{kind}'{english} of {asked.Area} for {asked.Year}.");
            }

            var served = inputs.Limit(caller, found);
            return asked.Format == ResponseFormat.Csv
                ? ApiResults.Content(ScorecardCsv.Write(JsonSerializer.Deserialize(served.Json, ScorecardsJson.Default.Scorecard)!),
                    asked.Format, storedAt: served.StoredAt)
                : ApiResults.Json(served.Json, served.Version, served.StoredAt);
        });

    /// <summary>Lists the kinds of scorecards that a municipality has, each with its periods.</summary>
    [Function("ListScorecardKinds")]
    public Task<IResult> ListKindsAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/scorecards")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Municipality: query.ReadMunicipality(code), Format: ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv)),
        async asked =>
        {
            var kinds = await scorecards.GetKindsAsync(asked.Municipality, CreateAudienceResolver(request), cancellationToken);
            if (kinds.Count == 0 && (await areas.GetByMunicipalityAsync(asked.Municipality, cancellationToken)).Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Municipality);
            }

            List<ScorecardKindResource> items =
                [.. kinds.GroupBy(found => found.Kind, StringComparer.Ordinal).OrderBy(sameKind => sameKind.Key, StringComparer.Ordinal).Select(
                sameKind => new ScorecardKindResource(
                    sameKind.Key, [.. sameKind.Select(found => found.Period).Order()], MayBeRanked(sameKind.Key),
                    $"/api/v1/municipalities/{asked.Municipality}/scorecards/{sameKind.Key}"))];
            return ListResults.CreateUnpaged(asked.Format, items, ScorecardsJson.Default.ItemListScorecardKindResource);
        });

    // A kind whose rules were taken away says no more whether it may be.
    private bool MayBeRanked(string kind) => rules.Kinds.Any(known => known.Name == kind && known.Info.MayBeRanked);

    /// <summary>Lists summaries of the scorecards of one kind of a municipality and its areas.</summary>
    /// <remarks>Each has the area's name and the number of lines of each colour. Filters by <c>period</c> and <c>level</c>.</remarks>
    [Function("ListMunicipalityScorecards")]
    public Task<IResult> ListByMunicipalityAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/scorecards/{kind}")] HttpRequest request,
        string code,
        string kind,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Municipality: query.ReadMunicipality(code),
            Period: query.ReadYear("period"),
            Level: query.ReadLevel("level"),
            List: CreateListQuery(query, ResponseFormat.GeoJson)),
        async asked =>
        {
            var registering = areas.GetByMunicipalityAsync(asked.Municipality, cancellationToken);
            var all = await scorecards.GetSummariesAsync(asked.Municipality, kind, asked.Period, CreateAudienceResolver(request), cancellationToken);
            var summaries = all.Where(summary => asked.Level is null || summary.Area.Level == asked.Level).ToList();
            var register = await registering;
            if (summaries.Count == 0 && register.Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Municipality);
            }

            var names = register.GroupBy(area => area.Code).ToDictionary(sameCode => sameCode.Key, sameCode => sameCode.MaxBy(area => area.BoundaryYear)!.Name);
            var items = summaries.Select(summary => summary with { Name = names.GetValueOrDefault(summary.Area) });
            return asked.List.Format == ResponseFormat.GeoJson
                ? await CreateMapAsync(asked.List, asked.Municipality, items, cancellationToken)
                : ListResults.CreatePage(asked.List, items, ScorecardsJson.Default.ItemListScorecardSummary);
        });

    private async Task<IResult> CreateMapAsync(
        ListQuery<ScorecardSummary> list, AreaCode municipality, IEnumerable<ScorecardSummary> summaries, CancellationToken cancellationToken)
    {
        if (!list.TryPage(summaries, out var page))
        {
            return list.Query.Problem!;
        }

        var shapes = new Dictionary<(AreaCode, int), AreaBoundary>();
        foreach (var year in page.Items.Select(summary => summary.BoundaryYear).Distinct())
        {
            foreach (var shape in await boundaries.GetByMunicipalityAsync(municipality, year, cancellationToken))
            {
                shapes[(shape.Area, year)] = shape;
            }
        }

        return ApiResults.Content(ScorecardMap.Write(page.Items, shapes), ResponseFormat.GeoJson, page.Next);
    }

    private Func<ScorecardReach, Audience> CreateAudienceResolver(HttpRequest request)
    {
        var caller = Caller.From(request.HttpContext);
        return reach => visibility.GetAudience(caller, reach);
    }

    private static ListQuery<ScorecardSummary> CreateListQuery(RequestQuery query, ResponseFormat? more = null) =>
        new(query, summary => $"{summary.Kind}/{summary.Period}/{summary.Area}/{summary.Subject}", Sorts, more: more);
}
