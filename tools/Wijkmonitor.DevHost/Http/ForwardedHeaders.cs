using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Wijkmonitor.DevHost.Http;

/// <summary>Adds to a forwarded request what the worker reads of its client. What a proxy before this host said of host and scheme is kept.</summary>
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

        SetIfAbsent(Host, httpContext.Request.Host.Value);
        SetIfAbsent(Proto, httpContext.Request.Scheme);

        void SetIfAbsent(string name, string? value)
        {
            if (!headers.Contains(name))
            {
                headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
