using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Gates that are asked again after a programme went back, and rows that keep no other one out.</summary>
public sealed class GateReturnTests
{
    private static GateCards Returned => new GateCards().Subject().Answer("2020-01-15", ("political-commitment", true))
        .Begun("explore", "2020-02-01").Begun("bring-together", "2020-03-01").Begun("scenarios", "2020-04-01")
        .Answer("2020-10-01", ("consulted", true), ("council-approved", true), ("shortfall-agreed", true))
        .Planned("execution", "2020-11-01").Decided("execution", "go", "2020-12-01").Begun("execution", "2021-01-10").Decided("scenarios", "back", "2021-09-01");

    [Fact]
    public void A_go_of_before_the_return_opens_no_gate()
    {
        var card = Returned.Card(2021);

        Assert.Equal("Fase 4 kan nog niet beginnen: er is nog geen besluit.", card.Line("gate-execution").Explanation.Nl);
        Assert.Equal((3m, true), (card.Line("gate-execution").Value, card.Finds("gate-open")));
        Assert.Equal(4m, Returned.Decided("execution", "go", "2021-11-01").Card(2021).Line("gate-execution").Value);
    }

    [Fact]
    public void A_decision_that_is_planned_after_the_return_is_open_and_one_of_before_stays_met()
    {
        static Deadline Find(GateCards cards) => Assert.Single(cards.Card(2021).Deadlines!);

        Assert.Equal((true, DeadlineDateKind.Actual), (Find(Returned).IsMet, Find(Returned).Dates![^1].Kind));
        Assert.Equal((false, DeadlineDateKind.Replan), (Find(Returned.Planned("execution", "2022-03-01")).IsMet, Find(Returned.Planned("execution", "2022-03-01")).Dates![^1].Kind));
    }

    [Fact]
    public void A_row_that_does_not_count_keeps_no_row_of_another_dataset_out()
    {
        var card = new GateCards().By(json => json["datasets"] = new JsonArray("first", "second")).Subject()
            .Row("first", "2020-02-01", ("fact", "damp"), ("value", "130")).Row("second", "2020-02-01", ("fact", "damp"), ("value", "30")).Card();

        Assert.Equal((30m, true, false), (card.Line("flag-damp").Value, card.Finds("out-of-range"), card.Finds("source-differs")));
    }

    [Fact]
    public void Two_ways_to_write_a_number_do_not_differ()
    {
        var card = new GateCards().By(json => json["datasets"] = new JsonArray("first", "second")).Subject()
            .Row("first", "2020-02-01", ("fact", "damp"), ("value", "5")).Row("second", "2020-02-01", ("fact", "damp"), ("value", "5.0")).Card();

        Assert.False(card.Finds("source-differs"));
    }

    [Fact]
    public void Homes_of_a_block_are_whole_numbers() => Assert.True(new GateCards().Subject().Block("a", 12, 11.5m).Card().Finds("out-of-range"));

    [Theory]
    [InlineData(3, null, LineState.Suppressed)]
    [InlineData(3, "homes", LineState.Suppressed)]
    [InlineData(null, null, LineState.Suppressed)]
    [InlineData(10, null, LineState.Valued)]
    [InlineData(3, "areas", LineState.Valued)]
    public void Amounts_of_a_project_of_few_homes_are_withheld(int? units, string? unit, LineState state)
    {
        var card = new GateCards("pilot-stop.json").Subject(units, "project", unit).Withhold().Answer("2019-10-01", ("stop-moment-agreed", true))
            .Number("2020-12-31", ("coverage-gap", 75500), ("overdue", 40000)).Card(2020);

        Assert.Equal((state, state), (card.Line("stop-coverage-gap").State, card.Line("stop-overdue").State));
        Assert.Equal(state == LineState.Valued, card.Finds("stop-rule"));
    }

    [Fact]
    public void Amounts_of_a_neighbourhood_are_shown() => Assert.Equal(
        LineState.Valued, new GateCards("pilot-stop.json").Subject().Withhold().Answer("2019-10-01", ("stop-moment-agreed", true))
            .Number("2020-12-31", ("overdue", 40000)).Card(2020).Line("stop-overdue").State);
}
