using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Programme or project in a list, by its newest scorecard.</summary>
/// <param name="Kind">The kind of scorecard.</param>
/// <param name="Subject">Its code.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Scope">Its extent.</param>
/// <param name="Municipality">The municipality that keeps it.</param>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="State">Its state on the day of asking.</param>
/// <param name="Period">The year of its newest scorecard.</param>
/// <param name="Alerts">Number of findings that ask for attention.</param>
/// <param name="Href">Address of its newest scorecard.</param>
public sealed record SubjectResource(
    string Kind, string Subject, string Title, SubjectScope Scope, AreaCode Municipality, AreaCode Area, SubjectState State, Period Period, int Alerts,
    string Href)
{
    /// <summary>The municipalities of a region; null for what is no region, and where they are not known.</summary>
    public IReadOnlyList<AreaCode>? Members { get; init; }

    /// <summary>The day up to which its newest scorecard knows.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The deadline that has been late for longest; null where none is late.</summary>
    public DeadlineResource? Late { get; init; }

    /// <summary>The first deadline that is ahead; null where none does.</summary>
    public DeadlineResource? Next { get; init; }

    /// <summary>The first decision that is due and not known to be taken; null where none is.</summary>
    public DeadlineResource? Decision { get; init; }

    /// <summary>Creates the resource of a subject on a day.</summary>
    public static SubjectResource From(SubjectSummary summary, DateOnly today)
    {
        var late = summary.Deadlines.Where(deadline => deadline.IsLate(today)).MinBy(deadline => deadline.LastDay);
        var next = summary.Deadlines.Where(deadline => deadline.LastDay >= today).MinBy(deadline => deadline.LastDay);
        var decision = summary.Deadlines.Where(deadline => deadline.IsDecision).MinBy(deadline => deadline.LastDay);
        return new SubjectResource(
            summary.Kind, summary.Subject, summary.About.Title, summary.About.Scope, summary.Area.Municipality, summary.Area,
            GetState(summary, late, next), summary.Period, summary.Alerts.Count, summary.Href)
        {
            Members = summary.About.Members,
            AsOf = summary.AsOf,
            Late = late is null ? null : DeadlineResource.From(late, today),
            Next = next is null ? null : DeadlineResource.From(next, today),
            Decision = decision is null ? null : DeadlineResource.From(decision, today),
        };
    }

    private static SubjectState GetState(SubjectSummary summary, Deadline? late, Deadline? next) =>
        late is not null ? SubjectState.Late
        : summary.Alerts.Count > 0 ? SubjectState.Attention
        : next is not null ? SubjectState.Planned
        : summary is { Deadlines.Count: 0, MetDeadlines: > 0 } ? SubjectState.Completed
        : SubjectState.Unknown;
}
