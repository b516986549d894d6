using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Something about a programme or project that somebody is to know or do.</summary>
/// <param name="Id">Its name among all alerts, on every day the same.</param>
/// <param name="Type">Type of alert.</param>
/// <param name="Code">The code of the finding, or <c>deadline-passed</c> or <c>deadline-ahead</c>.</param>
/// <param name="Roles">Roles that are alerted.</param>
/// <param name="Kind">The kind of scorecard.</param>
/// <param name="Subject">The code of the programme or project.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Municipality">The municipality that keeps it.</param>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="Period">The year of its newest scorecard.</param>
/// <param name="Message">The alert in words.</param>
/// <param name="Href">Address of the scorecard.</param>
public sealed record AlertResource(
    string Id, AlertType Type, string Code, IReadOnlyList<AlertRole> Roles, string Kind, string Subject, string Title, AreaCode Municipality, AreaCode Area,
    Period Period, BilingualText Message, string Href)
{
    private const string AheadCode = "deadline-ahead";

    /// <summary>The day up to which the scorecard knows.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The deadline that it is about; null where it is about none.</summary>
    public DeadlineResource? Deadline { get; init; }

    /// <summary>Creates the alerts of a programme or project.</summary>
    /// <remarks>A finding speaks for the first deadline of its lines and for those that are late, so that one thing is not said twice.</remarks>
    /// <param name="summary">The programme or project.</param>
    /// <param name="today">The day of asking.</param>
    /// <param name="within">Number of days ahead in which deadlines are listed.</param>
    public static IEnumerable<AlertResource> Create(SubjectSummary summary, DateOnly today, int within)
    {
        var spokenFor = new HashSet<Indicators.Scorecards.Model.Subjects.Deadline>(ReferenceEqualityComparer.Instance);
        foreach (var finding in summary.Alerts)
        {
            var deadlines = summary.Deadlines.Where(due => due.Line is { } line && finding.Lines.Contains(line, StringComparer.Ordinal)).ToList();
            var deadline = deadlines.MinBy(due => due.LastDay);
            spokenFor.UnionWith(deadlines.Where(due => ReferenceEquals(due, deadline) || due.IsLate(today)));
            yield return Create(summary, AlertType.Finding, finding.Code, string.Join('+', finding.Lines), finding.AlertFor!, finding.Message) with
            {
                Deadline = deadline is null ? null : DeadlineResource.From(deadline, today),
            };
        }

        foreach (var deadline in summary.Deadlines
            .Where(due => due.AlertFor is not null && !spokenFor.Contains(due))
            .Where(due => due.IsLate(today) || (due.LastDay >= today && due.LastDay.DayNumber - today.DayNumber <= within)))
        {
            var (type, code) = deadline.IsLate(today)
                ? (AlertType.Overdue, Indicators.Scorecards.Model.Subjects.Deadline.PassedAlert)
                : (AlertType.Upcoming, AheadCode);
            yield return Create(summary, type, code, deadline.Code, deadline.AlertFor!, deadline.Promise) with
            {
                Deadline = DeadlineResource.From(deadline, today),
            };
        }
    }

    // An alert that turns from ahead to passed stays the same one: in a calendar it is one event.
    private static AlertResource Create(
        SubjectSummary summary, AlertType type, string code, string place, IReadOnlyList<AlertRole> roles, BilingualText message) => new(
        string.Join('/', [summary.Area.Municipality.Value, summary.Kind, summary.Subject, type == AlertType.Finding ? code : "deadline", place]),
        type, code, roles, summary.Kind, summary.Subject, summary.About.Title, summary.Area.Municipality, summary.Area, summary.Period, message, summary.Href)
    {
        AsOf = summary.AsOf,
    };
}
