using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>Matcher of the versions that a client knows already.</summary>
internal static class EntityTags
{
    /// <summary>Whether the header <c>If-None-Match</c> of a request names a version.</summary>
    public static bool IsNamed(HttpRequest request, EntityTagHeaderValue etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false));
}
