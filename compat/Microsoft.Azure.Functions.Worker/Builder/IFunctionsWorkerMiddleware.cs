namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of an invocation's pipeline.</summary>
/// <param name="context">The invocation.</param>
/// <returns>A task that ends when the rest has run.</returns>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>Work around every invocation, of whatever trigger.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs the middleware, which calls <paramref name="next"/> to go on to the function.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="next">The rest of the pipeline.</param>
    /// <returns>A task that ends when the middleware is done.</returns>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
