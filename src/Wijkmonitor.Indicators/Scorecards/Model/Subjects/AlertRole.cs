using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>Role of a reader who is to know of an alert. It is no right: what somebody may see follows from the scorecard alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertRole>))]
public enum AlertRole
{
    /// <summary>Controller: compares promises, money and what came of them.</summary>
    [JsonStringEnumMemberName("controller")]
    Controller,

    /// <summary>Manager of the programme or project.</summary>
    [JsonStringEnumMemberName("programme-manager")]
    ProgrammeManager,

    /// <summary>Manager of the area.</summary>
    [JsonStringEnumMemberName("area-manager")]
    AreaManager,

    /// <summary>Board of a municipality or corporation: decides whether and how something goes on.</summary>
    [JsonStringEnumMemberName("board")]
    Board,
}
