using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Health;

/// <summary>The operation that says that the process answers, for anyone who restarts it.</summary>
public sealed class LivenessFunction
{
    private static readonly string BuildFile = Path.Combine(AppContext.BaseDirectory, "build.txt");

    private readonly IResult live = ApiResults.Json(new LivenessResource("live", ReadBuild()), HealthJson.Default.LivenessResource);

    /// <summary>Gets 200 as long as the process answers; the storage is not asked.</summary>
    [Function("GetLiveness")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/health/live")] HttpRequest request) =>
        ApiOperation.RunAsync(request, ResponseFormat.Json, () => Task.FromResult(live));

    // Packing writes it; what was only built has none.
    private static string? ReadBuild() => File.Exists(BuildFile) ? File.ReadAllText(BuildFile) : null;
}
