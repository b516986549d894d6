using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>The answers that the API gives: JSON with a strong ETag, or a problem.</summary>
public static class ApiResults
{
    /// <summary>Creates a 200 response with a resource as JSON.</summary>
    public static IResult Json<T>(T resource, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(resource, type);
        return new JsonContentResult(json, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <summary>Creates a 200 response with stored JSON and its version as ETag.</summary>
    /// <param name="json">The resource.</param>
    /// <param name="version">Its version.</param>
    /// <param name="storedAt">Time at which it was stored; null if unknown.</param>
    public static IResult Json(byte[] json, string version, DateTimeOffset? storedAt = null) => new JsonContentResult(json, version) { StoredAt = storedAt };

    /// <summary>Creates a 200 response with a file to download.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="fileName">The name under which it is saved; null to show it.</param>
    /// <param name="contentSecurityPolicy">Content that it may load; null for none.</param>
    /// <param name="storedAt">Time at which its content was stored; null if unknown.</param>
    public static IResult File(byte[] content, string mediaType, string? fileName, string? contentSecurityPolicy, DateTimeOffset? storedAt = null) =>
        new JsonContentResult(content, Convert.ToHexStringLower(SHA256.HashData(content)), mediaType, fileName, contentSecurityPolicy) { StoredAt = storedAt };

    /// <summary>Creates a 404 response: the resource does not exist.</summary>
    public static IResult NotFound(string nl, string en) => Problem(StatusCodes.Status404NotFound, "Not Found", nl, en);

    /// <summary>Creates a 404 response: the register does not know the area.</summary>
    public static IResult AreaNotFound(AreaCode area) => NotFound($"Het gebied {area} is niet bekend.", $"Area {area} is not known.");

    /// <summary>Creates a 400 response: a path or query value is malformed.</summary>
    public static IResult BadRequest(string field, string value, string nl, string en) => new ProblemResult(new ProblemDetailsResource(
        "about:blank", "Bad Request", StatusCodes.Status400BadRequest, en, new BilingualText(nl, en), [new FieldError(field, value)]));

    /// <summary>Creates a 400 response: fields of a request are wrong.</summary>
    public static IResult BadRequest(IReadOnlyList<FieldError> errors) => new ProblemResult(new ProblemDetailsResource(
        "about:blank",
        "Bad Request",
        StatusCodes.Status400BadRequest,
        JoinMessages(errors, message => message.En),
        new BilingualText(JoinMessages(errors, message => message.Nl), JoinMessages(errors, message => message.En)),
        errors));

    /// <summary>Creates a 200 response with a whole list as CSV, with the fields of its items as columns.</summary>
    public static IResult Csv<T>(IReadOnlyList<T> items, JsonTypeInfo<T> type) => Content(ListCsv.Write(items, type), ResponseFormat.Csv);

    /// <summary>Creates a 200 response with a resource in another format than JSON.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="format">The form.</param>
    /// <param name="next">The path and query of the next page; null on the last one.</param>
    /// <param name="storedAt">Time at which it was stored; null if unknown.</param>
    public static IResult Content(byte[] content, ResponseFormat format, string? next = null, DateTimeOffset? storedAt = null) => new JsonContentResult(
        content, Convert.ToHexStringLower(SHA256.HashData(content)), FormatNames.GetContentType(format))
    { Next = next, StoredAt = storedAt };

    /// <summary>Creates a 406 response: none of the formats of the resource is accepted by the request.</summary>
    public static IResult NotAcceptable(IReadOnlyList<string> mediaTypes) => Problem(
        StatusCodes.Status406NotAcceptable, "Not Acceptable", $"Vraag in 'Accept' om {string.Join(" of ", mediaTypes)}.",
        $"Ask for {string.Join(" or ", mediaTypes)} in 'Accept'.");

    /// <summary>Creates the response to a request that is well formed but cannot be done.</summary>
    public static IResult InvalidRequest(int status, FieldError error, BilingualText message) => new ProblemResult(new ProblemDetailsResource(
        "about:blank", ReasonPhrases.GetReasonPhrase(status), status, message.En, message, [error]));

    /// <summary>Creates a 405 response: the path does not allow the method.</summary>
    public static IResult MethodNotAllowed(IReadOnlyCollection<string> allowed) => new AllowResult(allowed, Problem(
        StatusCodes.Status405MethodNotAllowed, "Method Not Allowed", $"Hier kan alleen {string.Join(", ", allowed)}.",
        $"Only {string.Join(", ", allowed)} can be used here."));

    /// <summary>Creates a 204 response with the methods that a path allows.</summary>
    public static IResult AllowedMethods(IReadOnlyCollection<string> allowed) => new AllowResult(allowed, TypedResults.NoContent());

    /// <summary>Creates a 401 response: the caller is unknown and the operation is not public.</summary>
    public static IResult Unauthorized() => Problem(
        StatusCodes.Status401Unauthorized, "Unauthorized", "Meld u aan: dit is niet voor iedereen.", "Sign in: this is not for everybody.");

    /// <summary>Creates a 403 response: the caller lacks the required role.</summary>
    public static IResult Forbidden() => Problem(
        StatusCodes.Status403Forbidden, "Forbidden", "U hebt hier geen rechten voor; de beheerder van de monitor kan ze geven.",
        "You do not have the rights for this; the administrator of the monitor can give them.");

    /// <summary>Creates the response to an unreadable request: its body came too slowly, was too large or broke off.</summary>
    public static IResult MalformedRequest(int status) => Problem(
        status, ReasonPhrases.GetReasonPhrase(status), "Het verzoek was niet te lezen: te groot, te langzaam of afgebroken.",
        "The request could not be read: too large, too slow or broken off.");

    /// <summary>Creates a 429 response: the caller exceeded the rate limit.</summary>
    public static IResult TooManyRequests() => Problem(
        StatusCodes.Status429TooManyRequests, "Too Many Requests", "U vraagt te veel achter elkaar. Probeer het straks opnieuw.",
        "You are sending too many requests. Try again in a moment.");

    /// <summary>Creates a 503 response with a problem that has more fields than others.</summary>
    public static IResult ServiceUnavailable<T>(T problem, JsonTypeInfo<T> type) =>
        new ProblemResult(StatusCodes.Status503ServiceUnavailable, JsonSerializer.SerializeToUtf8Bytes(problem, type));

    /// <summary>Creates a 503 response: the storage does not answer; asking again in a moment may help.</summary>
    public static IResult ServiceUnavailable() => Problem(
        StatusCodes.Status503ServiceUnavailable, "Service Unavailable",
        "De gegevens zijn even niet beschikbaar. Probeer het straks opnieuw.",
        "The data is not available right now. Try again in a moment.");

    /// <summary>Creates a 500 response: an internal error, which the log explains.</summary>
    public static IResult InternalError() => Problem(
        StatusCodes.Status500InternalServerError, "Internal Server Error", "Er ging hier iets mis; het is vastgelegd.",
        "Something went wrong here; it has been logged.");

    private static string JoinMessages(IReadOnlyList<FieldError> errors, Func<BilingualText, string> language) =>
        string.Join(' ', errors.Where(error => error.Message is not null)
            .Select(error => $"{error.Field}: {language(error.Message!)}")
            .Distinct(StringComparer.Ordinal));

    private static ProblemResult Problem(int status, string title, string nl, string en) => new ProblemResult(new ProblemDetailsResource(
        "about:blank", title, status, en, new BilingualText(nl, en), Errors: null));

    private sealed class JsonContentResult(
        byte[] json, string version, string mediaType = "application/json; charset=utf-8", string? fileName = null,
        string? contentSecurityPolicy = null) : IResult
    {
        private const int VersionLength = 32;

        // One address gives each caller what it may see.
        private const string VaryByCaller = "Accept, Accept-Encoding, Authorization, Cookie, x-functions-key";

        public DateTimeOffset? StoredAt { get; init; }

        public string? Next { get; init; }

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            // A strong version is of the bytes that are sent, so each coding has its own.
            var coding = ContentCoding.Negotiate(httpContext.Request, json.Length);
            var etag = new EntityTagHeaderValue($"\"{version[..VersionLength]}{(coding is null ? "" : "-" + coding)}\"");
            var response = httpContext.Response;
            response.Headers.ETag = etag.ToString();
            var caller = Caller.From(httpContext);
            response.Headers.CacheControl = caller.IsKnown ? "private, no-cache" : "public, no-cache";
            response.Headers.Append(HeaderNames.Vary, VaryByCaller);
            if (Next is not null)
            {
                response.Headers.Link = $"<{Next}>; rel=\"next\"";
            }

            if (StoredAt is { } storedAt)
            {
                response.Headers.LastModified = storedAt.ToString("R", CultureInfo.InvariantCulture);
            }

            if (Matches(httpContext.Request, etag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var content = ContentCoding.Encode(json, coding);
            response.ContentType = mediaType;
            response.ContentLength = content.Length;
            if (coding is not null)
            {
                response.Headers.ContentEncoding = coding;
            }

            if (fileName is not null)
            {
                response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            }

            if (contentSecurityPolicy is not null)
            {
                response.Headers.ContentSecurityPolicy = contentSecurityPolicy;
            }

            await response.Body.WriteAsync(content, httpContext.RequestAborted);
        }

        // The version says more than the moment; the moment counts only for who does not know the version.
        private bool Matches(HttpRequest request, EntityTagHeaderValue etag) => request.Headers.IfNoneMatch.Count > 0
            ? EntityTags.IsNamed(request, etag)
            : !Caller.From(request.HttpContext).IsKnown
                && StoredAt is { } storedAt
                && request.GetTypedHeaders().IfModifiedSince is { } since
                && storedAt.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    private sealed class AllowResult(IReadOnlyCollection<string> allowed, IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.Allow = string.Join(", ", allowed);
            if (headers.AccessControlAllowMethods.Count > 0)
            {
                headers.AccessControlAllowMethods = string.Join(", ", allowed.Intersect(ResponseHeaders.SharedMethods, StringComparer.Ordinal));
            }

            return result.ExecuteAsync(httpContext);
        }
    }

    private sealed class ProblemResult(int status, byte[] json) : IResult
    {
        private const string RetryAfterSeconds = "10";

        public ProblemResult(ProblemDetailsResource problem)
            : this(problem.Status, JsonSerializer.SerializeToUtf8Bytes(problem, HttpJson.Default.ProblemDetailsResource))
        {
        }

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/problem+json; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-store";
            if (status == StatusCodes.Status401Unauthorized)
            {
                httpContext.Response.Headers.WWWAuthenticate = "Bearer";
            }
            else if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            {
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            }

            await httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted);
        }
    }
}
