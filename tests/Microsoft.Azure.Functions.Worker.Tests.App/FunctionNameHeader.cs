using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Tests.App;

public sealed class FunctionNameHeader : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers["x-function"] = context.FunctionDefinition.Name;
            http.Response.Headers["x-invocation"] = context.InvocationId;
        }

        return next(context);
    }
}
