using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Headers of a forwarded request from which the worker reads its client.</summary>
/// <remarks>
/// Host and scheme are set as the Functions host sets them: a client cannot choose the host, and a proxy before this host says the scheme.
/// That host also replaces the addresses. Here the client's is appended, so that an app knows that a proxy serves it to others.
/// </remarks>
internal sealed class ForwardedHeaders : HttpTransformer
{
    private const string For = "X-Forwarded-For";
    private const string Host = "X-Forwarded-Host";
    private const string Proto = "X-Forwarded-Proto";

    public static ForwardedHeaders Transformer { get; } = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var headers = proxyRequest.Headers;
        if (httpContext.Connection.RemoteIpAddress is { } client)
        {
            headers.TryAddWithoutValidation(For, client.ToString());
        }

        headers.Remove(Host);
        headers.TryAddWithoutValidation(Host, httpContext.Request.Host.Value);
        if (!headers.Contains(Proto))
        {
            headers.TryAddWithoutValidation(Proto, httpContext.Request.Scheme);
        }
    }
}
