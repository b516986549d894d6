using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Count of the calls to the storage, each try of a call: what a storage account bills as transactions.</summary>
internal sealed class CountedCalls
{
    private int count;

    /// <summary>Number of calls.</summary>
    public int Count => count;

    /// <summary>Creates options of a client of tables whose calls are counted.</summary>
    public TableClientOptions CreateTableOptions()
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Counter(this), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <summary>Creates options of a client of blobs whose calls are counted.</summary>
    public BlobClientOptions CreateBlobOptions()
    {
        var options = new BlobClientOptions();
        options.AddPolicy(new Counter(this), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Counter(CountedCalls calls) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref calls.count);
    }
}
