using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>A deadline in a list, with how late it is on the day of asking.</summary>
/// <param name="Code">Its code, once on a scorecard.</param>
/// <param name="Label">Its name.</param>
/// <param name="Date">The day of the promise that holds, or the first day of a loose date.</param>
/// <param name="Promise">The promise or duty, in a sentence.</param>
public sealed record DeadlineResource(string Code, BilingualText Label, DateOnly Date, BilingualText Promise)
{
    /// <summary>The last day of a loose date; null for one day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The party that has to act or decide; null where nobody is named.</summary>
    public BilingualText? Party { get; init; }

    /// <summary>Whether a decision is due, and not a result.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDecision { get; init; }

    /// <summary>Number of days after the promise that holds; null where it is not late.</summary>
    public int? DaysLate { get; init; }

    /// <summary>The last day of the first promise; null where that is the one that holds.</summary>
    public DateOnly? FirstPromised { get; init; }

    /// <summary>Number of days after the first promise; null where it is not late, or the first promise holds.</summary>
    public int? DaysAfterFirst { get; init; }

    /// <summary>Creates the resource of a deadline on a day.</summary>
    public static DeadlineResource From(Deadline deadline, DateOnly today)
    {
        var first = deadline.FirstPromise;
        DateOnly? firstPromised = (first.Until ?? first.Date) is var day && day != deadline.LastDay ? day : null;
        var isLate = deadline.IsLate(today);
        return new DeadlineResource(deadline.Code, deadline.Label, deadline.Date, deadline.Promise)
        {
            Until = deadline.Until,
            Party = deadline.Party,
            IsDecision = deadline.IsDecision,
            DaysLate = isLate ? today.DayNumber - deadline.LastDay.DayNumber : null,
            FirstPromised = firstPromised,
            DaysAfterFirst = isLate && firstPromised is { } promised ? today.DayNumber - promised.DayNumber : null,
        };
    }
}
