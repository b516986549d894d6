using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Wijkmonitor.Functions.Storage;

/// <summary>
/// Tries calls to the storage again as its libraries do, a little later each time, but not after a limit: a reader must not wait for minutes for an
/// answer that does not come. Where the storage itself says to come back after that limit, it is not waited for either.
/// </summary>
/// <param name="limit">How long after its begin a call may be tried again.</param>
public sealed class BoundedRetry(TimeSpan limit) : RetryPolicy(MostRetries, DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, LongestDelay))
{
    private const int MostRetries = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsInTime(message) && base.ShouldRetry(message, exception);

    /// <inheritdoc/>
    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsInTime(message) && await base.ShouldRetryAsync(message, exception);

    private bool IsInTime(HttpMessage message) => DateTimeOffset.UtcNow - message.ProcessingContext.StartTime + AskedDelay(message) < limit;

    private static TimeSpan AskedDelay(HttpMessage message) =>
        message.HasResponse
        && message.Response.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;
}
