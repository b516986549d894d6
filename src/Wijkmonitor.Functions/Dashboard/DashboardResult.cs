using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Dashboard;

/// <summary>A response with a file of the dashboard, compressed by the build. Browsers keep it for as long as it cannot change.</summary>
internal sealed class DashboardResult(DashboardFile file, int status) : IResult
{
    // Nothing from elsewhere, no script and no style but the files themselves; data: is for the patterns that charts draw.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string OneYear = "public, max-age=31536000, immutable";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (content, encoding) = SelectRepresentation(httpContext.Request);
        var etag = new EntityTagHeaderValue($"\"{file.Version}{(encoding is null ? "" : "-" + encoding)}\"");
        var response = httpContext.Response;
        response.Headers.ETag = etag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = file.IsImmutable ? OneYear : "no-cache";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (status == StatusCodes.Status200OK && EntityTags.IsNamed(httpContext.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = file.MediaType;
        response.ContentLength = content.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
        }
    }

    private (byte[] Content, string? Encoding) SelectRepresentation(HttpRequest request)
    {
        return (file.Brotli, file.Gzip) switch
        {
            ({ } brotli, _) when ContentCoding.SelectAccepted(request, "br") is { } coding => (brotli, coding),
            (_, { } gzip) when ContentCoding.SelectAccepted(request, "gzip") is { } coding => (gzip, coding),
            _ => (file.Content, null),
        };
    }
}
