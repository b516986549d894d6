namespace Wijkmonitor.Functions.Http.Formats;

/// <summary>The forms that an answer can have.</summary>
public enum ResponseFormat
{
    /// <summary>JSON, as the contract describes it.</summary>
    Json,

    /// <summary>CSV that a Dutch spreadsheet opens as it is.</summary>
    Csv,

    /// <summary>JSON-stat 2.0.</summary>
    JsonStat,

    /// <summary>GeoJSON.</summary>
    GeoJson,

    /// <summary>A page of HTML.</summary>
    Html,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A calendar (iCalendar, RFC 5545).</summary>
    Calendar,
}
