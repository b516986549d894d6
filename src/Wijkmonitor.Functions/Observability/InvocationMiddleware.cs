using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Gives everything that an invocation logs its function and id, and measures and traces the invocation.</summary>
public sealed class InvocationMiddleware(Instruments instruments, ILogger<InvocationMiddleware> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var (function, invocation) = (context.FunctionDefinition.Name, context.InvocationId);
        using var activity = instruments.Begin(function, invocation);
        using var scope = logger.BeginScope(new LogScope(KeyValuePair.Create("Function", (object)function), KeyValuePair.Create("Invocation", (object)invocation)));
        var begun = Stopwatch.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = context.GetHttpContext()?.Response.StatusCode >= 500;
        }
        finally
        {
            activity?.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            instruments.Invoked(function, Stopwatch.GetElapsedTime(begun), failed);
        }
    }
}
