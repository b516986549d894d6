using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>The operation that says whether the monitor works, for those who watch it.</summary>
public sealed class ReadinessFunction(FunctionRunLog runs, CurrentDatasets definitions, ConfigStore config, HealthOptions options, TimeProvider time)
{
    private static readonly TimeSpan StorageTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Answers 200 with the last runs when the storage answers within five seconds and no run is late; else 503.</summary>
    /// <remarks>A 503 for a late run names the last runs too.</remarks>
    [Function("GetReadiness")]
    public Task<IResult> GetReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/health/ready")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(request, ResponseFormat.Json, () => GetReadyAsync(cancellationToken));

    private async Task<IResult> GetReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StorageTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var last = await runs.GetAllAsync(linked.Token);
            var refused = definitions.GetRefusedNames(await config.ListRefusedDatasetsAsync(linked.Token));
            var now = time.GetUtcNow();
            List<LastRunResource> runsServed = [.. last.Select(run => LastRunResource.From(run, now))];
            return last.FirstOrDefault(run => options.IsLate(run, now)) is { } late
                ? ApiResults.ServiceUnavailable(LateResource.From(late, refused, runsServed), HealthJson.Default.LateResource)
                : ApiResults.Json(new ReadinessResource("ready", refused, runsServed), HealthJson.Default.ReadinessResource);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e) && !cancellationToken.IsCancellationRequested)
        {
            return ApiResults.ServiceUnavailable();
        }
    }
}
