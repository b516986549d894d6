using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Middleware that refuses requests beyond the limit of a caller, before anything is done for them.</summary>
/// <remarks>
/// A caller is the signed-in user by the platform, and else the address that the request came from. The probe of liveness is always answered.
/// </remarks>
public sealed partial class RateLimitMiddleware(RateLimitOptions options, SecurityPolicy security,
    ILogger<RateLimitMiddleware> logger) : IFunctionsWorkerMiddleware, IDisposable
{
    private const string SignedIn = "X-MS-CLIENT-PRINCIPAL-ID";
    private const string Liveness = "GetLiveness";
    private const int RefillsPerMinute = 10;
    private static readonly TimeSpan RefillInterval = TimeSpan.FromMinutes(1) / RefillsPerMinute;

    // A bucket that nobody takes from is full again, and forgotten.
    private readonly PartitionedRateLimiter<HttpContext>? limiter = options.RequestsPerMinute == 0 ? null : PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetTokenBucketLimiter(GetCallerKey(http, security), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestsPerMinute,
            TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / RefillsPerMinute),
            ReplenishmentPeriod = RefillInterval,
            QueueLimit = 0,
        }));

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (limiter is null || context.GetHttpContext() is not { } http || context.FunctionDefinition.Name == Liveness)
        {
            await next(context);
            return;
        }

        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        LogRateLimited(context.FunctionDefinition.Name);
        await ApiResults.TooManyRequests().ExecuteAsync(http);
    }

    /// <inheritdoc/>
    public void Dispose() => limiter?.Dispose();

    // Only the platform writes that header, where it is on.
    private static string GetCallerKey(HttpContext http, SecurityPolicy security) =>
        security.Mode == IdentityMode.Platform
            && http.Request.Headers[SignedIn].ToString() is { Length: > 0 } id
            ? "person " + id
            : "address " + http.Connection.RemoteIpAddress;

    [LoggerMessage(132, LogLevel.Warning, "Rate limit exceeded for {Function}")]
    private partial void LogRateLimited(string function);
}
