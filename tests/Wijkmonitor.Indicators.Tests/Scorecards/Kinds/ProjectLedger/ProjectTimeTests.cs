using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>Milestones, durations and dates that passed.</summary>
public sealed class ProjectTimeTests
{
    private static Scorecard Ended => new ProjectCards().Subject().Milestone("start", "actual", "2020-01-01").Milestone("end", "actual", "2019-05-01").Card();

    private static ProjectCards Planned => new ProjectCards().Subject().Milestone("end", "baseline", "2019-12-20", recorded: "2018-06-30");

    [Fact]
    public void An_actual_date_counts_and_forecasts_stay_as_history()
    {
        var line = Planned.Milestone("end", "forecast", "2020-03-01", recorded: "2019-10-01").Milestone("end", "actual", "2020-01-20").Card().Line("milestone-end");

        Assert.Equal(31m, line.Value);
        Assert.Equal(["baseline", "forecast", "actual"], line.Inputs.Select(input => input.Role));
        Assert.Equal("Gereed gepland op 20 december 2019, in werkelijkheid op 20 januari 2020: 31 dagen later.", line.Explanation.Nl);
        Assert.Equal("Completion planned on 20 December 2019, in fact on 20 January 2020: 31 days later.", line.Explanation.En);
    }

    [Theory]
    [InlineData("2019-12-20", null, 0, 0, "op tijd.")]
    [InlineData("2019-12-21", null, 1, 1, "1 dag later.")]
    [InlineData("2019-12-10", null, -10, -10, "10 dagen eerder.")]
    [InlineData("2019-12-10", "2019-12-25", -10, 5, "10 dagen eerder tot 5 dagen later.")]
    [InlineData("2019-12-10", "2019-12-15", -10, -5, "5 tot 10 dagen eerder.")]
    public void A_slip_has_a_direction(string day, string? until, int low, int high, string words)
    {
        var line = Planned.Milestone("end", "forecast", day, until, "2019-10-01").Card().Line("milestone-end");

        Assert.Equal((low, high), (line.Value ?? line.Range!.Low, line.Value ?? line.Range!.High));
        Assert.EndsWith(words, line.Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_a_loose_plan_and_a_loose_forecast_count_crosswise()
    {
        var line = new ProjectCards().Subject().Milestone("end", "baseline", "2019-12-01", "2019-12-31", "2018-06-30")
            .Milestone("end", "forecast", "2020-01-01", "2020-01-31", "2019-10-01").Card().Line("milestone-end");

        Assert.Equal((1m, 61m), (line.Range!.Low, line.Range.High));
    }

    [Fact]
    public void A_milestone_without_a_baseline_has_dates_and_no_slip()
    {
        var card = new ProjectCards().Subject().Milestone("roof", "actual", "2019-10-31").Card();

        Assert.Equal((LineState.NotNormed, null), (card.Line("milestone-roof").State, card.Line("milestone-roof").Value));
        Assert.Equal("Dak dicht: op 31 oktober 2019. Er is geen planning vastgelegd; daarom is er geen uitloop.", card.Line("milestone-roof").Explanation.Nl);
        Assert.All(new[] { "deadlines-missed", "replans", "slip-factor" }, code => Assert.Equal(LineState.NotNormed, card.Line(code).State));
    }

    [Fact]
    public void A_plan_without_more_has_no_slip_yet() => Assert.Equal(
        (LineState.MissingInput, "Gereed gepland op 20 december 2019. Wanneer het nu wordt verwacht, is niet aangeleverd."),
        (Planned.Card().Line("milestone-end").State, Planned.Card().Line("milestone-end").Explanation.Nl));

    [Fact]
    public void The_first_baseline_stays_the_yardstick_and_a_later_one_is_a_change_of_the_plan()
    {
        var card = Planned.Milestone("end", "baseline", "2020-06-30", recorded: "2019-09-01").Card();

        Assert.Equal((193m, 1m), (card.Line("milestone-end").Value, card.Line("replans").Value));
        Assert.Contains("nu gepland op 30 juni 2020", card.Line("milestone-end").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_after_a_forecast_counts()
    {
        var cards = Planned.Milestone("end", "forecast", "2020-03-01", recorded: "2019-10-01").Milestone("end", "replan", "2020-12-20", recorded: "2019-11-01");

        Assert.Equal(366m, cards.Card().Line("milestone-end").Value);
        Assert.Equal(376m, cards.Milestone("end", "forecast", "2020-12-30", recorded: "2019-11-01").Card().Line("milestone-end").Value);
    }

    [Fact]
    public void A_plan_that_cannot_be_keeps_no_plan_of_another_dataset_out()
    {
        var card = new ProjectCards().Subject().Milestone("end", "baseline", "2019-12-20", "2019-01-01", "2018-06-30").Publish()
            .Milestone("end", "baseline", "2019-12-20", recorded: "2018-06-30").Milestone("end", "actual", "2020-01-20").Card();

        Assert.Equal((31m, true, false), (card.Line("milestone-end").Value, card.Finds("source-differs"), card.Finds("dates-reversed")));
    }

    [Fact]
    public void An_end_before_the_start_gives_no_duration() => Assert.Equal(
        (LineState.MissingInput, null),
        (Ended.Line("duration").State, Ended.Line("duration").Value));

    [Fact]
    public void A_date_that_was_met_in_time_was_not_missed()
    {
        static decimal? Missed(string actual) => Planned.Milestone("end", "actual", actual, recorded: "2020-12-31").Card().Line("deadlines-missed").Value;

        Assert.Equal((0m, 1m), (Missed("2019-12-20"), Missed("2019-12-21")));
    }

    [Fact]
    public void A_loose_date_is_missed_only_after_its_last_day()
    {
        static decimal? Missed(string asOf) => new ProjectCards().Subject().Milestone("end", "baseline", "2019-01-01", "2019-12-31", "2018-06-30").Position(asOf, 0).Card().Line("deadlines-missed").Value;

        Assert.Equal((0m, 1m), (Missed("2019-12-31"), Missed("2020-01-01")));
    }

    [Fact]
    public void A_date_whose_ends_are_the_wrong_way_round_does_not_count_and_is_named()
    {
        var card = Planned.Milestone("end", "forecast", "2020-03-01", "2020-02-01", "2019-10-01").Card();

        Assert.Equal(LineState.MissingInput, card.Line("milestone-end").State);
        Assert.Contains("de laatste dag van 'end' ligt voor de eerste", card.Findings.Single(finding => finding.Code == "dates-reversed").Message.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_milestone_that_the_rules_do_not_name_follows_by_its_code()
    {
        var card = Planned.Milestone("keys", "baseline", "2020-01-10", recorded: "2018-06-30").Card();

        Assert.Equal(["milestone-end", "milestone-keys"], card.Lines.Select(line => line.Code).Where(code => code.StartsWith("milestone-", StringComparison.Ordinal)));
        Assert.Equal("Uitloop: keys", card.Line("milestone-keys").Label.Nl);
    }

    [Fact]
    public void An_end_that_is_planned_before_the_start_gives_no_factor() => Assert.Equal(
        LineState.MissingInput,
        Planned.Milestone("start", "baseline", "2020-01-01", recorded: "2018-06-30").Milestone("start", "actual", "2020-01-01").Milestone("end", "actual", "2020-05-01").Card().Line("slip-factor").State);

    [Fact]
    public void Two_datasets_that_differ_about_a_day_are_named_with_the_days_between_and_the_first_one_counts()
    {
        var card = Planned.Milestone("end", "actual", "2020-01-20", recorded: "2020-01-31").Publish().Milestone("end", "actual", "2020-01-25", recorded: "2020-01-31").Card();

        Assert.Equal(31m, card.Line("milestone-end").Value);
        Assert.Contains("(kolom 'day')", card.Findings.Single(finding => finding.Code == "source-differs").Message.Nl, StringComparison.Ordinal);
        Assert.Contains("Verschil: 5.", card.Findings.Single(finding => finding.Code == "source-differs").Message.Nl, StringComparison.Ordinal);
    }
}
