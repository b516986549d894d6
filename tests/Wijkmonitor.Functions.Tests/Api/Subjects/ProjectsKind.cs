using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Functions.Tests.Api.Subjects;

/// <summary>A kind of these tests, whose scorecards are as they are given.</summary>
internal sealed record ProjectsKind(params Scorecard[] Cards) : IScorecardKind
{
    public string Name => "projects";

    public string RuleVersion => "rules-1";

    public ScorecardKindInfo Info => new(Name, new(Name, Name), new("", ""), Order: 10, ScorecardLayout.Lines);

    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null) =>
        Cards.Where(card => card.Area.IsIn(figures.Municipality));

    /// <summary>A scorecard of a project, as of the first day of 2021.</summary>
    public static Scorecard Card(string subject, string area, DatasetVisibility? visibility, params IReadOnlyList<Deadline> deadlines) =>
        new("projects", subject, AreaCode.Parse(area), new Period(2020), "rules-1", 2020, [], [], [])
        {
            Visibility = visibility,
            About = new SubjectDetails(subject.ToUpperInvariant(), SubjectScope.Project),
            AsOf = new DateOnly(2021, 1, 1),
            Deadlines = deadlines.Count == 0 ? null : deadlines,
        };

    public static Deadline Due(string code, string day, bool? isMet = false, AlertRole role = AlertRole.Controller) =>
        new(code, new($"{code} nl", $"{code} en"), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new($"beloofd {code}", $"promised {code}"), isMet) { AlertFor = [role] };

    public static Finding Alert(string code, AlertRole role, params string[] lines) =>
        new(code, FindingSeverity.Warning, lines, new BilingualText($"let op {code}", $"note {code}")) { AlertFor = [role] };
}
