using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Wijkmonitor.Functions.Observability;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Middleware that measures each invocation, and records its function and outcome on its trace.</summary>
public sealed class InvocationMiddleware(WijkmonitorMetrics metrics, TimeProvider time) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var begun = time.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = context.GetHttpContext()?.Response.StatusCode >= 500;
        }
        finally
        {
            if (failed)
            {
                Activity.Current?.SetStatus(ActivityStatusCode.Error);
            }

            metrics.RecordInvocation(context.FunctionDefinition.Name, time.GetElapsedTime(begun), failed);
        }
    }
}
