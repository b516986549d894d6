using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Scorecards of areas.</summary>
public sealed class ScorecardsFunctions(
    ScorecardStore scorecards, AreaStore areas, BoundaryStore boundaries, Visibility visibility, ScoringRules rules)
{
    private static readonly Dictionary<string, Func<ScorecardSummary, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["area"] = summary => summary.Area.Value,
        ["name"] = summary => summary.Name,
        ["kind"] = summary => summary.Kind,
        ["period"] = summary => summary.Period.Year,
    };

    /// <summary>Summaries of the scorecards of an area; with <c>kind</c> or <c>period</c> only of those.</summary>
    [Function("ListScorecards")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/scorecards")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var area = query.Area(code);
        var kind = query.Text("kind");
        var period = query.Year("period");
        var list = List(query);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var all = await scorecards.SummariesAsync(area, Reach(request), cancellationToken);
        if (all.Count == 0 && (await areas.FindAsync(area, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(area);
        }

        var items = all.Where(summary => (kind is null || summary.Kind == kind) && (period is null || summary.Period == period));
        return ListAnswer.Page(query, list, items, ScorecardsJson.Default.ItemListScorecardSummary);
    }

    /// <summary>One scorecard, with its lines, their explanations and all their inputs.</summary>
    [Function("GetScorecard")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/scorecards/{kind}/{period}")] HttpRequest request,
        string code,
        string kind,
        string period,
        CancellationToken cancellationToken) => FindAsync(request, code, kind, period, subject: null, cancellationToken);

    /// <summary>One scorecard of a kind of which an area can have several: that of one subject, such as a project.</summary>
    [Function("GetScorecardOfSubject")]
    public Task<IResult> GetOfSubjectAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/scorecards/{kind}/{period}/{subject}")] HttpRequest request,
        string code,
        string kind,
        string period,
        string subject,
        CancellationToken cancellationToken) => FindAsync(request, code, kind, period, subject, cancellationToken);

    private async Task<IResult> FindAsync(HttpRequest request, string code, string kind, string period, string? subject, CancellationToken cancellationToken)
    {
        if (!PathValue.IsArea(code, out var area, out var problem) || !PathValue.IsPeriod("period", period, out var year, out problem))
        {
            return problem;
        }

        var query = new RequestQuery(request);
        var format = FormatChoice.Read(query, AnswerFormat.Json, AnswerFormat.Csv);
        if (query.Problem is { } wrong)
        {
            return wrong;
        }

        if (await scorecards.FindAsync(kind, year, area, subject, visibility.AudienceOf(Caller.Of(request.HttpContext), area), cancellationToken) is not { } served)
        {
            var (van, of) = subject is null ? ("", "") : ($" van '{subject}'", $" of '{subject}'");
            return Answer.NotFound($"Er is geen scorekaart '{kind}'{van} van {area} over {year}.", $"There is no scorecard '{kind}'{of} of {area} for {year}.");
        }

        return format == AnswerFormat.Csv
            ? Answer.Form(ScorecardCsv.Write(JsonSerializer.Deserialize(served.Json, ScorecardsJson.Default.Scorecard)!), format, storedAt: served.StoredAt)
            : Answer.Json(served.Json, served.Version, served.StoredAt);
    }

    /// <summary>The kinds of scorecards that a municipality has, each with its periods.</summary>
    [Function("ListScorecardKinds")]
    public async Task<IResult> ListKindsAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/municipalities/{code}/scorecards")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var municipality = query.Municipality(code);
        var format = FormatChoice.Read(query, AnswerFormat.Json, AnswerFormat.Csv);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var kinds = await scorecards.KindsAsync(municipality, Reach(request), cancellationToken);
        if (kinds.Count == 0 && (await areas.OfMunicipalityAsync(municipality, cancellationToken)).Count == 0)
        {
            return Answer.AreaNotFound(municipality);
        }

        List<ScorecardKindResource> items = [.. kinds.GroupBy(found => found.Kind, StringComparer.Ordinal).OrderBy(sameKind => sameKind.Key, StringComparer.Ordinal).Select(
            sameKind => new ScorecardKindResource(
                sameKind.Key, [.. sameKind.Select(found => found.Period).Order()], MayBeRanked(sameKind.Key), $"/api/v1/municipalities/{municipality}/scorecards/{sameKind.Key}"))];
        return format == AnswerFormat.Csv
            ? Answer.Csv(items, ScorecardsJson.Default.ScorecardKindResource)
            : Answer.Json(new ItemList<ScorecardKindResource>(items), ScorecardsJson.Default.ItemListScorecardKindResource);
    }

    // A kind whose rules were taken away says no more whether it may be.
    private bool MayBeRanked(string kind) => rules.Kinds.Any(known => known.Name == kind && known.MayBeRanked);

    /// <summary>
    /// Summaries of the scorecards of one kind of a municipality and its areas, each with the area's name and the number of lines of each
    /// colour; of one <c>period</c> (or all) and one <c>level</c> (or all).
    /// </summary>
    [Function("ListMunicipalityScorecards")]
    public async Task<IResult> ListOfMunicipalityAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/municipalities/{code}/scorecards/{kind}")] HttpRequest request,
        string code,
        string kind,
        CancellationToken cancellationToken)
    {
        var query = new RequestQuery(request);
        var municipality = query.Municipality(code);
        var period = query.Year("period");
        var level = query.Level("level");
        var list = List(query, AnswerFormat.GeoJson);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var registering = areas.OfMunicipalityAsync(municipality, cancellationToken);
        var all = await scorecards.SummariesAsync(municipality, kind, period, Reach(request), cancellationToken);
        var summaries = all.Where(summary => level is null || summary.Area.Level == level).ToList();
        var register = await registering;
        if (summaries.Count == 0 && register.Count == 0)
        {
            return Answer.AreaNotFound(municipality);
        }

        var names = register.GroupBy(area => area.Code).ToDictionary(sameCode => sameCode.Key, sameCode => sameCode.MaxBy(area => area.BoundaryYear)!.Name);
        var items = summaries.Select(summary => summary with { Name = names.GetValueOrDefault(summary.Area) });
        return list.Format == AnswerFormat.GeoJson
            ? await MapAsync(query, list, municipality, items, cancellationToken)
            : ListAnswer.Page(query, list, items, ScorecardsJson.Default.ItemListScorecardSummary);
    }

    private async Task<IResult> MapAsync(
        RequestQuery query, ListQuery<ScorecardSummary> list, AreaCode municipality, IEnumerable<ScorecardSummary> summaries, CancellationToken cancellationToken)
    {
        if (!list.TryPage(summaries, out var page))
        {
            return query.Problem!;
        }

        var shapes = new Dictionary<(AreaCode, int), AreaBoundary>();
        foreach (var year in page.Items.Select(summary => summary.BoundaryYear).Distinct())
        {
            foreach (var shape in await boundaries.OfMunicipalityAsync(municipality, year, cancellationToken))
            {
                shapes[(shape.Area, year)] = shape;
            }
        }

        return Answer.Form(ScorecardMap.Write(page.Items, shapes), AnswerFormat.GeoJson, page.Next);
    }

    private Func<AreaCode, Audience> Reach(HttpRequest request)
    {
        var caller = Caller.Of(request.HttpContext);
        return area => visibility.AudienceOf(caller, area);
    }

    private static ListQuery<ScorecardSummary> List(RequestQuery query, AnswerFormat? more = null) =>
        new(query, summary => $"{summary.Kind}/{summary.Period}/{summary.Area}/{summary.Subject}", Sorts, more: more);
}
