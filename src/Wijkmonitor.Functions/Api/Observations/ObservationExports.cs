using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Observations in the formats that people and their programs take with them: with names next to codes.</summary>
public sealed class ObservationExports(AreaStore areas, DeliveryStore deliveries, IndicatorCatalogue catalogue, CurrentDatasets datasets)
{
    // One reader has so many calls to the storage under way at most.
    private const int MaxConcurrentReads = 8;

    /// <summary>Creates a page of a list as CSV or JSON-stat.</summary>
    /// <param name="page">The page.</param>
    /// <param name="format">The format.</param>
    /// <param name="english">Whether names are in English; in Dutch otherwise.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IResult> CreateAsync(ItemList<ObservationResource> page, ResponseFormat format, bool english, CancellationToken cancellationToken)
    {
        var municipalities = page.Items.Select(item => item.Area.Municipality).Distinct();
        var known = await ReadAllAsync(municipalities, municipality => areas.GetByMunicipalityAsync(municipality, cancellationToken));
        var labels = new ObservationLabels(english, known.SelectMany(register => register), catalogue, datasets);
        if (format == ResponseFormat.Csv)
        {
            return ApiResults.Content(ListCsv.Write(page.Items, ObservationsJson.Default.ObservationResource, labels.Columns, english), format, page.Next);
        }

        var sources = page.Items.Select(item => item.Delivery).Concat(page.Items.SelectMany(item => item.From ?? []).SelectMany(FindDeliveries));
        var found = await ReadAllAsync(sources.Distinct(StringComparer.Ordinal), id => deliveries.FindAsync(id, cancellationToken));
        var stat = JsonStat.From(page, catalogue, labels, found.Max(delivery => delivery?.StoredAt));
        return ApiResults.Content(JsonSerializer.SerializeToUtf8Bytes(stat, ObservationsJson.Default.JsonObject), format, page.Next);
    }

    private static IEnumerable<string> FindDeliveries(ScorecardInput input) =>
        (input.From ?? []).SelectMany(FindDeliveries).Concat(input.Delivery is { } delivery ? [delivery] : []);

    private static async Task<List<TResult>> ReadAllAsync<T, TResult>(IEnumerable<T> keys, Func<T, Task<TResult>> read)
    {
        var results = new List<TResult>();
        foreach (var batch in keys.Chunk(MaxConcurrentReads))
        {
            results.AddRange(await Task.WhenAll(batch.Select(read)));
        }

        return results;
    }
}
