using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;

namespace Wijkmonitor.Functions.Api;

/// <summary>What data teams delivered, and what is wrong with it.</summary>
public sealed class DeliveriesFunctions(DeliveryStore deliveries, CurrentDatasets definitions)
{
    private const string UnknownDataset = "unknown";

    /// <summary>The deliveries, newest first; with <c>dataset</c> those of one dataset.</summary>
    [Function("ListDeliveries")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/deliveries")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request.HttpContext);
        var asked = request.Query["dataset"].ToString();
        var datasets = (asked.Length > 0 ? [asked] : definitions.All.Select(definition => definition.Id).Append(UnknownDataset)).Where(caller.Delivers);
        var found = await Task.WhenAll(datasets.Select(dataset => deliveries.OfDatasetAsync(dataset, cancellationToken)));
        var items = found.SelectMany(list => list).OrderByDescending(delivery => delivery.ReceivedAt).Select(DeliveryResource.Of);
        return Answer.Json(new ItemList<DeliveryResource>([.. items]), ApiJson.Default.ItemListDeliveryResource);
    }

    /// <summary>One delivery.</summary>
    [Function("GetDelivery")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/deliveries/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await deliveries.FindAsync(id, cancellationToken) is { } delivery
            ? Answer.Json(DeliveryResource.Of(delivery), ApiJson.Default.DeliveryResource)
            : NotFound(id);

    /// <summary>A delivery's problems.</summary>
    [Function("ListProblems")]
    public async Task<IResult> ListProblemsAsync(
        [HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/deliveries/{id}/problems")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(id, cancellationToken) is not { } delivery)
        {
            return NotFound(id);
        }

        var problems = await deliveries.ProblemsAsync(id, cancellationToken);
        return Answer.Json(new ProblemList(delivery.Errors, delivery.Warnings, delivery.ProblemCounts, problems), ApiJson.Default.ProblemList);
    }

    /// <summary>There is no such delivery.</summary>
    internal static IResult NotFound(string id) => Answer.NotFound($"Er is geen levering '{id}'.", $"There is no delivery '{id}'.");
}
