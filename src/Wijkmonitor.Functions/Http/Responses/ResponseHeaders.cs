using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>The headers that every answer has, errors too.</summary>
public sealed class ResponseHeaders(ApiOptions options, PublishedContract contract)
{
    /// <summary>The header with the full version of the API.</summary>
    public const string ApiVersion = "API-Version";

    /// <summary>The methods that pages of other sites can use, where the path has them.</summary>
    public static readonly IReadOnlyList<string> SharedMethods = ["GET", "HEAD", "POST"];

    private const string AllOrigins = "*";
    private const string OneYear = "max-age=31536000; includeSubDomains";

    private readonly IReadOnlySet<string> allowedOrigins = options.ParseOrigins();

    /// <summary>Adds the headers to a response; what serves it can change them.</summary>
    public void ApplyTo(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers[ApiVersion] = contract.Version;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.StrictTransportSecurity = OneYear;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        AllowOrigin(http);
    }

    // No credentials: a page of another site that has a token sends it itself.
    private void AllowOrigin(HttpContext http)
    {
        // The contract is for every page that shows or uses it (/core/publish-openapi); it says nothing of the caller.
        if (http.Request.Path.Value is { } path && contract.Paths.Contains(path))
        {
            http.Response.Headers.AccessControlAllowOrigin = AllOrigins;
            return;
        }

        if (allowedOrigins.Count == 0)
        {
            return;
        }

        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || (!allowedOrigins.Contains(AllOrigins) && !allowedOrigins.Contains(origin)))
        {
            return;
        }

        headers.AccessControlAllowOrigin = allowedOrigins.Contains(AllOrigins) ? AllOrigins : origin;
        headers.AccessControlExposeHeaders = $"{ApiVersion}, {HeaderNames.ETag}, {HeaderNames.Link}, {HeaderNames.RetryAfter}";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            headers.AccessControlAllowMethods = string.Join(", ", SharedMethods);
            headers.AccessControlAllowHeaders =
                $"{HeaderNames.Authorization}, {HeaderNames.ContentType}, {HeaderNames.IfModifiedSince}, {HeaderNames.IfNoneMatch}, x-functions-key";
            headers.AccessControlMaxAge = "600";
        }
    }
}
