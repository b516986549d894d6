using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>Whether the monitor can do its work, for whoever watches it.</summary>
public sealed class ReadinessFunction(LastRuns runs, ConfigStore config, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>200 with the last runs when the storage answers within five seconds, 503 when it does not.</summary>
    [Function("GetReadiness")]
    public async Task<IResult> GetReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health/ready")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var last = await runs.AllAsync(either.Token);
            var refused = await config.RefusedDatasetsAsync(either.Token);
            var now = time.GetUtcNow();
            return Answer.Json(new ReadinessResource("ready", refused, [.. last.Select(run => LastRunResource.Of(run, now))]), HealthJson.Default.ReadinessResource);
        }
        catch (Exception e) when (StorageFailure.Is(e) && !cancellationToken.IsCancellationRequested)
        {
            return Answer.Unavailable();
        }
    }
}
