using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Middleware that answers a failure of the system with a problem that discloses nothing of it.</summary>
/// <remarks>The log has it, with the id of the invocation. A failed timer stays failed, so that the host retries and reports it.</remarks>
public sealed partial class FailureMiddleware(ResponseHeaders headers, ILogger<FailureMiddleware> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        headers.ApplyTo(http);
        try
        {
            await next(context);
        }
        catch (Exception e) when (IsAbandoned(e, http))
        {
            // Nobody waits for the answer any more.
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested && !http.Response.HasStarted)
        {
            // The host gave the call up, because its client is gone or the host stops: that is no failure of the monitor.
            await ApiResults.ServiceUnavailable().ExecuteAsync(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            // The body came too slowly, was too large, or broke off.
            await ApiResults.MalformedRequest(e.StatusCode).ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            LogFailure(e, context.FunctionDefinition.Name, context.InvocationId);
            await (StorageFailure.IsUnavailable(e) ? ApiResults.ServiceUnavailable() : ApiResults.InternalError()).ExecuteAsync(http);
        }
    }

    // The host cuts the connection to the worker where the client went away or sent its body too slowly.
    private static bool IsAbandoned(Exception exception, HttpContext http) =>
        exception is ConnectionResetException || (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested);

    [LoggerMessage(130, LogLevel.Error, "Failed to run {Function} (invocation {Invocation})")]
    private partial void LogFailure(Exception exception, string function, string invocation);
}
