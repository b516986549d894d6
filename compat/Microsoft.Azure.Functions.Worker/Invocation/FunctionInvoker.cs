using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Runs functions through the application's middleware.</summary>
internal sealed class FunctionInvoker
{
    private readonly FrozenDictionary<string, FunctionMethod> methods;
    private readonly FunctionExecutionDelegate pipeline;
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger logger;

    public FunctionInvoker(
        FunctionCatalogue functions,
        IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        IServiceScopeFactory scopes,
        ILoggerFactory loggers)
    {
        methods = functions.All.ToFrozenDictionary(function => function.Name, function => new FunctionMethod(function));
        pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, piece) => piece(next));
        this.scopes = scopes;
        logger = loggers.CreateLogger("Microsoft.Azure.Functions.Worker");
    }

    /// <summary>Runs a function in a scope of its own.</summary>
    public async Task<Exception?> InvokeAsync(DeclaredFunction function, InvocationRequest request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await InvokeAsync(function, request, scope.ServiceProvider, cancellationToken);
    }

    /// <summary>Runs a function and logs its failure. Gives what made it fail, or null where it succeeded.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A function may fail with anything.")]
    public async Task<Exception?> InvokeAsync(
        DeclaredFunction function, InvocationRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["FunctionInvocationId"] = request.InvocationId,
            ["FunctionName"] = function.Name,
        });
        try
        {
            await pipeline(new InvocationContext(function, request, services, cancellationToken));
            return null;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            logger.InvocationCancelled(function.Name, request.InvocationId);
            return error;
        }
        catch (Exception error)
        {
            logger.InvocationFailed(error, function.Name, request.InvocationId);
            return error;
        }
    }

    private async Task CallAsync(FunctionContext context)
    {
        var running = RunningInvocation.Of(context);
        running.Result = await methods[running.Function.Name].CallAsync(context);
    }
}
