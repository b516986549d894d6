using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Wijkmonitor.Functions.Storage.Connections;

/// <summary>A retry policy that delays as the storage libraries do but stops after a limit.</summary>
/// <remarks>A reader does not wait for minutes for an answer that does not come. A Retry-After beyond the limit is not waited for.</remarks>
/// <param name="limit">Time after the first try within which a call may be tried again.</param>
/// <param name="time">The clock that the limit is measured by.</param>
public sealed class BoundedRetry(TimeSpan limit, TimeProvider time) : RetryPolicy(MaxRetries,
    DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, MaxDelay))
{
    private const int MaxRetries = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Start(message);
        base.Process(message, pipeline);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Start(message);
        return base.ProcessAsync(message, pipeline);
    }

    /// <inheritdoc/>
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsInTime(message) && base.ShouldRetry(message, exception);

    /// <inheritdoc/>
    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsInTime(message) && await base.ShouldRetryAsync(message, exception);

    // Measured as elapsed time, so that a system clock that is put forward or back neither ends nor prolongs a call.
    private void Start(HttpMessage message) => message.SetProperty(typeof(BoundedRetry), time.GetTimestamp());

    private bool IsInTime(HttpMessage message) =>
        !message.TryGetProperty(typeof(BoundedRetry), out var start) || time.GetElapsedTime((long)start!) + GetRetryAfter(message) < limit;

    // Seconds or a date, as HTTP allows both.
    private TimeSpan GetRetryAfter(HttpMessage message)
    {
        if (!message.HasResponse || !message.Response.Headers.TryGetValue("Retry-After", out var text))
        {
            return TimeSpan.Zero;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date - time.GetUtcNow()
            : TimeSpan.Zero;
    }
}
