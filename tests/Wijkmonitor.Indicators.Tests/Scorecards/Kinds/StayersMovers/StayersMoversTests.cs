using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.StayersMovers;

public sealed class StayersMoversTests
{
    private const string Own = "CU0153-dolphia";

    [Fact]
    public void The_example_of_80_stayers_and_20_movers_to_the_digit()
    {
        var card = Card(Moves(80, 20, 20, 20, 22, 40, 15));

        Assert.Equal((-3.4m, 24m, 20.6m), (card.Line("income-change").Value, card.Line("income-change").Figures["then"], card.Line("income-change").Figures["now"]));
        Assert.Equal((1.6m, -5.0m), (card.Line("income-stayers").Value, card.Line("income-composition").Value));
        var finding = card.Findings.Single(f => f.Code == "sitting-residents-improved");
        Assert.Contains("those who already lived there improved", finding.Message.En);
        Assert.Contains("wie er al woonde ging vooruit", finding.Message.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
        Assert.All(card.Lines, l => Assert.Equal(l.Value, l.Steps![^1].Result));
    }

    [Fact]
    public void Stayers_and_composition_always_add_up_to_the_change()
    {
        var random = new Random(20200401);
        for (var i = 0; i < 500; i++)
        {
            decimal Mean() => random.Next(-100_000, 100_000) / 100m;
            var moved = random.Next(5, 5_000);
            var card = Card(Moves(random.Next(5, 5_000), moved, moved, Mean(), Mean(), Mean(), Mean()));

            Assert.Equal(card.Line("income-change").Value!.Value, card.Line("income-stayers").Value!.Value + card.Line("income-composition").Value!.Value, 15);
        }
    }

    [Fact]
    public void A_changed_number_of_households_is_reported_and_nothing_is_computed()
    {
        var card = Card(Moves(80, 20, 25, 20, 22, 40, 15));

        Assert.All(card.Lines, l => Assert.Equal((LineState.Unresolved, null), (l.State, l.Value)));
        Assert.True(card.Finds("number-not-constant"));
        Assert.Contains("gelijk aantal", card.Lines[0].Explanation.Nl);
    }

    [Fact]
    public void When_nobody_moved_the_whole_change_is_due_to_stayers()
    {
        var observed = new Observed().Value(Own, 2017, "stayers", 100).Value(Own, 2017, "leavers", 0).Value(Own, 2017, "entrants", 0)
            .Value(Own, 2017, "income_stayers_then", 20).Value(Own, 2017, "income_stayers_now", 22);

        Assert.Equal((2m, 2m, 0m), (Card(observed).Line("income-change").Value, Card(observed).Line("income-stayers").Value, Card(observed).Line("income-composition").Value));
    }

    [Theory]
    [InlineData("income_leavers_then", ObservedState.Unknown, LineState.MissingInput)]
    [InlineData("leavers", ObservedState.Unknown, LineState.MissingInput)]
    [InlineData("income_leavers_then", ObservedState.Suppressed, LineState.Suppressed)]
    [InlineData("entrants", ObservedState.Suppressed, LineState.Suppressed)]
    public void An_unknown_value_is_a_state(string indicator, ObservedState observed, LineState state)
    {
        var card = Card(Moves(80, 20, 20, 20, 22, 40, 15).Without(Own, 2017, indicator, observed));

        Assert.All(card.Lines, l => Assert.Equal((state, null), (l.State, l.Value)));
    }

    [Fact]
    public void When_nobody_stayed_the_finding_says_so()
    {
        var card = Card(Moves(0, 20, 20, 20, 22, 40, 15));

        Assert.All(card.Lines, l => Assert.Equal((LineState.Unresolved, null), (l.State, l.Value)));
        Assert.True(card.Finds("nobody-stayed"));
        Assert.False(card.Finds("number-not-constant"));
    }

    [Fact]
    public void Means_of_fewer_than_five_households_are_not_shown_in_any_form()
    {
        var card = Card(Moves(80, 4, 4, 20, 22, 40, 15));

        Assert.All(card.Lines, l => Assert.Equal((LineState.Suppressed, null, 0, 0), (l.State, l.Value, l.Inputs.Count, l.Figures.Count)));
        Assert.True(card.Finds("suppressed"));
    }

    [Fact]
    public void A_mean_that_improves_by_moving_only_is_no_improvement_of_residents()
    {
        var card = Card(Moves(80, 20, 20, 22, 20, 15, 40));

        Assert.True(card.Finds("improved-by-moving-only"));
        Assert.False(card.Finds("sitting-residents-improved"));
    }

    private static Observed Moves(decimal stayers, decimal leavers, decimal entrants, decimal then, decimal now, decimal left, decimal came) => new Observed()
        .Value(Own, 2017, "stayers", stayers).Value(Own, 2017, "leavers", leavers).Value(Own, 2017, "entrants", entrants)
        .Value(Own, 2017, "income_stayers_then", then).Value(Own, 2017, "income_stayers_now", now)
        .Value(Own, 2017, "income_leavers_then", left).Value(Own, 2017, "income_entrants_now", came);

    private static Scorecard Card(Observed observed) => ExampleKinds.Card(ExampleKinds.Example("stayers-movers"), observed, Own);
}
