using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>The operation that says how well the monitor works.</summary>
public sealed class HealthFunction(Tables tables, CurrentDatasets definitions, ConfigStore config, ScoringRules rules)
{
    /// <summary>Gets the health: 200 when the storage answers, 503 when it does not.</summary>
    [Function("GetHealth")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/health")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(request, ResponseFormat.Json, () => GetAsync(cancellationToken));

    private async Task<IResult> GetAsync(CancellationToken cancellationToken)
    {
        if (!await IsStorageReachableAsync(cancellationToken))
        {
            return ApiResults.ServiceUnavailable();
        }

        var refused = definitions.GetRefusedNames(await config.ListRefusedDatasetsAsync(cancellationToken));
        var health = new HealthResource("ready", [.. definitions.All.Select(definition => definition.Id)], refused,
            rules.Kinds.GroupBy(kind => kind.Name, StringComparer.Ordinal)
                .ToDictionary(files => files.Key, files => string.Join("; ", files.Select(kind => kind.RuleVersion)), StringComparer.Ordinal));
        return ApiResults.Json(health, HealthJson.Default.HealthResource);
    }

    private async Task<bool> IsStorageReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tables.ProbeAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
