using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

/// <summary>Character encoding of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileEncoding>))]
public enum FileEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    /// <summary>Windows-1252, as older programs on Windows write it.</summary>
    [JsonStringEnumMemberName("windows-1252")]
    Windows1252,
}
