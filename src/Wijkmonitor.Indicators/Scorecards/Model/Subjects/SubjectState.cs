using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>State of a programme or project on a day, by its deadlines and alerts. None of them is a judgement of the work itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubjectState>))]
public enum SubjectState
{
    /// <summary>A deadline has passed and was not met, as far as was delivered.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>No deadline is known to be late, and something else asks for attention.</summary>
    [JsonStringEnumMemberName("attention")]
    Attention,

    /// <summary>The next deadline is ahead.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>All deadlines were met.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>No deadline is known that is ahead, or of one that passed it is not known whether it was met.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
