using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>The works, what is needed to complete, delay, conditions, signals and the stop rule.</summary>
public sealed class ProjectWorkTests
{
    private static ProjectCards Works => new ProjectCards().Subject()
        .Work("roofs", 312_000, "accepted", paid: true).Work("walls", 300_000, "accepted").Work("windows", 120_000, "delivered")
        .Work("heating", 93_000, "tendered", paid: true).Work("stairs", 50_000, "to-tender");

    [Fact]
    public void The_works_have_four_sums_and_who_carries_them()
    {
        var card = Works.Card();

        Assert.Equal(
            [312_000m, 420_000m, 93_000m, 50_000m],
            card.Lines.Where(line => line.Code.StartsWith("works-", StringComparison.Ordinal)).Select(line => line.Value!.Value));
        Assert.Equal("Opgeleverd en niet betaald: € 420.000. Dat draagt de aannemer.", card.Line("works-delivered-unpaid").Explanation.Nl);
        Assert.Equal("Betaald en niet opgeleverd: € 93.000. Dat dragen de eigenaars.", card.Line("works-undelivered-paid").Explanation.Nl);
    }

    [Fact]
    public void No_item_of_the_works_is_listed() => Assert.All(
        Works.Card().Lines.Where(line => line.Theme.Nl == "Het werk"), line => Assert.All(line.Inputs, input => Assert.Null(input.Delivery)));

    [Fact]
    public void The_last_version_of_an_item_counts() =>
        Assert.Equal(0m, Works.Work("heating", 93_000, "accepted", paid: true, recorded: "2021-06-30").Card(2021).Line("works-undelivered-paid").Value);

    [Fact]
    public void Only_accepted_works_are_verified_and_the_rest_of_what_was_reported_is_not()
    {
        var card = Works.Position("2020-12-31", reported: 90).Card();

        Assert.Equal((69.9m, 90m, 20.1m, 5m), (card.Line("verified-progress").Value, card.Line("reported-progress").Value, card.Line("progress-difference").Value, card.Line("progress-difference").Norm));
        Assert.Equal("Gemeld is 90% en goedgekeurd 69,9%: 20,1 procentpunt verschil.", card.Line("progress-difference").Explanation.Nl);
        Assert.Contains("meer dan 5 procentpunt", card.Findings.Single(finding => finding.Code == "progress-unverified").Message.Nl, StringComparison.Ordinal);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Theory]
    [InlineData(74.9, false)]
    [InlineData(75, true)]
    [InlineData(64.9, false)]
    [InlineData(64.8, true)]
    public void A_difference_within_the_tolerance_is_no_finding(double reported, bool isFound) =>
        Assert.Equal(isFound, Works.Position("2020-12-31", reported: (decimal)reported).Card().Finds("progress-unverified"));

    [Fact]
    public void Works_of_unknown_value_make_sums_lower_bounds_and_leave_no_share()
    {
        var card = Works.Work("lift", null, "delivered").Work("garden", null, "tendered").Position("2020-12-31", reported: 90).Card();

        Assert.Equal((420_000m, true), (card.Line("works-delivered-unpaid").Value, card.Line("works-delivered-unpaid").Uncertainty is not null));
        Assert.Equal((LineState.MissingInput, LineState.MissingInput), (card.Line("verified-progress").State, card.Line("progress-difference").State));
    }

    [Fact]
    public void A_sum_of_unknown_values_is_pro_memorie() => Assert.True(
        new ProjectCards().Subject().Work("lift", null, "delivered").Card().Line("works-delivered-unpaid").IsProMemorie);

    [Fact]
    public void The_gap_is_the_cost_to_complete_less_the_available_money()
    {
        var card = new ProjectCards().Subject().Position("2020-08-31", 60_000, 104_500, 240_000).Position("2020-12-31", reported: 90).Card();

        Assert.Equal((75_500m, 240_000m, 164_500m), (card.Line("coverage-gap").Value, card.Line("coverage-gap").Figures["cost-to-complete"], card.Line("coverage-gap").Figures["available"]));
        Assert.Equal(
            "Op 31 augustus 2020 was € 240.000 nodig om af te bouwen. In depot stond € 60.000 en toegezegd was nog € 104.500: € 75.500 te weinig.", card.Line("coverage-gap").Explanation.Nl);
    }

    [Fact]
    public void More_than_is_needed_is_to_spare_and_a_part_that_is_not_known_leaves_no_gap()
    {
        Assert.Equal(-10m, new ProjectCards().Subject().Position("2020-08-31", 60, 50, 100).Card().Line("coverage-gap").Value);
        Assert.Equal(LineState.MissingInput, new ProjectCards().Subject().Position("2020-08-31", 60, null, 100).Card().Line("coverage-gap").State);
    }

    [Fact]
    public void Delay_that_goes_on_counts_until_the_day_of_the_card()
    {
        var card = new ProjectCards().Subject(20).Delay(750, 6, "2019-01-01").Position("2019-06-30", 0).Card();

        Assert.Equal((27_000m, 6m, 4_500m), (card.Line("delay-cost").Value, card.Line("delay-cost").Figures["months"], card.Line("delay-cost").Figures["per-month"]));
        Assert.Equal("6 woningen, 6 maanden, € 750 per maand: € 27.000. Elke maand erbij kost € 4.500.", card.Line("delay-cost").Explanation.Nl);
    }

