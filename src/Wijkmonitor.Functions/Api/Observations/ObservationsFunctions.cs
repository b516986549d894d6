using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>What was observed.</summary>
public sealed class ObservationsFunctions(
    AreaStore areas, ServedObservations observations, MunicipalityObservations all, Visibility visibility, IndicatorCatalogue catalogue)
{
    private const int MunicipalitiesAtOnce = 8;

    // What may be shown of a figure depends on all that lead to the same count, so that each page takes reading the whole municipality. Its largest fits in one: 579 areas of 50 indicators in a year.
    private const int LargestPage = 50_000;

    private static readonly Dictionary<string, Func<ObservationResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["area"] = observation => observation.Area.Value,
        ["period"] = observation => observation.Period,
        ["indicator"] = observation => observation.Indicator,
        ["value"] = observation => observation.Value,
    };

    /// <summary>What was observed of an area; with <c>period</c>, <c>granularity</c>, <c>dataset</c>, <c>indicator</c> or <c>indicators</c> only of those.</summary>
    [Function("ListObservations")]
    public Task<IResult> OfAreaAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/areas/{code}/observations")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Area: query.Area(code),
            Period: query.Period("period"),
            Granularity: query.Granularity("granularity"),
            Dataset: query.Text("dataset"),
            Indicators: query.Indicators("indicators", catalogue).Concat(query.Indicators("indicator", catalogue)).Distinct().ToList(),
            List: List(query)),
        async asked =>
        {
            var caller = Caller.Of(request.HttpContext);
            var found = await OfAreaAsync(caller, asked.Area, Codes(asked.Indicators), asked.Period, cancellationToken)
                .Where(observation => (asked.Period is null || observation.Period == asked.Period) && IsOf(asked.Granularity, observation) && (asked.Dataset is null || observation.Dataset == asked.Dataset))
                .ToListAsync(cancellationToken);
            if (found.Count == 0 && (await areas.FindAsync(asked.Area, cancellationToken)).Count == 0)
            {
                return Answer.AreaNotFound(asked.Area);
            }

            return Page(asked.List, found, asked.Indicators);
        });

    /// <summary>
    /// What was observed of a municipality and its areas: of the chosen <c>indicators</c> (or all), in a <c>period</c> or of a <c>granularity</c> (or
    /// all), at a <c>level</c> (or all).
    /// </summary>
    [Function("ListMunicipalityObservations")]
    public Task<IResult> OfMunicipalityAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/municipalities/{code}/observations")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Municipality: query.Municipality(code),
            Indicators: query.Indicators("indicators", catalogue),
            Period: query.Period("period"),
            Granularity: query.Granularity("granularity"),
            Level: query.Level("level"),
            List: List(query)),
        async asked =>
        {
            var caller = Caller.Of(request.HttpContext);
            var found = await observations.OfMunicipalityAsync(asked.Municipality, Codes(asked.Indicators), asked.Period, cancellationToken)
                .Where(observation => visibility.MaySee(caller, observation) && IsOf(asked.Granularity, observation) && (asked.Level is null || observation.Area.Level == asked.Level))
                .ToListAsync(cancellationToken);
            if (found.Count == 0 && (await areas.OfMunicipalityAsync(asked.Municipality, cancellationToken)).Count == 0)
            {
                return Answer.AreaNotFound(asked.Municipality);
            }

            return Page(asked.List, found, asked.Indicators);
        });

    /// <summary>One <c>indicator</c> over <c>areas</c> and <c>periods</c>, or periods of a <c>granularity</c> (or all periods).</summary>
    [Function("CompareObservations")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/observations")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Indicators: SingleIndicator(query),
            Areas: query.Areas("areas"),
            Periods: query.Periods("periods"),
            Granularity: query.Granularity("granularity"),
            List: List(query)),
        async asked =>
        {
            var caller = Caller.Of(request.HttpContext);
            var found = new List<Observation>();
            foreach (var some in asked.Areas.ToLookup(area => area.Municipality).Chunk(MunicipalitiesAtOnce))
            {
                foreach (var together in await Task.WhenAll(some.Select(areas => OfMunicipalityAsync(areas.Key, areas.ToHashSet()))))
                {
                    found.AddRange(together);
                }
            }

            await WarnOfUnknownAsync(asked.List.Query, asked.Areas.Except(found.Select(observation => observation.Area)), cancellationToken);
            return Page(asked.List, found, asked.Indicators);

            // What may be shown of an area depends on those around it, so that a municipality is read whole, and once.
            async Task<List<Observation>> OfMunicipalityAsync(AreaCode municipality, HashSet<AreaCode> of) =>
                await observations.OfMunicipalityAsync(municipality, Codes(asked.Indicators), asked.Periods is [var only] ? only : null, cancellationToken)
                    .Where(observation => of.Contains(observation.Area) && visibility.MaySee(caller, observation) && IsOf(asked.Granularity, observation)
                        && (asked.Periods.Count == 0 || asked.Periods.Contains(observation.Period)))
                    .ToListAsync(cancellationToken);
        });

    private IReadOnlyList<Indicator> SingleIndicator(RequestQuery query)
    {
        var indicators = query.Indicators("indicator", catalogue);
        var text = query.Request.Query["indicator"].ToString();
        if (text.Length == 0 || indicators.Count > 1)
        {
            query.Wrong("indicator", text, "Noem één indicator.", "Name one indicator.");
        }

        return indicators;
    }

    private async Task WarnOfUnknownAsync(RequestQuery query, IEnumerable<AreaCode> without, CancellationToken cancellationToken)
    {
        foreach (var area in without)
        {
            if ((await areas.FindAsync(area, cancellationToken)).Count == 0)
            {
                query.Warn(WarningCodes.UnknownArea, "areas", $"Het gebied {area} is niet bekend.", $"Area {area} is not known.");
            }
        }
    }

    // What follows from the parts of a custom area is an observation of it like any other, and follows from what the caller may see of them alone.
    private async IAsyncEnumerable<Observation> OfAreaAsync(
        Caller caller, AreaCode area, string[] indicators, Period? period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = area.Level == AreaLevel.Custom
            ? (await all.OfAreaAsync(area, dataset => visibility.MaySee(caller, dataset, area), cancellationToken)).All.ToAsyncEnumerable()
            : observations.OfAreaAsync(area, indicators, period, cancellationToken);
        await foreach (var observation in found)
        {
            if (observation.Area == area && visibility.MaySee(caller, observation) && (indicators.Length == 0 || indicators.Contains(observation.Indicator, StringComparer.Ordinal)))
            {
                yield return observation;
            }
        }
    }

    private static ListQuery<ObservationResource> List(RequestQuery query) =>
        new(query, observation => $"{observation.Area}/{observation.Period}/{observation.Indicator}/{observation.Dataset}", Sorts, most: LargestPage, more: AnswerFormat.JsonStat);

    private static bool IsOf(PeriodGranularity? granularity, Observation observation) => granularity is null || observation.Period.Granularity == granularity;

    private static string[] Codes(IEnumerable<Indicator> indicators) => [.. indicators.Select(indicator => indicator.Code)];

    private IResult Page(ListQuery<ObservationResource> list, List<Observation> found, IReadOnlyList<Indicator> asked)
    {
        foreach (var indicator in asked.Where(indicator => found.TrueForAll(observation => observation.Indicator != indicator.Code)))
        {
            list.Query.Warn(WarningCodes.NoObservations, "indicators", $"Van '{indicator.Code}' is hierover niets waargenomen.", $"Nothing was observed of '{indicator.Code}' here.");
        }

        // Area by area: sorting all of them at once takes more time an area the more areas there are.
        var items = found
            .GroupBy(observation => observation.Area)
            .OrderBy(ofArea => ofArea.Key)
            .SelectMany(ofArea => ofArea
                .OrderBy(observation => observation.Period)
                .ThenBy(observation => observation.Indicator, StringComparer.Ordinal)
                .ThenBy(observation => observation.Dataset, StringComparer.Ordinal))
            .Select(observation => ObservationResource.Of(observation, catalogue.Find(observation.Indicator)!));
        if (list.Format != AnswerFormat.JsonStat)
        {
            return ListAnswer.Page(list, items, ObservationsJson.Default.ItemListObservationResource);
        }

        return list.TryPage(items, out var page)
            ? Answer.Form(JsonSerializer.SerializeToUtf8Bytes(JsonStat.Of(page, catalogue), ObservationsJson.Default.JsonObject), AnswerFormat.JsonStat, page.Next)
            : list.Query.Problem!;
    }
}
