using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>Datasets: who delivers what, in which form, and when that was last done.</summary>
public sealed class DatasetsFunctions(CurrentDatasets datasets, DeliveryStore deliveries)
{
    // One reader has so many calls to the storage under way at most.
    private const int MaxConcurrentReads = 8;

    private static readonly Dictionary<string, Func<DatasetResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["id"] = dataset => dataset.Id,
        ["owner"] = dataset => dataset.Owner,
        ["servedAt"] = dataset => dataset.ServedAt,
    };

    /// <summary>Lists all datasets by id. Deliveries are named as far as the caller may see them.</summary>
    [Function("ListDatasets")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/datasets")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => new ListQuery<DatasetResource>(query, dataset => dataset.Id, Sorts),
        async list =>
        {
            var caller = Caller.From(request.HttpContext);
            var items = new List<DatasetResource>();
            foreach (var batch in datasets.All.Chunk(MaxConcurrentReads))
            {
                items.AddRange(await Task.WhenAll(batch.Select(definition => DescribeAsync(definition, caller, cancellationToken))));
            }

            return ListResults.CreatePage(list, items, DatasetsJson.Default.ItemListDatasetResource);
        });

    /// <summary>Gets one dataset.</summary>
    [Function("GetDataset")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/datasets/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        ResponseFormat.Json,
        async () => datasets.Find(id) is { } definition
            ? ApiResults.Json(await DescribeAsync(definition, Caller.From(request.HttpContext), cancellationToken), DatasetsJson.Default.DatasetResource)
            : NotFound(id));

    /// <summary>Gets an empty file of a dataset, to fill in.</summary>
    [Function("GetDatasetTemplate")]
    public Task<IResult> GetTemplateAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/datasets/{id}/template")] HttpRequest request, string id) => ApiOperation.RunAsync(
        request, ResponseFormat.Csv, () => Task.FromResult(CreateTemplate(id)));

    private IResult CreateTemplate(string id) =>
        datasets.Find(id) is not { } definition ? NotFound(id)
        : DatasetTemplate.IsAvailable(definition)
            ? ApiResults.File(DatasetTemplate.Create(definition), FormatNames.GetContentType(ResponseFormat.Csv), $"{id}.csv", contentSecurityPolicy: null)
            : ApiResults.NotFound(
                $"Van '{id}' is er geen leeg bestand: lever het zoals de uitgever of het contract het geeft.",
                $"There is no empty file for '{id}': deliver it as its publisher or the contract gives it.");

    private async Task<DatasetResource> DescribeAsync(DatasetDefinition definition, Caller caller, CancellationToken cancellationToken)
    {
        var isVisible = VisibilityPolicy.CanSeeDeliveries(caller, definition);
        return DatasetResource.From(
            definition, isVisible ? await deliveries.GetByDatasetAsync(definition.Id, cancellationToken) : [], caller.CanDeliver(definition.Id));
    }

    private static IResult NotFound(string id) => ApiResults.NotFound(
        $"Er is geen dataset '{id}'; /api/v1/datasets noemt ze alle.", $"There is no dataset '{id}'; /api/v1/datasets lists them all.");
}
