namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>The word and the media type of each form of an answer.</summary>
internal static class FormatNames
{
    /// <summary>All forms.</summary>
    public static readonly IReadOnlyList<(AnswerFormat Format, string Word, string MediaType)> All =
    [
        (AnswerFormat.Json, "json", "application/json"),
        (AnswerFormat.Csv, "csv", "text/csv"),
        (AnswerFormat.JsonStat, "json-stat", "application/vnd.json-stat+json"),
        (AnswerFormat.GeoJson, "geojson", "application/geo+json"),
    ];

    /// <summary>The media type of a form.</summary>
    public static string MediaType(AnswerFormat format) => All.Single(known => known.Format == format).MediaType;
}
