using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Findings;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist;

/// <summary>Kind of checklists: whether conditions are there before money or people move, which choices were made, who does what.</summary>
/// <remarks>
/// Sources: Ecorys, on the renovated homes of Kanaleneiland (2021); TNO, on the last metre of heat networks; municipality of Dordrecht and NVM, on
/// foundations.
/// </remarks>
public sealed class ChecklistKind(ChecklistRules rules) : SubjectKind<ChecklistRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        ChecklistRules.Kind,
        new("Voorwaarden en keuzes", "Conditions and choices"),
        new("Of de voorwaarden er zijn voordat er geld of mensen in beweging komen, welke keuzes zijn gemaakt, en wie wat doet.",
            "Whether the conditions are there before money or people move, which choices were made, and who does what."),
        Order: 14,
        ScorecardLayout.Lines)
    {
        Roles = ChecklistLabels.Roles,
        Figures = ChecklistLabels.Figures,
        Alerts = ChecklistLabels.Alerts,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<ChecklistRules>(Details, new ChecklistRulesJson(), rules => new ChecklistKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var checklist = new ChecklistCard(card, Rules, subject, GetRecords(subject), period.Year);
        ConditionLines.Add(checklist);
        MeasurementLines.Add(checklist);
        ChoiceLines.Add(checklist);
        new MatrixLines(checklist).Add();
        card.AsOf = checklist.AsOf;
        ChecklistDeadlines.Add(checklist);
        ItemFindings.Add(checklist);
        ChoiceFindings.Add(checklist);
        new MatrixFindings(checklist).Add();
        RecordFindings.Add(checklist);
    }

    private ChecklistRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new ChecklistRecords(Rules, subject));
}
