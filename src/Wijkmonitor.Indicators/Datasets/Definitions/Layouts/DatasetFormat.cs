using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>Layout of the files of a dataset.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatasetFormat>))]
public enum DatasetFormat
{
    /// <summary>A CSV export of CBS StatLine: a row for each area and period, a column for each topic.</summary>
    [JsonStringEnumMemberName("statline")]
    StatLine,

    /// <summary>A CSV with a row for each area and period. Each topic is a column, under a name of its own.</summary>
    [JsonStringEnumMemberName("wide")]
    Wide,

    /// <summary>A CSV with a row for each value: area, period, indicator, value.</summary>
    [JsonStringEnumMemberName("long")]
    Long,

    /// <summary>A CSV with typed rows; <see cref="DatasetDefinition.Records"/> says which.</summary>
    [JsonStringEnumMemberName("records")]
    Records,

    /// <summary>A contract of a social mortgage as one JSON document.</summary>
    [JsonStringEnumMemberName("contract")]
    Contract,

    /// <summary>Shapes of areas as one GeoJSON FeatureCollection (RFC 7946).</summary>
    [JsonStringEnumMemberName("boundaries")]
    Boundaries,
}
