namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>The word and the media type of each form of an answer.</summary>
internal static class FormatNames
{
    /// <summary>All forms.</summary>
    public static readonly IReadOnlyList<(ResponseFormat Format, string Word, string MediaType)> All =
    [
        (ResponseFormat.Json, "json", "application/json"),
        (ResponseFormat.Csv, "csv", "text/csv"),
        (ResponseFormat.JsonStat, "json-stat", "application/vnd.json-stat+json"),
        (ResponseFormat.GeoJson, "geojson", "application/geo+json"),
        (ResponseFormat.Html, "html", "text/html"),
        (ResponseFormat.Yaml, "yaml", "application/yaml"),
        (ResponseFormat.Text, "text", "text/plain"),
        (ResponseFormat.Calendar, "ics", "text/calendar"),
    ];

    /// <summary>Gets the media type of a response format.</summary>
    public static string GetMediaType(ResponseFormat format) => All.Single(known => known.Format == format).MediaType;

    /// <summary>Gets the media type of a form with its encoding, where a form of text does not say that itself.</summary>
    public static string GetContentType(ResponseFormat format) => format is ResponseFormat.JsonStat or ResponseFormat.GeoJson
        ? GetMediaType(format)
        : GetMediaType(format) + "; charset=utf-8";
}
