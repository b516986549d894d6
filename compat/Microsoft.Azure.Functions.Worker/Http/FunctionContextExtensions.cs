using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Access to the HTTP side of an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request and response of an invocation.</summary>
    /// <param name="context">The invocation.</param>
    /// <returns>The HTTP context, or null where the function was not started over HTTP.</returns>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpInvocation.HttpContextKey, out var value) ? value as HttpContext : null;
}