    [Fact]
    public void Delay_of_several_times_is_added_up()
    {
        var card = new ProjectCards().Subject(30).Delay(750, 6, "2019-01-01", "2019-06-30").Delay(800, 12, "2019-07-01", "2019-12-31").Position("2020-06-30", 0).Card();

        Assert.Equal((84_600m, "Wachten kostte samen € 84.600."), (card.Line("delay-cost").Value, card.Line("delay-cost").Explanation.Nl));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_delay_that_ends_before_it_begins_is_named() =>
        Assert.True(new ProjectCards().Subject(20).Delay(750, 6, "2019-06-01", "2019-01-01").Card().Finds("dates-reversed"));

    [Fact]
    public void A_condition_is_late_after_its_first_day_also_where_it_was_met_later()
    {
        var card = new ProjectCards().Subject().Condition("permit", "2019-01-31", "2019-01-15").Condition("label", "2019-06-30", "2019-07-01").Condition("sale", "2020-06-30")
            .Condition("sale", "2021-06-30", recorded: "2020-05-01").Condition("open").Condition("keys", "2020-12-31", note: "Sleutels").Position("2020-12-31", 0).Card();

        Assert.Equal((2m, 5m, 3m), (card.Line("conditions").Value, card.Line("conditions").Figures["total"], card.Line("conditions").Figures["open"]));
        Assert.Equal((2m, "Te laat: label, sale."), (card.Line("conditions-late").Value, card.Line("conditions-late").Explanation.Nl));
        Assert.Equal("Te laat: label, sale.", card.Findings.Single(finding => finding.Code == "condition-late").Message.Nl);
    }

    [Fact]
    public void Signals_wait_too_long_after_the_agreed_days()
    {
        var card = new ProjectCards().Subject().Signals(7, "2020-06-01", "2020-06-05").Signals(6, "2020-06-15").Signals(5, "2020-06-16").Signals(5, "2020-06-29", "2020-07-15").Position("2020-06-30", 0).Card(2020);

        Assert.Equal("Project: stand op 15 juli 2020.", card.Findings.Single(finding => finding.Code == "as-of").Message.Nl);
        Assert.Equal((11m, 11m), (card.Line("signals-open").Value, card.Line("signals-late").Value));
        Assert.Equal("11 signalen wachten langer dan de afgesproken 14 dagen.", card.Findings.Single(finding => finding.Code == "signals-open").Message.Nl);
    }

    [Theory]
    [InlineData("2020-06-29", 0)]
    [InlineData("2020-06-30", 6)]
    public void The_last_of_the_agreed_days_is_in_time(string asOf, int late) =>
        Assert.Equal(late, new ProjectCards().Subject().Signals(6, "2020-06-15").Position(asOf, 0).Card().Line("signals-late").Value);

    [Fact]
    public void Without_agreed_days_no_signal_is_late() => Assert.Equal(
        (LineState.NotNormed, 6m),
        (new ProjectCards().By(json => json["answerWithinDays"] = null).Subject().Signals(6, "2020-06-15").Card().Line("signals-late").State,
            new ProjectCards().By(json => json["answerWithinDays"] = null).Subject().Signals(6, "2020-06-15").Card().Line("signals-open").Value));

    [Fact]
    public void A_limit_that_was_passed_asks_for_a_decision_and_takes_none()
    {
        var card = new ProjectCards().Subject().Position("2020-08-31", 60, 50, 111).Card();

        Assert.Equal((1m, 0m), (card.Line("stop-coverage-gap").Value, card.Line("stop-coverage-gap").Norm));
        Assert.Equal(["stop-coverage-gap"], card.Findings.Single(finding => finding.Code == "stop-rule").Lines);
        Assert.StartsWith("De partijen spraken af nu te besluiten of dit doorgaat.", card.Findings.Single(finding => finding.Code == "stop-rule").Message.Nl, StringComparison.Ordinal);
        Assert.All(card.Lines, line => Assert.Equal(Signal.None, line.Signal));
        Assert.Equal(LineState.NotNormed, card.Line("stop-slip-factor").State);
    }

    [Theory]
    [InlineData(0.9, true, "boven de afgesproken grens van 0,9 keer zo veel")]
    [InlineData(1.5, false, "is niet te zeggen")]
    [InlineData(2, false, "niet boven de afgesproken grens van 2 keer zo veel")]
    public void A_range_on_both_sides_of_a_limit_is_not_said_to_have_passed_it(double limit, bool isFound, string words)
    {
        var card = new ProjectCards().By(json => json["stopRule"] = new JsonArray(new JsonObject { ["figure"] = "slip-factor", ["above"] = limit })).Subject()
            .Milestone("start", "baseline", "2019-01-01", recorded: "2018-01-01").Milestone("start", "actual", "2019-01-01").Milestone("end", "baseline", "2019-04-11", recorded: "2018-01-01")
            .Milestone("end", "forecast", "2019-04-11", "2019-07-20", "2019-03-01").Card();

        Assert.Equal((1m, 2m), (card.Line("stop-slip-factor").Range!.Low, card.Line("stop-slip-factor").Range!.High));
        Assert.Contains(words, card.Line("stop-slip-factor").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal(isFound, card.Finds("stop-rule"));
    }

    [Fact]
    public void A_lower_bound_below_a_limit_may_be_above_it()
    {
        var card = new ProjectCards().By(json => json["stopRule"] = new JsonArray(new JsonObject { ["figure"] = "cost", ["above"] = 1000 })).Subject()
            .Funding("own", 900).Funding("hours", null, pm: true).Card();

        Assert.Contains("is niet te zeggen", card.Line("stop-cost").Explanation.Nl, StringComparison.Ordinal);
        Assert.False(card.Finds("stop-rule"));
    }

    [Fact]
    public void Without_a_stop_rule_the_card_says_so() =>
        Assert.Equal((true, false), (new ProjectCards().By(json => json["stopRule"] = new JsonArray()).Subject().Card().Finds("no-stop-rule"), new ProjectCards().Subject().Card().Finds("no-stop-rule")));
}
