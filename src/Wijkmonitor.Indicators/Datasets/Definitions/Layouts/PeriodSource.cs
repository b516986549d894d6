using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>Source of the period in a wide file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodSource>))]
public enum PeriodSource
{
    /// <summary>In a column: a row for each period.</summary>
    [JsonStringEnumMemberName("column")]
    Column,

    /// <summary>In the header of each topic's column: a column for each period.</summary>
    [JsonStringEnumMemberName("header")]
    Header,

    /// <summary>In the file's name, or in a title above its header.</summary>
    [JsonStringEnumMemberName("file-name")]
    FileName,

    /// <summary>In the definition: all files are about one year.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,
}
