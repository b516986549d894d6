using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Wijkmonitor.DevHost.Protocol;

namespace Wijkmonitor.DevHost.Worker;

/// <summary>A worker that has loaded its functions.</summary>
internal sealed class FunctionWorker : IDisposable
{
    private const string HttpAddressCapability = "HttpUri";
    private const string HostVersion = "4.1037.0.0";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(10);

    private readonly WorkerProcess process;
    private readonly WorkerChannel channel;
    private readonly Dictionary<string, string> functionIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private bool isRetired;

    private FunctionWorker(WorkerProcess process, WorkerChannel channel)
    {
        this.process = process;
        this.channel = channel;
        _ = CloseAtExitAsync();
    }

    public int ProcessId => process.Id;

    /// <summary>HTTP address of the worker; null without HTTP functions.</summary>
    public Uri? HttpAddress { get; private set; }

    public IReadOnlyList<DeclaredFunction> Functions { get; private set; } = [];

    public bool HasExited => process.HasExited;

    public Task Exited => process.Exited;

    /// <summary>Starts a worker and waits until it can serve.</summary>
    /// <exception cref="InvalidOperationException">It ended, refused, or was not ready in time; the message holds its last lines.</exception>
    public static async Task<FunctionWorker> StartAsync(
        PublishedApp app, WorkerChannels channels, bool checksKeys, HostLog log, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        var channel = new WorkerChannel(log);
        channels.Expect(id, channel);
        var worker = new FunctionWorker(WorkerProcess.Start(app, id, channels.Endpoint, checksKeys, log), channel);
        try
        {
            await worker.LoadAsync(app, cancellationToken).WaitAsync(StartLimit, cancellationToken);
            return worker;
        }
        catch (Exception error)
        {
            channels.Take(id);
            var lines = await worker.process.ReadLastLinesAsync();
            await worker.KillAsync();
            worker.Dispose();
            if (error is OperationCanceledException)
            {
                throw;
            }

            throw new InvalidOperationException($"The worker of {app.Folder} did not start: {error.Message} Its last lines:{Environment.NewLine}{lines}", error);
        }
    }

    /// <summary>Counts an invocation in. False for a worker that is gone or going.</summary>
    public bool TryBeginInvocation()
    {
        lock (gate)
        {
            if (isRetired || process.HasExited)
            {
                return false;
            }

            running++;
            return true;
        }
    }

    /// <summary>Counts an invocation out.</summary>
    public void EndInvocation()
    {
        lock (gate)
        {
            running--;
            SetDrainedIfIdle();
        }
    }

    /// <summary>Takes no further invocations; the task ends with those that run.</summary>
    public Task RetireAsync()
    {
        lock (gate)
        {
            isRetired = true;
            SetDrainedIfIdle();
        }

        return drained.Task;
    }

    /// <summary>Invokes a function and waits for the result. Cancelling it asks the function to end.</summary>
    /// <exception cref="IOException">The worker ended.</exception>
    public async Task<StatusResult> InvokeAsync(string function, InvocationRequest request, CancellationToken cancellationToken)
    {
        request.FunctionId = functionIds[function];
        var answer = channel.RequestAsync(new StreamingMessage { RequestId = request.InvocationId, InvocationRequest = request }, CancellationToken.None);
        await using var cancel = cancellationToken.Register(
            () => channel.Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } }));
        return (await answer).InvocationResponse.Result;
    }

    /// <summary>Asks the worker to end, and ends it where it does not.</summary>
    public async Task StopAsync()
    {
        channel.Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = EndLimit.ToDuration() } });
        await Exited.WaitAsync(EndLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await KillAsync();
    }

    /// <summary>Ends the worker at once.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await Exited;
    }

    public void Dispose() => process.Dispose();

    private void SetDrainedIfIdle()
    {
        if (isRetired && running == 0)
        {
            drained.TrySetResult();
        }
    }

    private async Task CloseAtExitAsync()
    {
        await Exited;
        channel.Close();
    }

    private async Task LoadAsync(PublishedApp app, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(channel.Started, Exited).WaitAsync(cancellationToken) == Exited)
        {
            throw new IOException($"It ended with exit code {process.ExitCode}.");
        }

        var init = await channel.RequestAsync(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = app.Folder, FunctionAppDirectory = app.Folder },
            },
            cancellationToken);
        Require(init.WorkerInitResponse.Result, "to be initialized");
        HttpAddress = init.WorkerInitResponse.Capabilities.TryGetValue(HttpAddressCapability, out var address) ? new Uri(address) : null;
        var declared = (await channel.RequestAsync(
            new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = app.Folder } },
            cancellationToken)).FunctionMetadataResponse;
        Require(declared.Result, "to list its functions");
        await Task.WhenAll(declared.FunctionMetadataResults.Select(function => LoadAsync(function, cancellationToken)));
        Functions = [.. declared.FunctionMetadataResults.Select(DeclaredFunction.From)];
        await WaitUntilListeningAsync(cancellationToken);
    }

    private async Task LoadAsync(RpcFunctionMetadata function, CancellationToken cancellationToken)
    {
        var answer = await channel.RequestAsync(
            new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } },
            cancellationToken);
        Require(answer.FunctionLoadResponse.Result, $"to load '{function.Name}'");
        lock (functionIds)
        {
            functionIds[function.Name] = function.FunctionId;
        }
    }

    // It calls in before it listens.
    private async Task WaitUntilListeningAsync(CancellationToken cancellationToken)
    {
        while (HttpAddress is { } address)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port, cancellationToken);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(PollPause, cancellationToken);
            }
        }
    }

    private static void Require(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"It refused {what}: {result.Exception?.ToText()}");
        }
    }
}
