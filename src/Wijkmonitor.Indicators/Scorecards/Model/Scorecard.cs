using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>A scorecard of any kind, computed for an area and a period by one version of its rules.</summary>
/// <remarks>It has everything needed to explain it. All kinds share this shape, so that they are stored, served, exported and drawn by the same code.</remarks>
/// <param name="Kind">The kind, such as <c>compass</c> or <c>social-mortgage</c>.</param>
/// <param name="Subject">The id of what it is about, where an area can have several of a kind: a contract, a project, a complex. Null otherwise.</param>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="RuleVersion">The version of the rules (for a social mortgage: of the contract) that gave these figures.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Lines">One line per indicator or item, in the rules' order.</param>
/// <param name="Totals">The totals, each saying what it leaves out.</param>
/// <param name="Findings">Findings that a reader must know next to the figures.</param>
public sealed record Scorecard(
    string Kind,
    string? Subject,
    AreaCode Area,
    Period Period,
    string RuleVersion,
    int BoundaryYear,
    IReadOnlyList<ScorecardLine> Lines,
    IReadOnlyList<ScorecardTotal> Totals,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Time of computing; null until it is stored.</summary>
    public DateTimeOffset? ComputedAt { get; init; }

    /// <summary>
    /// Visibility, when its kind, its rules or its subject narrows it: the strictest of these. Null where the datasets of its inputs alone
    /// decide. A score that is for the corporation stays with it, also where everything that it was computed from is public.
    /// </summary>
    public DatasetVisibility? Visibility { get; init; }

    /// <summary>The programme or project that it is about; null for other scorecards.</summary>
    public SubjectDetails? About { get; init; }

    /// <summary>The day up to which it knows; null where it is about the period as a whole.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Promises and duties with a day, in order of day; null where there are none.</summary>
    public IReadOnlyList<Deadline>? Deadlines { get; init; }
}
