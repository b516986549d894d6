using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Wijkmonitor.DevHost.Protocol;

namespace Wijkmonitor.DevHost.Worker;

/// <summary>The messages between this host and one worker.</summary>
internal sealed class WorkerChannel(HostLog log)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> pending = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool closed;

    /// <summary>Ends when the worker has called in.</summary>
    public Task Started => started.Task;

    /// <summary>Passes messages on until the worker hangs up.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(to, end.Token);
        started.TrySetResult();
        try
        {
            while (await from.MoveNext(end.Token))
            {
                Receive(from.Current);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // The process has ended: Close notifies all who wait.
        }
        finally
        {
            Close();
            await end.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="IOException">The worker hung up.</exception>
    public async Task<StreamingMessage> RequestAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestId.Length == 0)
        {
            request.RequestId = Guid.NewGuid().ToString();
        }

        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[request.RequestId] = answer;
        try
        {
            if (closed)
            {
                throw EndOfWorker();
            }

            Send(request);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            pending.TryRemove(request.RequestId, out _);
        }
    }

    /// <summary>Fails all requests that wait, and all that follow.</summary>
    public void Close()
    {
        closed = true;
        outgoing.Writer.TryComplete();
        foreach (var answer in pending.Values)
        {
            answer.TrySetException(EndOfWorker());
        }
    }

    private static IOException EndOfWorker() => new("The worker process ended.");

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> to, CancellationToken cancellationToken)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await to.WriteAsync(message, cancellationToken);
        }
    }

    private void Receive(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            WriteLog(message.RpcLog);
        }
        else if (pending.TryGetValue(message.RequestId, out var answer))
        {
            answer.TrySetResult(message);
        }
    }

    // The worker listens for this host only: its address would mislead.
    private void WriteLog(RpcLog entry)
    {
        if (entry is not { Category: "Microsoft.Hosting.Lifetime", EventId: "ListeningOnAddress" })
        {
            log.Write((LogLevel)entry.Level, entry.Category, entry.EventId, entry.Message, entry.Exception?.ToText());
        }
    }
}
