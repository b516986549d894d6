namespace Wijkmonitor.DevHost.Worker;

/// <summary>Supervisor that keeps one worker running: it replaces it when it has ended, and on demand.</summary>
/// <param name="start">Starts a worker; it fails with an <see cref="InvalidOperationException"/>.</param>
/// <param name="log">The log.</param>
internal sealed class WorkerSupervisor(Func<CancellationToken, Task<FunctionWorker>> start, HostLog log) : IDisposable
{
    private const string Category = "Host.Workers";
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource drainLimit = new();
    private readonly List<Task> retiring = [];
    private TaskCompletionSource<FunctionWorker> current = CreateSource();
    private Task replacement = Task.CompletedTask;
    private TimeSpan pause = FirstPause;

    /// <summary>The process of the current worker, or null between two.</summary>
    public int? ProcessId => FindCurrent()?.ProcessId;

    /// <summary>Starts the first worker.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public async Task<FunctionWorker> StartAsync(CancellationToken cancellationToken)
    {
        var worker = await StartFirstAsync(cancellationToken);
        await AnnounceAsync(current, worker);
        return worker;
    }

    /// <summary>Waits for a worker and counts an invocation in; disposing of the lease counts it out.</summary>
    /// <exception cref="TimeoutException">There was none in time, or the host stops.</exception>
    public async Task<WorkerLease> AcquireAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var worker = await current.Task.WaitAsync(WaitLimit, cancellationToken);
            if (worker.TryBeginInvocation())
            {
                return new WorkerLease(worker);
            }

            Replace(worker);
        }
    }

    /// <summary>Starts another worker in place of the current one, which ends once all that it runs has ended.</summary>
    public void Restart()
    {
        if (FindCurrent() is { } worker)
        {
            Replace(worker);
        }
    }

    /// <summary>Takes no further invocations, waits for those that run and ends all workers.</summary>
    /// <param name="grace">Time to wait.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        lock (gate)
        {
            stopping.Cancel();
            if (FindCurrent() is { } worker)
            {
                retiring.Add(RetireAsync(worker));
                current = CreateSource();
            }

            current.TrySetException(new TimeoutException("The host stops."));
        }

        drainLimit.CancelAfter(grace);
        await Task.WhenAll([.. retiring, replacement]);
    }

    public void Dispose()
    {
        stopping.Dispose();
        drainLimit.Dispose();
    }

    // A result that has come blocks nothing.
#pragma warning disable RS0030
    private FunctionWorker? FindCurrent() => current.Task is { IsCompletedSuccessfully: true } started ? started.Result : null;
#pragma warning restore RS0030

    private static TaskCompletionSource<FunctionWorker> CreateSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A worker chooses a free port and listens on it later: another process may be faster.
    private async Task<FunctionWorker> StartFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await start(cancellationToken);
        }
        catch (InvalidOperationException error) when (error.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            return await start(cancellationToken);
        }
    }

    private void Replace(FunctionWorker worker)
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested || FindCurrent() != worker)
            {
                return;
            }

            var delay = worker.HasExited ? GetNextPause() : TimeSpan.Zero;
            log.Warning(Category, $"Worker process {worker.ProcessId} {(worker.HasExited ? "ended unexpectedly" : "is replaced")}. Another one is started.");
            current = CreateSource();
            retiring.RemoveAll(task => task.IsCompleted);
            retiring.Add(RetireAsync(worker));
            replacement = ReplaceAsync(current, delay);
        }
    }

    private async Task ReplaceAsync(TaskCompletionSource<FunctionWorker> source, TimeSpan delay)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(delay, stopping.Token);
                await AnnounceAsync(source, await start(stopping.Token));
                return;
            }
            catch (InvalidOperationException error)
            {
                log.Error(Category, error.Message);
                delay = GetNextPause();
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task AnnounceAsync(TaskCompletionSource<FunctionWorker> source, FunctionWorker worker)
    {
        lock (gate)
        {
            if (!stopping.IsCancellationRequested)
            {
                source.SetResult(worker);
                _ = WatchAsync(worker);
                return;
            }
        }

        await worker.KillAsync();
        worker.Dispose();
    }

    private async Task WatchAsync(FunctionWorker worker)
    {
        await worker.Exited;
        Replace(worker);
    }

    private async Task RetireAsync(FunctionWorker worker)
    {
        await worker.RetireAsync().WaitAsync(drainLimit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await worker.StopAsync();
        worker.Dispose();
    }

    private TimeSpan GetNextPause()
    {
        var next = pause;
        pause = next < MaxPause ? next * 2 : MaxPause;
        return next;
    }
}

/// <summary>An invocation's hold on a worker, which does not end before it is disposed of.</summary>
internal sealed class WorkerLease(FunctionWorker worker) : IDisposable
{
    public FunctionWorker Worker => worker;

    public void Dispose() => worker.EndInvocation();
}
