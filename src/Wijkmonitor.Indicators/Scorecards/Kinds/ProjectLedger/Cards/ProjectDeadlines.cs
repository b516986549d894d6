using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;

/// <summary>The deadlines of a project: planned milestones, conditions, loans that are due, and the oldest signal that waits.</summary>
internal static class ProjectDeadlines
{
    private static readonly BilingualText ConditionLabel = new("Voorwaarde", "Condition");
    private static readonly BilingualText LoanLabel = new("Lening terugbetalen", "Repay loan");
    private static readonly BilingualText SignalLabel = new("Signaal van bewoners beantwoorden", "Answer signal of residents");

    /// <summary>Adds the deadlines.</summary>
    public static void Add(ProjectCard card)
    {
        card.Builder.AsOf = card.AsOf;
        foreach (var milestone in card.Project.Milestones)
        {
            AddMilestone(card, milestone);
        }

        foreach (var condition in card.Project.Conditions)
        {
            AddCondition(card, condition);
        }

        foreach (var loan in card.Project.Funding.Rows.Where(row => row is { Kind: FundingKind.Loan, Corrects: null } && row.IsDrawn(card.AsOf)))
        {
            AddLoan(card, loan);
        }

        AddSignals(card);
    }

    private static void AddMilestone(ProjectCard card, Milestone milestone)
    {
        if ((milestone.Replans.LastOrDefault() ?? milestone.Baseline) is not { } planned)
        {
            return;
        }

        var label = card.Rules.GetMilestoneLabel(milestone.Code);
        card.Builder.AddDeadline(new Deadline(
            $"milestone-{milestone.Code}", label, planned.Date.First,
            BothLanguages.Write(text => text.Localize(
                $"{label.Nl}: gepland {ProjectText.FormatDate(text, planned.Date)}.", $"{label.En}: planned {ProjectText.FormatDate(text, planned.Date)}.")),
            IsMet: milestone.Actual is not null)
        {
            Until = GetUntil(planned.Date),
            Line = ProjectLedgerRules.GetMilestoneLine(milestone.Code),
            Dates = milestone.Dates.Count > 1 ? [.. milestone.Dates.Select(date => CreateDate(milestone, date))] : null,
        });
    }

    private static DeadlineDate CreateDate(Milestone milestone, MilestoneDate date) => new(
        date.Kind switch
        {
            MilestoneDate.Actual => DeadlineDateKind.Actual,
            MilestoneDate.Forecast => DeadlineDateKind.Forecast,
            _ => date == milestone.Baseline ? DeadlineDateKind.Baseline : DeadlineDateKind.Replan,
        },
        date.Date.First)
    {
        Until = GetUntil(date.Date),
        RecordedOn = date.Record.Date,
        Note = date.Record.GetText("text") is { } words ? new(words, words) : null,
    };

    private static DateOnly? GetUntil(LooseDate date) => date.IsDay ? null : date.Last;

    private static void AddCondition(ProjectCard card, ConditionRow condition)
    {
        if (condition.Plans is [.., var plan] && plan.GetDate("due_on") is { } due)
        {
            card.Builder.AddDeadline(new Deadline(
                $"condition-{condition.Code}", ProjectText.GetLabel(ConditionLabel, new(condition.Name, condition.Name)), due,
                BothLanguages.Write(text => text.Localize(
                    $"Aan de voorwaarde moet zijn voldaan op {text.FormatDay(due)}.", $"The condition is to be met by {text.FormatDay(due)}.")),
                condition.IsMet(card.AsOf))
            {
                Line = "conditions-late",
                Dates = condition.Plans.Count > 1 ? [.. condition.Plans.Select(CreateDate)] : null,
            });
        }
    }

    private static DeadlineDate CreateDate(AreaRecord plan, int place) =>
        new(place == 0 ? DeadlineDateKind.Baseline : DeadlineDateKind.Replan, plan.GetDate("due_on")!.Value) { RecordedOn = plan.Date };

    private static void AddLoan(ProjectCard card, FundingRow loan)
    {
        if (loan.DueOn is { } due)
        {
            card.Builder.AddDeadline(new Deadline(
                $"loan-{loan.Code}", ProjectText.GetLabel(LoanLabel, card.Rules.GetPartyLabel(loan.Party)), due,
                BothLanguages.Write(text => text.Localize(
                    $"De lening moet zijn terugbetaald op {text.FormatDay(due)}.", $"The loan is to be repaid by {text.FormatDay(due)}.")),
                loan.Amount is null ? null : loan.IsRepaid)
            {
                Line = "overdue",
                AlertFor = [AlertRole.Controller, AlertRole.Board],
            });
        }
    }

    // One deadline for all of them: one for each would count them.
    private static void AddSignals(ProjectCard card)
    {
        if (card.Project.Signals is { OldestOpen: { } oldest } signals && card.Rules.AnswerWithinDays is { } days && !card.Disclosure.IsHidden(signals))
        {
            var due = oldest.AddDays(days);
            card.Builder.AddDeadline(new Deadline(
                "signals", SignalLabel, due,
                BothLanguages.Write(text => text.Localize(
                    $"Het oudste open signaal moet zijn beantwoord op {text.FormatDay(due)}.",
                    $"The oldest open signal is to be answered by {text.FormatDay(due)}.")),
                IsMet: false)
            {
                Line = "signals-late",
                AlertFor = [AlertRole.AreaManager, AlertRole.ProgrammeManager],
            });
        }
    }
}
