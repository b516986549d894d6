using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>Something about a programme or project that somebody is to know or do.</summary>
/// <param name="Id">Its name among all alerts: it follows from the code with the first line of the finding, or from the deadline.</param>
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

    /// <summary>Time at which it last changed; null if unknown.</summary>
    [JsonIgnore]
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The deadline that it is about; null where it is about none.</summary>
    public DeadlineResource? Deadline { get; init; }

    /// <summary>Creates the alerts of a programme or project.</summary>
    /// <remarks>
    /// A finding speaks to its roles for the first deadline of its lines and for those that are late, so that nobody gets one thing twice. Of
    /// findings with one code and one first line the later ones have a number behind their id.
    /// </remarks>
    /// <param name="summary">The programme or project.</param>
    /// <param name="today">The day of asking.</param>
    /// <param name="within">Number of days ahead in which deadlines are listed.</param>
    public static IEnumerable<AlertResource> Create(SubjectSummary summary, DateOnly today, int within)
    {
        var covered = new HashSet<(string Deadline, AlertRole Role)>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in summary.Alerts)
        {
            var deadlines = summary.Deadlines.Where(due => due.Line is { } line && finding.Lines.Contains(line, StringComparer.Ordinal)).ToList();
            var deadline = deadlines.MinBy(due => due.LastDay);
            covered.UnionWith(deadlines.Where(due => ReferenceEquals(due, deadline) || due.IsLate(today))
                .SelectMany(due => finding.AlertFor!.Select(role => (due.Code, role))));
            var place = finding.Lines is [var first, ..] ? $"{finding.Code}/{first}" : finding.Code;
            ids[place] = ids.GetValueOrDefault(place) + 1;
            yield return Create(summary, AlertType.Finding, finding.Code, ids[place] == 1 ? place
                : string.Create(CultureInfo.InvariantCulture, $"{place}/{ids[place]}"), finding.AlertFor!, finding.Message) with
            {
                Deadline = deadline is null ? null : DeadlineResource.From(deadline, today),
            };
        }

        foreach (var deadline in summary.Deadlines
            .Select(due => due with { AlertFor = due.AlertFor?.Where(role => !covered.Contains((due.Code, role))).ToList() })
            .Where(due => due.AlertFor is { Count: > 0 })
            .Where(due => due.IsLate(today) || (due.LastDay >= today && due.LastDay.DayNumber - today.DayNumber <= within)))
        {
            var (type, code) = deadline.IsLate(today)
                ? (AlertType.Overdue, Indicators.Scorecards.Model.Subjects.Deadline.PassedAlert)
                : (AlertType.Upcoming, AheadCode);
            yield return Create(summary, type, code, $"deadline/{deadline.Code}", deadline.AlertFor!, deadline.Promise) with
            {
                Deadline = DeadlineResource.From(deadline, today),
                ChangedAt = type == AlertType.Overdue ? GetLater(summary.StoredAt, deadline.LastDay.AddDays(1)) : summary.StoredAt,
            };
        }
    }

    // An alert that turns from ahead to passed stays the same one: in a calendar it is one event.
    private static AlertResource Create(
        SubjectSummary summary, AlertType type, string code, string place, IReadOnlyList<AlertRole> roles, BilingualText message) => new(
        string.Join('/', [summary.Area.Municipality.Value, summary.Kind, summary.Subject, place]),
        type, code, roles, summary.Kind, summary.Subject, summary.About.Title, summary.Area.Municipality, summary.Area, summary.Period, message, summary.Href)
        {
            AsOf = summary.AsOf,
            ChangedAt = summary.StoredAt,
        };

    private static DateTimeOffset? GetLater(DateTimeOffset? time, DateOnly day) =>
        DutchTime.GetStart(day) is var start && time > start ? time : start;
}
