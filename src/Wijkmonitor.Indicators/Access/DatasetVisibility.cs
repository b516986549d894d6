using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Access;

/// <summary>Who may see a dataset's figures.</summary>
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
