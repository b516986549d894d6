using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>Deadlines and alerts of a project.</summary>
public sealed class ProjectDeadlineTests
{
    private static ProjectCards Project(int units) => new ProjectCards().Subject(units)
        .Milestone("start", "actual", "2019-01-07")
        .Milestone("end", "baseline", "2019-12-20", recorded: "2018-06-30").Milestone("end", "replan", "2020-04-01", "2020-06-30", "2019-09-30", "tweede kwartaal")
        .Milestone("end", "forecast", "2020-10-01", recorded: "2020-08-31")
        .Condition("permit", "2019-01-31", "2019-01-15", note: "Vergunning").Condition("label", "2020-12-31").Condition("open")
        .Funding("bridge", 100_000, "fund", "loan", drawn: "2019-03-01", due: "2020-03-01").Funding("later", 100_000, "fund", "loan", due: "2020-03-01")
        .Signals(6, "2020-08-01").Signals(6, "2020-08-10");

    [Fact]
    public void Milestones_conditions_loans_and_signals_are_deadlines()
    {
        var card = Project(10).Card();

        Assert.Equal(new DateOnly(2020, 8, 31), card.AsOf);
        Assert.Equal(
            [
                ("condition-permit", new DateOnly(2019, 1, 31), true), ("loan-bridge", new DateOnly(2020, 3, 1), false), ("milestone-end", new DateOnly(2020, 4, 1), false),
                ("signals", new DateOnly(2020, 8, 15), false), ("condition-label", new DateOnly(2020, 12, 31), (bool?)false),
            ],
            card.Deadlines!.Select(deadline => (deadline.Code, deadline.Date, deadline.IsMet)));
    }

    [Fact]
    public void A_milestone_has_all_its_dates_and_the_promise_that_holds()
    {
        var end = Project(10).Card().Deadlines!.Single(deadline => deadline.Code == "milestone-end");

        Assert.Equal((new DateOnly(2020, 6, 30), "milestone-end", "Gereed: gepland tussen 1 april en 30 juni 2020."), (end.Until!.Value, end.Line, end.Promise.Nl));
        Assert.Equal([DeadlineDateKind.Baseline, DeadlineDateKind.Replan, DeadlineDateKind.Forecast], end.Dates!.Select(date => date.Kind));
        Assert.Equal("tweede kwartaal", end.Dates![1].Note!.Nl);
    }

    [Fact]
    public void A_condition_that_was_put_off_is_due_on_its_last_day_and_late_by_its_first()
    {
        var card = new ProjectCards().Subject().Condition("permit", "2019-01-31").Condition("permit", "2019-06-30", recorded: "2019-02-15").Card();
        var deadline = Assert.Single(card.Deadlines!);

        Assert.Equal((new DateOnly(2019, 6, 30), false, 1m), (deadline.Date, deadline.IsMet, card.Line("conditions-late").Value));
        Assert.Equal([(DeadlineDateKind.Baseline, 1), (DeadlineDateKind.Replan, 6)], deadline.Dates!.Select(date => (date.Kind, date.Date.Month)));
    }

    [Fact]
    public void Loans_and_signals_alert_others_than_milestones_do()
    {
        var deadlines = Project(10).Card().Deadlines!.ToDictionary(deadline => deadline.Code, deadline => deadline.AlertFor);

        Assert.Equal([AlertRole.Controller, AlertRole.ProgrammeManager], deadlines["milestone-end"]!);
        Assert.Equal([AlertRole.Controller, AlertRole.Board], deadlines["loan-bridge"]!);
        Assert.Equal([AlertRole.AreaManager, AlertRole.ProgrammeManager], deadlines["signals"]!);
    }

    [Fact]
    public void A_limit_that_was_passed_is_an_alert_and_a_date_that_passed_is_no_second_one()
    {
        var card = Project(10).Card();

        Assert.Equal(["stop-rule"], card.Findings.Where(finding => finding.AlertFor is not null).Select(finding => finding.Code));
        Assert.True(card.Finds("deadline-missed") && card.Finds("overdue"));
    }

    [Fact]
    public void Few_homes_hide_repayments_and_few_signals_hide_their_days()
    {
        var card = Project(4).Signals(2, "2020-08-25").Card();

        Assert.Null(card.Deadlines!.Single(deadline => deadline.Code == "loan-bridge").IsMet);
        Assert.DoesNotContain(card.Deadlines!, deadline => deadline.Code == "signals");
        Assert.DoesNotContain(card.Findings, finding => finding.AlertFor is not null);
    }
}
