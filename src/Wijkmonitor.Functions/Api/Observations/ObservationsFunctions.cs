using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Operations on observations.</summary>
public sealed class ObservationsFunctions(
    AreaStore areas, DisclosableObservations observations, MunicipalityObservations all, VisibilityPolicy visibility, InputVisibility inputs,
    IndicatorCatalogue catalogue, CurrentDatasets datasets, ObservationExports exports)
{
    private const int MaxConcurrentMunicipalities = 8;

    // What may be shown of a figure depends on all that lead to the same count, so that each page takes reading the whole municipality. Its
    // largest fits in one: 579 areas of 50 indicators in a year.
    private const int MaxPageSize = 50_000;

    private static readonly Dictionary<string, Func<ObservationResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["area"] = observation => observation.Area.Value,
        ["period"] = observation => observation.Period,
        ["indicator"] = observation => observation.Indicator,
        ["value"] = observation => observation.Value,
    };

    private static readonly Dictionary<string, bool> Languages = new(StringComparer.Ordinal) { ["nl"] = false, ["en"] = true };

    private static readonly Dictionary<string, bool> Inclusions = new(StringComparer.Ordinal) { ["others"] = true };

    /// <summary>
    /// Lists the observations of an area, filtered by <c>period</c>, <c>granularity</c>, <c>dataset</c>, <c>indicator</c> or <c>indicators</c>.
    /// </summary>
    /// <remarks>Where several datasets hold a figure, the one that counts; with <c>include=others</c> all.</remarks>
    [Function("ListObservations")]
    public Task<IResult> ListByAreaAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/areas/{code}/observations")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Area: query.ReadArea(code),
            Period: query.ReadPeriod("period"),
            Granularity: query.ReadGranularity("granularity"),
            Dataset: query.ReadText("dataset"),
            HasOthers: query.ReadChoice("include", Inclusions),
            Indicators: query.ReadIndicators("indicators", catalogue).Concat(query.ReadIndicators("indicator", catalogue)).Distinct().ToList(),
            IsEnglish: query.ReadChoice("language", Languages),
            List: CreateListQuery(query)),
        async asked =>
        {
            var caller = Caller.From(request.HttpContext);
            var found = (await ListByAreaAsync(caller, asked.Area, GetCodes(asked.Indicators), asked.Period, cancellationToken))
                .Where(observation => (asked.Period is null || observation.Period == asked.Period) && HasGranularity(asked.Granularity, observation)
                    && (asked.Dataset is null ? asked.HasOthers || observation.Counts : observation.Dataset == asked.Dataset))
                .ToList();
            if (found.Count == 0 && (await areas.FindAsync(asked.Area, cancellationToken)).Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Area);
            }

            return await CreatePageAsync(asked.List, found, asked.Indicators, asked.IsEnglish, cancellationToken);
        });

    /// <summary>
    /// Lists the observations of a municipality and its areas, filtered by <c>indicators</c>, <c>period</c>, <c>granularity</c> and <c>level</c>.
    /// </summary>
    [Function("ListMunicipalityObservations")]
    public Task<IResult> ListByMunicipalityAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/observations")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Municipality: query.ReadMunicipality(code),
            Indicators: query.ReadIndicators("indicators", catalogue),
            Period: query.ReadPeriod("period"),
            Granularity: query.ReadGranularity("granularity"),
            Level: query.ReadLevel("level"),
            HasOthers: query.ReadChoice("include", Inclusions),
            IsEnglish: query.ReadChoice("language", Languages),
            List: CreateListQuery(query)),
        async asked =>
        {
            var caller = Caller.From(request.HttpContext);
            var seen = await observations.GetByMunicipalityAsync(asked.Municipality, GetCodes(asked.Indicators), asked.Period, cancellationToken)
                .Where(observation => visibility.CanSee(caller, observation)
                    && HasGranularity(asked.Granularity, observation)
                    && (asked.Level is null || observation.Area.Level == asked.Level))
                .ToListAsync(cancellationToken);
            var found = datasets.Precedence.Mark(seen).Where(observation => asked.HasOthers || observation.Counts).ToList();
            if (found.Count == 0 && (await areas.GetByMunicipalityAsync(asked.Municipality, cancellationToken)).Count == 0)
            {
                return ApiResults.AreaNotFound(asked.Municipality);
            }

            return await CreatePageAsync(asked.List, found, asked.Indicators, asked.IsEnglish, cancellationToken);
        });

    /// <summary>Compares one <c>indicator</c> over <c>areas</c> and <c>periods</c>, or all periods, or those of a <c>granularity</c>.</summary>
    [Function("CompareObservations")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/observations")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (
            Indicators: ReadSingleIndicator(query),
            Areas: query.ReadAreas("areas"),
            Periods: query.ReadPeriods("periods"),
            Granularity: query.ReadGranularity("granularity"),
            HasOthers: query.ReadChoice("include", Inclusions),
            IsEnglish: query.ReadChoice("language", Languages),
            List: CreateListQuery(query)),
        async requested =>
        {
            var caller = Caller.From(request.HttpContext);
            var found = new List<Observation>();
            foreach (var batch in requested.Areas.ToLookup(area => area.Municipality).Chunk(MaxConcurrentMunicipalities))
            {
                foreach (var together in await Task.WhenAll(batch.Select(areas => GetByMunicipalityAsync(areas.Key, areas.ToHashSet()))))
                {
                    found.AddRange(together);
                }
            }

            await WarnAboutUnknownAreasAsync(requested.List.Query, requested.Areas.Except(found.Select(observation => observation.Area)), cancellationToken);
            return await CreatePageAsync(requested.List, found, requested.Indicators, requested.IsEnglish, cancellationToken);

            // What may be shown of an area depends on those around it, so that a municipality is read whole, and once.
            async Task<IEnumerable<Observation>> GetByMunicipalityAsync(AreaCode municipality, HashSet<AreaCode> wanted)
            {
                var seen = await observations.GetByMunicipalityAsync(municipality, GetCodes(requested.Indicators), requested.Periods is [var only]
                    ? only
                    : null, cancellationToken)
                    .Where(observation => wanted.Contains(observation.Area)
                        && visibility.CanSee(caller, observation)
                        && HasGranularity(requested.Granularity, observation)
                        && (requested.Periods.Count == 0 || requested.Periods.Contains(observation.Period)))
                    .ToListAsync(cancellationToken);
                return datasets.Precedence.Mark(seen).Where(observation => requested.HasOthers || observation.Counts);
            }
        });

    private IReadOnlyList<Indicator> ReadSingleIndicator(RequestQuery query)
    {
        var indicators = query.ReadIndicators("indicator", catalogue);
        var text = query.Request.Query["indicator"].ToString();
        if (text.Length == 0 || indicators.Count > 1)
        {
            query.AddError("indicator", text, "Noem één indicator.", "Name one indicator.");
        }

        return indicators;
    }

    private async Task WarnAboutUnknownAreasAsync(RequestQuery query, IEnumerable<AreaCode> without, CancellationToken cancellationToken)
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
    private async Task<IReadOnlyList<Observation>> ListByAreaAsync(
        Caller caller, AreaCode area, string[] indicators, Period? period, CancellationToken cancellationToken)
    {
        if (area.Level != AreaLevel.Custom)
        {
            return datasets.Precedence.Mark(await observations.GetByAreaAsync(area, indicators, period, cancellationToken)
                .Where(observation => visibility.CanSee(caller, observation))
                .ToListAsync(cancellationToken));
        }

        var set = await all.GetByAreaAsync(area, dataset => visibility.CanSee(caller, dataset, area), cancellationToken);
        return
        [
            .. set.All.Concat(set.Preceded).Where(observation => observation.Area == area && visibility.CanSee(caller, observation)
                && (indicators.Length == 0 || indicators.Contains(observation.Indicator, StringComparer.Ordinal))),
        ];
    }

    private static ListQuery<ObservationResource> CreateListQuery(RequestQuery query) =>
        new(query, observation => $"{observation.Area}/{observation.Period}/{observation.Indicator}/{observation.Dataset}", Sorts,
            max: MaxPageSize, more: ResponseFormat.JsonStat);

    private static bool HasGranularity(PeriodGranularity? granularity, Observation observation) =>
        granularity is null || observation.Period.Granularity == granularity;

    private static string[] GetCodes(IEnumerable<Indicator> indicators) => [.. indicators.Select(indicator => indicator.Code)];

    // One figure of an area is no series.
    private static Observation? FindBreak(List<Observation> found) => found.Exists(observation => observation.Status.HasFlag(FigureStatus.SeriesBreak))
        ? found.Find(observation => observation.Status.HasFlag(FigureStatus.SeriesBreak)
            && found.Exists(other => other.Area == observation.Area && other.Indicator == observation.Indicator && other.Period < observation.Period))
        : null;

    private async Task<IResult> CreatePageAsync(
        ListQuery<ObservationResource> list, List<Observation> found, IReadOnlyList<Indicator> requested, bool english, CancellationToken cancellationToken)
    {
        foreach (var indicator in requested.Where(indicator => found.TrueForAll(observation => observation.Indicator != indicator.Code)))
        {
            list.Query.Warn(WarningCodes.NoObservations, "indicators", $"Van '{indicator.Code}' zijn hier geen cijfers.",
                $"There are no figures for '{indicator.Code}' here.");
        }

        if (FindBreak(found) is { } changed)
        {
            list.Query.Warn(WarningCodes.SeriesBreak, "period",
                $"{changed.Area} is in {changed.Period} een ander gebied dan het jaar ervoor: vergelijk alleen binnen dezelfde grenzen.",
                $"In {changed.Period} {changed.Area} is another area than the year before: compare only within the same boundaries.");
        }

        var caller = Caller.From(list.Query.Request.HttpContext);

        // Area by area: sorting all of them at once takes more time an area the more areas there are.
        var items = found
            .GroupBy(observation => observation.Area)
            .OrderBy(ofArea => ofArea.Key)
            .SelectMany(ofArea => ofArea
                .OrderBy(observation => observation.Period)
                .ThenBy(observation => observation.Indicator, StringComparer.Ordinal)
                .ThenBy(observation => observation.Dataset, StringComparer.Ordinal))
            .Select(observation => ObservationResource.FromObservation(observation, catalogue.Find(observation.Indicator)!).LimitTo(caller, inputs));
        if (list.Format == ResponseFormat.Json)
        {
            return ListResults.CreatePage(list, items, ObservationsJson.Default.ItemListObservationResource);
        }

        return list.TryPage(items, out var page) ? await exports.CreateAsync(page, list.Format, english, cancellationToken) : list.Query.Problem!;
    }
}
