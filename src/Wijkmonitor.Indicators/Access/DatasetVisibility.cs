using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Access;

/// <summary>Visibility of the figures of a dataset.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatasetVisibility>))]
public enum DatasetVisibility
{
    /// <summary>Everybody.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>The parties that work together in the monitor.</summary>
    [JsonStringEnumMemberName("partners")]
    Partners,

    /// <summary>The dataset's owner only.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,
}
