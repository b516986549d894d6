using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Programme or project by its newest scorecard, with what can still become late and what asks for attention.</summary>
/// <param name="Kind">The kind of scorecard.</param>
/// <param name="Subject">The code of the subject.</param>
/// <param name="About">Its name and extent.</param>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="Period">The year of the newest scorecard.</param>
/// <param name="AsOf">The day up to which that knows; null where it is about the year as a whole.</param>
/// <param name="Deadlines">The deadlines that are not known to be met, with the first promise only.</param>
/// <param name="MetDeadlines">Number of deadlines that were met.</param>
/// <param name="Alerts">The findings that are alerts.</param>
/// <param name="Href">Address of the scorecard.</param>
public sealed record SubjectSummary(
    string Kind,
    string Subject,
    SubjectDetails About,
    AreaCode Area,
    Period Period,
    DateOnly? AsOf,
    IReadOnlyList<Deadline> Deadlines,
    int MetDeadlines,
    IReadOnlyList<Finding> Alerts,
    string Href)
{
    /// <summary>Time at which it was stored as it is; null if unknown.</summary>
    [JsonIgnore]
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The key of the row of the scorecard.</summary>
    [JsonIgnore]
    internal string ScorecardRow => Keys.GetScorecardRow(Kind, Period, Area, Subject);

    /// <summary>Creates the summary of a scorecard of a subject.</summary>
    public static SubjectSummary From(Scorecard card) => new(
        card.Kind,
        card.Subject!,
        card.About!,
        card.Area,
        card.Period,
        card.AsOf,
        [.. (card.Deadlines ?? []).Where(deadline => deadline.IsMet != true).Select(deadline => deadline with
        {
            Dates = deadline.Dates?.Where(date => date.Kind == DeadlineDateKind.Baseline).Take(1).ToList() is { Count: > 0 } first ? first : null,
        })],
        (card.Deadlines ?? []).Count(deadline => deadline.IsMet == true),
        [.. card.Findings.Where(finding => finding.AlertFor is not null)],
        ScorecardSummary.GetHref(card));
}
