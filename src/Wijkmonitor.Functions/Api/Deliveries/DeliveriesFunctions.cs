using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Operations on deliveries and their problems.</summary>
public sealed class DeliveriesFunctions(
    DeliveryStore deliveries, DeliveryArchive archive, ProgressStore progress, CurrentDatasets definitions, PublishedDeliveries published)
{
    private const string UnknownDataset = "unknown";

    // One reader has so many calls to the storage under way at most.
    private const int MaxConcurrentDatasets = 8;

    private static readonly Dictionary<string, Func<DeliveryResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["dataset"] = delivery => delivery.Dataset,
        ["receivedAt"] = delivery => delivery.ReceivedAt,
        ["state"] = delivery => delivery.State,
    };

    /// <summary>Lists the deliveries, newest first; filters by <c>dataset</c>.</summary>
    [Function("ListDeliveries")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/deliveries")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Dataset: query.ReadText("dataset"), List: new ListQuery<DeliveryResource>(query, delivery => delivery.Id, Sorts)),
        async requested =>
        {
            var caller = Caller.From(request.HttpContext);
            var datasets = (requested.Dataset is { } only ? [only] : definitions.Ids.Append(UnknownDataset)).Where(caller.CanDeliver);
            var found = new List<Delivery>();
            foreach (var batch in datasets.Chunk(MaxConcurrentDatasets))
            {
                found.AddRange((await Task.WhenAll(batch.Select(dataset => deliveries.GetByDatasetAsync(dataset, cancellationToken))))
                    .SelectMany(list => list));
            }

            var items = (await published.FromAsync(found, cancellationToken)).OrderByDescending(delivery => delivery.ReceivedAt)
                .ThenBy(delivery => delivery.Id, StringComparer.Ordinal)
                .Select(DeliveryResource.From);
            return ListResults.CreatePage(requested.List, items, DeliveriesJson.Default.ItemListDeliveryResource);
        });

    /// <summary>Gets one delivery.</summary>
    [Function("GetDelivery")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/deliveries/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        ResponseFormat.Json,
        async () => await deliveries.ResolveAsync(id, cancellationToken) is { } delivery
            ? ApiResults.Json(
                DeliveryResource.From(await published.FromAsync(delivery, cancellationToken), await progress.FindAsync(delivery, cancellationToken)),
                DeliveriesJson.Default.DeliveryResource)
            : DeliveryResults.NotFound(id));

    /// <summary>Lists the problems of a delivery.</summary>
    [Function("ListProblems")]
    public Task<IResult> ListProblemsAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/deliveries/{id}/problems")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithFormatAsync(request, async format =>
        {
            if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
            {
                return DeliveryResults.NotFound(id);
            }

            var problems = await deliveries.GetProblemsAsync(delivery.Id, cancellationToken);
            return format == ResponseFormat.Csv
                ? ApiResults.Csv(problems, DeliveriesJson.Default.RowProblem)
                : ApiResults.Json(new ProblemList(delivery.Errors, delivery.Warnings, delivery.ProblemCounts, problems), DeliveriesJson.Default.ProblemList);
        });

    /// <summary>Gets the changes of a delivery compared with what was in force before.</summary>
    [Function("GetDeliveryDiff")]
    public Task<IResult> GetDiffAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/deliveries/{id}/diff")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunWithFormatAsync(request, async format =>
        {
            if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
            {
                return DeliveryResults.NotFound(id);
            }

            if (delivery.Changes is null || await archive.FindChangesAsync(delivery.Id, cancellationToken) is not { } stored)
            {
                return ApiResults.NotFound(
                    $"Van levering '{id}' zijn geen veranderingen bekend: zij is (nog) niet opgeslagen.",
                    $"No changes of delivery '{id}' are known: it is not stored, or not stored yet.");
            }

            var changes = await published.FromAsync(stored, cancellationToken);
            return format == ResponseFormat.Csv
                ? ApiResults.Csv(changes.Items, DeliveriesJson.Default.ValueChange)
                : ApiResults.Json(changes, DeliveriesJson.Default.ChangeList);
        });
}
