using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the worker says in the log.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Error, "Function '{Function}' failed. Invocation {InvocationId}.")]
    public static partial void InvocationFailed(this ILogger logger, Exception error, string function, string invocationId);

    [LoggerMessage(2, LogLevel.Information, "Function '{Function}' was cancelled. Invocation {InvocationId}.")]
    public static partial void InvocationCancelled(this ILogger logger, string function, string invocationId);

    [LoggerMessage(3, LogLevel.Error, "A request failed outside of any function: {Method} {Path}.")]
    public static partial void RequestFailed(this ILogger logger, Exception error, string method, string path);

    [LoggerMessage(4, LogLevel.Information, "{Count} functions: {Functions}.")]
    public static partial void Functions(this ILogger logger, int count, string functions);

    [LoggerMessage(10, LogLevel.Information, "Timer '{Function}' has schedule '{Schedule}' in time zone {Zone}. Next run at {Next:O}.")]
    public static partial void TimerStarted(this ILogger logger, string function, string schedule, string zone, DateTimeOffset next);

    [LoggerMessage(11, LogLevel.Information, "Timer '{Function}' runs: {Reason}. Invocation {InvocationId}.")]
    public static partial void TimerRuns(this ILogger logger, string function, string reason, string invocationId);

    [LoggerMessage(12, LogLevel.Information, "Timer '{Function}' has run in {Milliseconds} ms. Invocation {InvocationId}.")]
    public static partial void TimerHasRun(this ILogger logger, string function, long milliseconds, string invocationId);

    [LoggerMessage(13, LogLevel.Information, "Timer '{Function}' has no further occurrence.")]
    public static partial void TimerEnds(this ILogger logger, string function);
}
