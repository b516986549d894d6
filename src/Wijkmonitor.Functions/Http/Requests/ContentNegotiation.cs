using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Wijkmonitor.Functions.Http.Formats;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Negotiation of the response format: the <c>format</c> query parameter, else the <c>Accept</c> header.</summary>
internal static class ContentNegotiation
{
    /// <summary>The key in a query.</summary>
    public const string Key = "format";

    /// <summary>Reads the requested response format; a problem is recorded with the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="offered">The forms that the operation has; the first is for who has no wish.</param>
    public static ResponseFormat Read(RequestQuery query, params ReadOnlySpan<ResponseFormat> offered)
    {
        var candidates = new List<(ResponseFormat Format, string Word, string MediaType)>(offered.Length);
        foreach (var format in offered)
        {
            candidates.Add(FormatNames.All.Single(known => known.Format == format));
        }

        query.MarkAsKnown(Key);
        return query.ReadText(Key) is not null
            ? query.ReadChoice(Key, candidates.ToDictionary(candidate => candidate.Word, candidate => candidate.Format, StringComparer.Ordinal))
            : NegotiateAccept(query, candidates);
    }

    private static ResponseFormat NegotiateAccept(RequestQuery query, List<(ResponseFormat Format, string Word, string MediaType)> candidates)
    {
        var accept = query.Request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
        {
            return candidates[0].Format;
        }

        // A form has the weight of the narrowest range that names it.
        var acceptable = candidates
            .Select(candidate => (candidate.Format, Weight: GetQuality(accept, new MediaTypeHeaderValue(candidate.MediaType))))
            .Where(candidate => candidate.Weight > 0)
            .OrderByDescending(candidate => candidate.Weight)
            .ToList();
        if (acceptable.Count > 0)
        {
            return acceptable[0].Format;
        }

        query.RejectFormats(candidates.ConvertAll(candidate => candidate.MediaType));
        return candidates[0].Format;
    }

    private static double GetQuality(IEnumerable<MediaTypeHeaderValue> accept, MediaTypeHeaderValue mediaType)
    {
        var ranges = accept.Where(range => range.MatchesAllTypes
            || (range.MatchesAllSubTypes && range.Type == mediaType.Type)
            || range.MediaType == mediaType.MediaType);
        var narrowest = ranges.OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return narrowest is null ? 0 : narrowest.Quality ?? 1;
    }
}
