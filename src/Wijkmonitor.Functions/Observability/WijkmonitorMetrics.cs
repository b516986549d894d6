using System.Diagnostics.Metrics;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Metrics of the monitor, under the meter <see cref="Name"/>. Nothing of it leaves the process unless it is exported.</summary>
public sealed class WijkmonitorMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Wijkmonitor";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> deliveries;
    private readonly Counter<long> rows;
    private readonly Counter<long> values;
    private readonly Counter<long> scorecards;
    private readonly Counter<long> requests;
    private readonly Counter<long> retries;
    private readonly Histogram<double> requestDuration;
    private readonly Histogram<double> invocationDuration;
    private readonly Histogram<double> lag;

    /// <summary>Creates the instruments.</summary>
    public WijkmonitorMetrics()
    {
        deliveries = meter.CreateCounter<long>("wijkmonitor.deliveries", description: "Deliveries by dataset and outcome.");
        rows = meter.CreateCounter<long>("wijkmonitor.delivery.rows", description: "Rows that were stored.");
        values = meter.CreateCounter<long>("wijkmonitor.delivery.values", description: "Values that were stored.");
        lag = meter.CreateHistogram<double>("wijkmonitor.delivery.lag", "s", "From the drop of a file until its figures were served.");
        scorecards = meter.CreateCounter<long>("wijkmonitor.scorecards", description: "Scorecards by whether they were only computed or written as well.");
        requests = meter.CreateCounter<long>("wijkmonitor.storage.requests", description: "Requests to storage by method and status.");
        retries = meter.CreateCounter<long>("wijkmonitor.storage.retries", description: "Requests to storage that were tried again.");
        requestDuration = meter.CreateHistogram<double>("wijkmonitor.storage.duration", "s", "How long storage took to answer.");
        invocationDuration = meter.CreateHistogram<double>("wijkmonitor.invocation.duration", "s", "How long an invocation took, by function and outcome.");
    }

    /// <summary>Records that an invocation ended.</summary>
    public void RecordInvocation(string function, TimeSpan duration, bool failed) => invocationDuration.Record(
        duration.TotalSeconds, new(nameof(function), function), new("outcome", failed ? "failed" : "succeeded"));

    /// <summary>Records the outcome of a file: stored, refused, pending or quarantined.</summary>
    public void RecordDelivery(string dataset, string outcome) => deliveries.Add(1, new("dataset", dataset), new("outcome", outcome));

    /// <summary>Records that the content of a file was stored.</summary>
    public void RecordStored(string dataset, int rowCount, int valueCount)
    {
        var tag = new KeyValuePair<string, object?>("dataset", dataset);
        rows.Add(rowCount, tag);
        values.Add(valueCount, tag);
    }

    /// <summary>Records that the figures of a delivery are served.</summary>
    /// <remarks>The clock of the storage, which says when it was dropped, may be ahead of this one: that makes no negative lag.</remarks>
    public void RecordServed(string dataset, TimeSpan sinceItsDrop) =>
        lag.Record(Math.Max(0, sinceItsDrop.TotalSeconds), new KeyValuePair<string, object?>("dataset", dataset));

    /// <summary>Records that the scorecards of a municipality were computed, and how many were written.</summary>
    public void RecordScored(int computed, int written)
    {
        scorecards.Add(computed, new KeyValuePair<string, object?>("outcome", "computed"));
        scorecards.Add(written, new KeyValuePair<string, object?>("outcome", "written"));
    }

    /// <summary>Records a request to the storage, with status 0 where it did not answer.</summary>
    public void RecordStorageRequest(string service, string method, int status, bool isRetry, TimeSpan duration)
    {
        var serviceTag = new KeyValuePair<string, object?>("service", service);
        requests.Add(1, serviceTag, new("method", method), new("status", status));
        requestDuration.Record(duration.TotalSeconds, serviceTag, new("method", method));
        if (isRetry)
        {
            retries.Add(1, serviceTag);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
