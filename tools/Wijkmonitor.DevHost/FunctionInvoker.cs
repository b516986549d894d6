using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Wijkmonitor.DevHost.Protocol;
using Wijkmonitor.DevHost.Worker;

namespace Wijkmonitor.DevHost;

/// <summary>Invoker of functions within the time that host.json allows. It logs them as the Functions host does.</summary>
internal sealed class FunctionInvoker(TimeSpan? timeout, HostLog log)
{
    /// <summary>Time limit for a cancelled function to end, before its worker is replaced.</summary>
    private static readonly TimeSpan TimeoutGrace = TimeSpan.FromSeconds(15);

    /// <summary>Invokes a function and waits for it.</summary>
    /// <param name="worker">The worker to run it.</param>
    /// <param name="function">The function.</param>
    /// <param name="request">Its id and inputs.</param>
    /// <param name="reason">Reason of the run; null for an HTTP request, of which only a failure is logged.</param>
    /// <param name="cancellationToken">Asks the function to end.</param>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> InvokeAsync(
        FunctionWorker worker, DeclaredFunction function, InvocationRequest request, string? reason, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        if (reason is not null)
        {
            log.Write(LogLevel.Information, GetCategory(function), "1",
                $"Executing 'Functions.{function.Name}' (Reason='{reason}', Id={request.InvocationId})");
        }

        var (succeeded, exception) = await RunAsync(worker, function, request, cancellationToken);
        var outcome = succeeded ? "Succeeded" : "Failed";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Executed 'Functions.{function.Name}' ({outcome}, Id={request.InvocationId}, Duration={Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}ms)");
        if (!succeeded || reason is not null)
        {
            var isAbandoned = reason is null && cancellationToken.IsCancellationRequested;
            log.Write(succeeded || isAbandoned ? LogLevel.Information : LogLevel.Error, GetCategory(function), succeeded ? "2" : "3", message, exception);
        }

        return succeeded;
    }

    private static string GetCategory(DeclaredFunction function) => $"Function.{function.Name}";

    private async Task<(bool Succeeded, string? Exception)> RunAsync(
        FunctionWorker worker, DeclaredFunction function, InvocationRequest request, CancellationToken cancellationToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Sampled, as by a host of which the telemetry is on.
        request.TraceContext ??= new RpcTraceContext
        {
            TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01",
        };
        var answer = worker.InvokeAsync(function.Name, request, cancel.Token);
        if (timeout is { } limit && !await EndsWithinAsync(answer, limit))
        {
            log.Error(
                GetCategory(function),
                $"Timeout value of {limit} exceeded by function 'Functions.{function.Name}' (Id: '{request.InvocationId}'). Initiating cancellation.");
            await cancel.CancelAsync();
            if (!await EndsWithinAsync(answer, TimeoutGrace))
            {
                await worker.KillAsync();
            }
        }

        try
        {
            // The worker has logged an exception by itself.
            return ((await answer).Status == StatusResult.Types.Status.Success, null);
        }
        catch (IOException error)
        {
            return (false, error.Message);
        }
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }
}
