using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A builder of a worker's services and invocation pipeline.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a piece to the invocation pipeline, inside of those added before.</summary>
    /// <param name="middleware">Makes the piece around the rest of the pipeline.</param>
    /// <returns>This builder.</returns>
    IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
