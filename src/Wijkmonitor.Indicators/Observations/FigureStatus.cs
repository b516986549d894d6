using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Publisher's statuses of a figure: how final it is and how it came about. Several can hold together.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<FigureStatus>))]
public enum FigureStatus
{
    /// <summary>The publisher says nothing of it.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>It may still change.</summary>
    [JsonStringEnumMemberName("provisional")]
    Provisional = 1,

    /// <summary>It was published before with another value.</summary>
    [JsonStringEnumMemberName("revised")]
    Revised = 2,

    /// <summary>It was estimated, such as from a sample.</summary>
    [JsonStringEnumMemberName("estimated")]
    Estimated = 4,

    /// <summary>It was computed by a model from figures of other areas or groups.</summary>
    [JsonStringEnumMemberName("modelled")]
    Modelled = 8,

    /// <summary>Its area has another code or other boundaries than the year before. It is not compared with earlier figures as it is.</summary>
    [JsonStringEnumMemberName("series-break")]
    SeriesBreak = 16,
}

/// <summary>The names of statuses, as configuration and the API have them.</summary>
public static class FigureStatusNames
{
    private static readonly (FigureStatus Status, string Name)[] Known =
    [
        (FigureStatus.Provisional, "provisional"),
        (FigureStatus.Revised, "revised"),
        (FigureStatus.Estimated, "estimated"),
        (FigureStatus.Modelled, "modelled"),
        (FigureStatus.SeriesBreak, "series-break"),
    ];

    /// <summary>Gets the names of all that hold, or null where nothing is said.</summary>
    public static IReadOnlyList<string>? Get(FigureStatus status) =>
        status == FigureStatus.None ? null : [.. Known.Where(known => status.HasFlag(known.Status)).Select(known => known.Name)];
}
