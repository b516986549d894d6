using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>Something that was promised or is due by a day.</summary>
/// <param name="Code">Its code, once on a scorecard: lower-case words with hyphens.</param>
/// <param name="Label">Its name, such as the milestone.</param>
/// <param name="Date">The day of the promise that holds, or the first day of a loose date. An expectation is no promise.</param>
/// <param name="Promise">The promise or duty, in a sentence.</param>
/// <param name="IsMet">Whether it was met as of the scorecard's day; null where that is not known or not shown.</param>
public sealed record Deadline(string Code, BilingualText Label, DateOnly Date, BilingualText Promise, bool? IsMet)
{
    /// <summary>The alert that a deadline which passed without being met gives, as a kind names it among its alerts.</summary>
    public const string PassedAlert = "deadline-passed";

    /// <summary>The last day of a loose date; null for one day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The code of the line that it belongs to; null where it belongs to none.</summary>
    public string? Line { get; init; }

    /// <summary>The party that has to act or decide; null where nobody is named.</summary>
    public BilingualText? Party { get; init; }

    /// <summary>Whether a decision is due, and not a result.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDecision { get; init; }

    /// <summary>All dates in the order in which they were given; null where there is only the one.</summary>
    public IReadOnlyList<DeadlineDate>? Dates { get; init; }

    /// <summary>Roles that are alerted when it passes without being met; null for none.</summary>
    public IReadOnlyList<AlertRole>? AlertFor { get; init; }

    /// <summary>The last day on which it can be met in time.</summary>
    [JsonIgnore]
    public DateOnly LastDay => Until ?? Date;

    /// <summary>The first promise. It stays the yardstick.</summary>
    [JsonIgnore]
    public DeadlineDate FirstPromise =>
        Dates?.FirstOrDefault(date => date.Kind == DeadlineDateKind.Baseline) ?? new DeadlineDate(DeadlineDateKind.Baseline, Date) { Until = Until };

    /// <summary>Whether it passed without being met, by a day. It is not late where nobody knows whether it was met.</summary>
    public bool IsLate(DateOnly day) => IsMet == false && LastDay < day;

    /// <summary>Creates the same without any sign of whether it was met, for a line that is withheld.</summary>
    internal Deadline Withhold() => this with
    {
        IsMet = null,
        Dates = Dates is null ? null : [.. Dates.Where(date => date.Kind is DeadlineDateKind.Baseline or DeadlineDateKind.Replan)],
    };
}
