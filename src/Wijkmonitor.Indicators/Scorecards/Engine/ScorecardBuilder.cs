using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>A scorecard while it is made.</summary>
internal sealed class ScorecardBuilder(ScorecardKindInfo kind, string ruleVersion, AreaContext area)
{
    private readonly List<ScorecardLine> lines = [];
    private readonly List<ScorecardTotal> totals = [];
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, Deadline> deadlines = new(StringComparer.Ordinal);
    private readonly LineBuilder line = new();

    /// <summary>The year of its boundaries, where that is not the area's in the period.</summary>
    public int? BoundaryYear { get; init; }

    /// <summary>The id of the subject, such as a project, where a kind has several scorecards of an area; else null.</summary>
    public string? Subject { get; init; }

    /// <summary>Visibility, when the subject of the scorecard narrows it further than its kind and rules.</summary>
    public DatasetVisibility? Visibility { get; init; }

    /// <summary>Whether a withheld line names no inputs either, because a known one of them would disclose what is withheld.</summary>
    public bool WithholdsInputs { get; init; }

    /// <summary>The programme or project that it is about, where its kind has such; else null.</summary>
    public SubjectDetails? About { get; init; }

    /// <summary>The day up to which it knows; null where it is about the period as a whole.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The area that it is about.</summary>
    public AreaContext Area => area;

    /// <summary>The lines so far, the last one included.</summary>
    public IReadOnlyList<ScorecardLine> Lines
    {
        get
        {
            CompleteLine();
            return lines;
        }
    }

    /// <summary>The totals so far.</summary>
    public IReadOnlyList<ScorecardTotal> Totals => totals;

    /// <summary>Starts the line of an indicator. The line before it is complete then.</summary>
    public LineBuilder AddLine(Indicator indicator, BilingualText? theme = null, string? code = null, BilingualText? label = null) =>
        AddLine(code ?? indicator.Code, theme ?? indicator.Theme, label ?? indicator.Label, indicator.Unit);

    /// <summary>Starts a line. The line before it is complete then.</summary>
    public LineBuilder AddLine(string code, BilingualText theme, BilingualText label, string unit)
    {
        CompleteLine();
        return line.Start(code, theme, label, unit, WithholdsInputs);
    }

    /// <summary>Adds a total.</summary>
    /// <param name="code">Code of the total.</param>
    /// <param name="label">Its name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="value">The total; null where it cannot be given.</param>
    /// <param name="over">The lines that it is about; those that are not valued are left out.</param>
    /// <param name="steps">Steps of its calculation; null where they are not shown.</param>
    public ScorecardTotal AddTotal(string code, BilingualText label, string unit, decimal? value, IReadOnlyList<OmittedLines> over, Calculation? steps = null)
    {
        var total = new ScorecardTotal(code, label, value, unit, over) { Steps = steps?.Steps };
        totals.Add(total);
        return total;
    }

    /// <summary>Adds the sum of lines with their values, ranges and what is not known of them.</summary>
    public ScorecardTotal AddSum(string code, BilingualText label, string unit, IReadOnlyCollection<ScorecardLine> over)
    {
        var total = ScorecardTotal.Sum(code, label, unit, over, kind.Steps);
        totals.Add(total);
        return total;
    }

    /// <summary>Adds a finding about lines; none where there are no lines that it is about.</summary>
    public void AddFinding(string code, FindingSeverity severity, IEnumerable<string> affected, string nl, string en)
    {
        List<string> codes = [.. affected];
        if (codes.Count > 0)
        {
            findings.Add(new Finding(code, severity, codes, new BilingualText(nl, en)));
        }
    }

    /// <summary>Adds a finding about lines of this scorecard; none where no line fits.</summary>
    public void AddFinding(string code, FindingSeverity severity, Func<ScorecardLine, bool> isAffected, string nl, string en) =>
        AddFinding(code, severity, Lines.Where(isAffected).Select(found => found.Code), nl, en);

    /// <summary>Adds a finding.</summary>
    public void AddFinding(Finding finding) => findings.Add(finding);

    /// <summary>Adds something that was promised or is due by a day. Its code is there once.</summary>
    public void AddDeadline(Deadline deadline) => deadlines.Add(deadline.Code, deadline);

    /// <summary>Builds the scorecard.</summary>
    /// <remarks>
    /// Findings that the kind names are alerts. A withheld line gives none, and its deadline does not tell whether it was met.
    /// </remarks>
    public Scorecard Build()
    {
        var withheld = Lines.Where(built => built.State == LineState.Suppressed).Select(built => built.Code).ToHashSet(StringComparer.Ordinal);
        return new(
            kind.Name, Subject, area.Code, area.Period, ruleVersion, BoundaryYear ?? area.BoundaryYear, [.. Lines], [.. totals],
            [.. findings.Select(finding => AddAlert(finding, withheld))])
        {
            Visibility = Visibility,
            About = About,
            AsOf = AsOf,
            Deadlines = deadlines.Count == 0 ? null : [.. deadlines.Values
                .Select(deadline => AddAlert(deadline.Line is { } code && withheld.Contains(code) ? deadline.Withhold() : deadline))
                .OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Code, StringComparer.Ordinal)],
        };
    }

    private Finding AddAlert(Finding finding, HashSet<string> withheld) =>
        kind.Alerts.TryGetValue(finding.Code, out var roles) && (finding.Lines.Count == 0 || !finding.Lines.All(withheld.Contains))
            ? finding with { AlertFor = roles }
            : finding;

    private Deadline AddAlert(Deadline deadline) => deadline with { AlertFor = deadline.AlertFor ?? kind.Alerts.GetValueOrDefault(Deadline.PassedAlert) };

    private void CompleteLine()
    {
        if (line.TryBuild(out var complete))
        {
            lines.Add(complete);
        }
    }
}
