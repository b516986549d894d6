using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Findings;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger;

/// <summary>Kind of project ledgers: is a project where it was promised to be, at what cost, and who is exposed.</summary>
/// <remarks>Source: Ecorys, on the renovated homes of Kanaleneiland (2021), chapters 2 to 4.</remarks>
public sealed class ProjectLedgerKind(ProjectLedgerRules rules) : SubjectKind<ProjectLedgerRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        ProjectLedgerRules.Kind,
        new("Stand van een project", "Project ledger"),
        new("Of een project op schema ligt, wat het kost en wie dat betaalt, wie risico loopt, en of er nu besloten moet worden.",
            "Whether a project is on schedule, what it costs and who pays, who is at risk, and whether it is time to decide."),
        Order: 13,
        ScorecardLayout.Lines)
    {
        Roles = ProjectLabels.Roles,
        Figures = ProjectLabels.Figures,
        Steps = ProjectLabels.Steps,
        Alerts = ProjectLabels.Alerts,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<ProjectLedgerRules>(Details, new ProjectLedgerRulesJson(), rules => new ProjectLedgerKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var project = new ProjectCard(card, Rules, subject, GetRecords(subject), period.Year);
        TimeLines.Add(project);
        MoneyLines.Add(project);
        BaseLines.Add(project);
        LoanLines.Add(project);
        WorkLines.Add(project);
        AgreementLines.Add(project);
        StopLines.Add(project);
        ProjectFindings.Add(project);
        RecordFindings.Add(project);
        ProjectDeadlines.Add(project);
    }

    private ProjectRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new ProjectRecords(Rules, subject));
}
