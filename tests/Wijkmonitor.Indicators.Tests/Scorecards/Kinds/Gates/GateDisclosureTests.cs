using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Counts that are withheld, and those that they could be computed from.</summary>
public sealed class GateDisclosureTests
{
    private static GateCards Cards => new GateCards().Subject(900).Withhold();

    [Theory]
    [InlineData(12, 11, LineState.Suppressed)]
    [InlineData(12, 3, LineState.Suppressed)]
    [InlineData(4, 4, LineState.Suppressed)]
    [InlineData(12, 12, LineState.Valued)]
    [InlineData(12, 0, LineState.Valued)]
    [InlineData(12, 7, LineState.Valued)]
    public void A_block_with_few_that_join_or_few_that_do_not_is_withheld(int homes, int joined, LineState state)
    {
        var card = Cards.Block("a", homes, joined).Card();

        Assert.Equal(state, card.Line("block-a").State);
        Assert.Equal(state == LineState.Suppressed, card.Total("feasible-blocks").LeavesOut.Any(left => left.State == LineState.Suppressed));
        Assert.All(card.Lines.Where(line => line.State == LineState.Suppressed), line => Assert.Equal((null, 0, 0, null), (line.Value, line.Inputs.Count, line.Figures.Count, line.Steps)));
    }

    [Fact]
    public void A_block_that_is_withheld_does_not_count_among_those_that_are_feasible()
    {
        var card = Cards.Block("a", 24, 24).Block("b", 12, 11).Block("c", 3, 3).Card();

        Assert.Equal((1m, 2), (card.Total("feasible-blocks").Value, card.Total("feasible-blocks").LeavesOut.Single().Codes.Count));
        Assert.False(card.Finds("not-feasible"));
    }

    [Theory]
    [InlineData(6, 7)]
    [InlineData(6, 8)]
    public void The_change_between_two_days_is_a_count_too(int first, int second) => Assert.All(
        Cards.Block("a", 20, first, "2020-09-01").Block("a", 20, second, "2021-09-01").Cards, card => Assert.Equal(LineState.Suppressed, card.Line("block-a").State));

    [Fact]
    public void A_day_between_two_others_does_not_hide_that_they_differ_by_few()
    {
        var cards = Cards.Block("a", 40, 12, "2020-09-01").Block("a", 40, 30, "2021-02-01").Block("a", 40, 13, "2021-09-01");

        Assert.All(cards.Cards, card => Assert.Equal(LineState.Suppressed, card.Line("block-a").State));
    }

    [Fact]
    public void Homes_that_came_or_went_by_few_withhold_the_block() => Assert.All(
        Cards.Block("a", 20, 10, "2020-09-01").Block("a", 22, 10, "2021-09-01").Cards, card => Assert.Equal(LineState.Suppressed, card.Line("block-a").State));

    [Theory]
    [InlineData(900, 0.4, LineState.Suppressed)]
    [InlineData(900, 99.7, LineState.Suppressed)]
    [InlineData(900, 0.6, LineState.Valued)]
    [InlineData(900, 0, LineState.Valued)]
    [InlineData(20, 85, LineState.Suppressed)]
    public void A_share_of_a_known_number_of_homes_is_a_count(int units, double share, LineState state) =>
        Assert.Equal(state, new GateCards().Subject(units).Withhold().Number("2020-03-01", ("damp", (decimal)share)).Card().Line("flag-damp").State);

    [Fact]
    public void Shares_of_two_days_that_differ_by_few_homes_are_withheld()
    {
        static LineState State(decimal later) => Cards.Number("2020-03-01", ("damp", 20)).Number("2021-03-01", ("damp", later)).Card(2021).Line("flag-damp").State;

        Assert.Equal((LineState.Suppressed, LineState.Valued, LineState.Valued), (State(20.3m), State(21m), State(20m)));
    }

