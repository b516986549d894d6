using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Writes what an HTTP function gave to the response.</summary>
internal static class HttpResult
{
    public static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        null => Task.CompletedTask,
        IResult value => value.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ when http.Response.HasStarted => Task.CompletedTask,
        string text => TypedResults.Text(text).ExecuteAsync(http),
        _ => http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestAborted),
    };
}
