using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Security;

namespace Wijkmonitor.Functions.Tests.Http;

/// <summary>Caller of a function without a host: what it is asked and how it answers.</summary>
internal static class FunctionCall
{
    /// <summary>Calls a function and reads its answer whole.</summary>
    /// <param name="call">The function.</param>
    /// <param name="caller">The caller; the public unless given.</param>
    /// <param name="query">The query with its question mark.</param>
    /// <param name="json">The body, by which the request is a POST.</param>
    public static async Task<FunctionAnswer> SendAsync(Func<HttpRequest, Task<IResult>> call, Caller? caller = null, string query = "", string? json = null)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        http.Request.Method = json is null ? "GET" : "POST";
        http.Request.QueryString = new QueryString(query);
        if (json is not null)
        {
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        }

        (caller ?? Caller.Anonymous).AttachTo(http);
        await (await call(http.Request)).ExecuteAsync(http);
        return new FunctionAnswer(http.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), string.Join('\n', http.Response.Headers));
    }
}

/// <summary>An answer of a function.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers, a line each.</param>
internal sealed record FunctionAnswer(int Status, string Body, string Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The items of a list that was served.</summary>
    public IReadOnlyList<JsonElement> Items
    {
        get
        {
            Assert.Equal(StatusCodes.Status200OK, Status);
            return [.. Json.GetProperty("items").EnumerateArray()];
        }
    }
}