    [Fact]
    public void A_topic_that_few_of_a_group_named_is_not_shown_and_does_not_follow_from_the_total()
    {
        var card = Cards.Named("owners", "negative", "damp", 40).Named("tenants", "negative", "damp", 3).Named("owners", "negative", "parking", 30).Card();
        var text = string.Concat(card.Lines.Where(line => line.Code.EndsWith("-negative", StringComparison.Ordinal)).Select(line => line.Explanation.Nl));

        Assert.Equal(LineState.Suppressed, card.Line("top-tenants-negative").State);
        Assert.False(text.Contains("(40)", StringComparison.Ordinal) && text.Contains("(43)", StringComparison.Ordinal), text);
        Assert.DoesNotContain("(3)", text, StringComparison.Ordinal);
        Assert.Contains("parkeren (30)", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(card.Lines.SelectMany(line => line.Inputs), input => input.Role == "mentions" && input.Value == 3);
    }

    [Fact]
    public void A_topic_without_mentions_by_a_group_does_not_follow_from_the_total_either()
    {
        var card = Cards.Named("owners", "negative", "damp", 40).Named("tenants", "negative", "damp", 0).Card();

        Assert.Contains(LineState.Suppressed, new[] { card.Line("top-owners-negative").State, card.Line("top-all-negative").State });
    }

    [Fact]
    public void A_group_that_is_asked_again_gives_away_no_other_group()
    {
        var cards = Cards.Named("owners", "negative", "damp", 40, "2020-06-01").Named("tenants", "negative", "damp", 3, "2020-06-01").Named("owners", "negative", "damp", 50, "2021-06-01");
        var shown = cards.Cards.SelectMany(card => card.Lines).SelectMany(line => line.Inputs).Where(input => input.Role == "mentions").Select(input => input.Value).ToHashSet();
        var texts = cards.Cards.Select(card => string.Concat(card.Lines.Select(line => line.Explanation.Nl))).ToList();

        Assert.DoesNotContain(3m, shown);
        Assert.False(texts[0].Contains("(40)") && texts[0].Contains("(43)"));
        Assert.False(texts[1].Contains("(50)") && texts[1].Contains("(53)"));
    }

    [Fact]
    public void The_effect_of_a_scenario_on_a_list_with_a_hidden_topic_is_withheld()
    {
        var card = new GateCards().Subject().Withhold().Named("owners", "negative", "damp", 4).Named("owners", "negative", "parking", 30).Effect("renewal", "better", "damp", "parking").Card();

        Assert.Equal((LineState.Suppressed, LineState.MissingInput), (card.Line("coverage-renewal").State, card.Line("harm-renewal").State));
        Assert.Equal("Parkeren (30). Een onderwerp op de lijst wordt niet getoond, omdat te weinig mensen het noemen of omdat dat dan te berekenen is.", card.Line("top-owners-negative").Explanation.Nl);
        Assert.True(card.Finds("suppressed"));
    }

    [Fact]
    public void Topics_with_an_equal_number_are_all_on_the_list()
    {
        var cards = new GateCards().Subject();
        foreach (var (topic, count) in new[] { ("damp", 40), ("cracks", 30), ("parking", 20), ("water", 10), ("rent", 9), ("litter", 9), ("quiet", 8) })
        {
            cards.Named("owners", "negative", topic, count);
        }

        Assert.Equal(
            (6m, "Vocht in huis (40), scheuren (30), parkeren (20), water op straat (10), zwerfafval (9), hoge woonlasten (9)."),
            (cards.Card().Line("top-owners-negative").Value, cards.Card().Line("top-owners-negative").Explanation.Nl));
    }

    [Fact]
    public void The_stricter_of_both_limits_counts() => Assert.Equal(
        (LineState.Suppressed, LineState.Valued),
        (new GateCards().Subject().By(json => json["minCount"] = 10).Withhold().Block("a", 30, 21).Card().Line("block-a").State, new GateCards().Subject().By(json => json["minCount"] = 1)
            .Withhold(new SuppressionRule(9)).Block("a", 30, 21).Card().Line("block-a").State));
}
