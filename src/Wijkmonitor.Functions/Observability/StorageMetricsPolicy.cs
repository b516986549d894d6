using Azure.Core;
using Azure.Core.Pipeline;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Pipeline policy that measures each request to storage, every try by itself.</summary>
public sealed class StorageMetricsPolicy(WijkmonitorMetrics metrics, TimeProvider time, string service) : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var begun = time.GetTimestamp();
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Measure(message, begun);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var begun = time.GetTimestamp();
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Measure(message, begun);
        }
    }

    private void Measure(HttpMessage message, long begun) => metrics.RecordStorageRequest(
        service,
        message.Request.Method.Method,
        message.HasResponse ? message.Response.Status : 0,
        message.ProcessingContext.RetryNumber > 0,
        time.GetElapsedTime(begun));
}
