using System.Text.Json.Serialization;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Type of an alert.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertType>))]
public enum AlertType
{
    /// <summary>A deadline has passed and was not met, as far as was delivered.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,

    /// <summary>A finding on the newest scorecard.</summary>
    [JsonStringEnumMemberName("finding")]
    Finding,

    /// <summary>A deadline is ahead, within the days that were asked for.</summary>
    [JsonStringEnumMemberName("upcoming")]
    Upcoming,
}
