using System.Collections.Concurrent;
using Grpc.Core;
using Wijkmonitor.DevHost.Protocol;

namespace Wijkmonitor.DevHost.Worker;

/// <summary>The workers that are expected to call in.</summary>
internal sealed class WorkerChannels
{
    private readonly ConcurrentDictionary<string, WorkerChannel> expected = new(StringComparer.Ordinal);

    /// <summary>Service that workers connect to.</summary>
    public Uri Endpoint { get; set; } = new("http://127.0.0.1");

    public void Expect(string workerId, WorkerChannel channel) => expected[workerId] = channel;

    /// <summary>Takes the channel of a worker, which is used once.</summary>
    public WorkerChannel? Take(string workerId) => expected.TryRemove(workerId, out var channel) ? channel : null;
}

/// <summary>The service that workers call. Only those that this host started are let in.</summary>
internal sealed class FunctionRpcService(WorkerChannels channels) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current.StartStream is not { } start
            || channels.Take(start.WorkerId) is not { } channel)
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "This host started no such worker."));
        }

        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
