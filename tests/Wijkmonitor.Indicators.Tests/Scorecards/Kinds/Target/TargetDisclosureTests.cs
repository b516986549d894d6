using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Counts that are withheld, and those that they could be computed from.</summary>
public sealed class TargetDisclosureTests
{
    private static TargetCards Homes => new TargetCards().Subject().Withhold();

    [Theory]
    [InlineData(3, LineState.Suppressed)]
    [InlineData(5, LineState.Valued)]
    [InlineData(0, LineState.Valued)]
    public void A_small_number_of_homes_is_withheld_and_none_is_shown(int done, LineState state) =>
        Assert.Equal(state, Homes.Measured("2017-12-31", done).Card().Line("value").State);

    [Fact]
    public void No_number_of_persons_that_is_zero_is_shown() =>
        Assert.Equal(LineState.Suppressed, new TargetCards().By(json =>
        {
            json["counted"] = "persons";
            json["unit"] = "people";
        }).Subject().Measured("2017-12-31", 0).Withhold().Card().Line("value").State);

    [Theory]
    [InlineData(797)]
    [InlineData(1998)]
    public void The_rest_is_a_count_too(int done)
    {
        var card = Homes.Measured("2017-12-31", done).Card();

        Assert.All(new[] { "value", "pace", "done", "years-left", "required-pace", "on-track" }, code => Assert.Equal(LineState.Suppressed, card.Line(code).State));
        Assert.All(card.Lines.Where(line => line.State == LineState.Suppressed), line => Assert.Equal((0, 0), (line.Inputs.Count, line.Figures.Count)));
        Assert.DoesNotContain(done.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Concat(card.Lines.Select(line => line.Explanation.En)), StringComparison.Ordinal);
        Assert.True(card.Finds("suppressed"));
        Assert.Equal((LineState.Valued, 40.0m), (card.Line("stock-share").State, card.Line("stock-share").Value));
    }

    [Fact]
    public void A_count_that_follows_from_two_years_is_withheld_in_one_of_them()
    {
        var cards = Homes.Measured("2017-12-31", 100).Measured("2018-12-31", 102);

        Assert.Contains(LineState.Suppressed, new[] { cards.Card(2017).Line("value").State, cards.Card(2018).Line("value").State });
    }

    [Fact]
    public void A_count_that_follows_from_the_whole_and_the_other_segment_is_withheld()
    {
        var card = Homes.Measured("2017-12-31", 103).Measured("2017-12-31", 3, segment: "private").Measured("2017-12-31", 100, segment: "corporation").Card();

        Assert.Equal(LineState.Suppressed, card.Line("value-private").State);
        Assert.Contains(LineState.Suppressed, new[] { card.Line("value").State, card.Line("value-corporation").State });
        Assert.Equal(LineState.Suppressed, card.Line("required-pace-private").State);
        Assert.Equal(200m, card.Line("part-private").Value);
    }

    [Fact]
    public void A_small_number_that_runs_ahead_is_withheld_and_so_is_what_it_lacks()
    {
        LineState State(int ahead) => Homes.Measured("2017-12-31", 100).Leading("2017-12-31", ahead).Card().Line("leading").State;

        Assert.Equal((LineState.Suppressed, LineState.Valued, LineState.Suppressed), (State(3), State(300), State(798)));
    }

    [Fact]
    public void A_range_with_a_small_end_is_withheld() => Assert.Equal(LineState.Suppressed, Homes.Measured("2017-12-31", low: 3, high: 30).Card().Line("value").State);

    [Fact]
    public void A_share_is_a_count_where_the_number_of_all_is_known()
    {
        static LineState State(decimal? units) => new TargetCards("gas-free-emmerhout.json").Subject(units).Measured("2018-12-31", 2).Withhold().Card().Line("value").State;

        Assert.Equal((LineState.Suppressed, LineState.Valued, LineState.Valued), (State(100), State(1000), State(null)));
    }

    [Fact]
    public void A_mean_discloses_nothing_of_anybody() =>
        Assert.Equal(2m, TargetCards.Plain().Subject().Measured("2015-01-01", 2).Withhold(new SuppressionRule(10)).Card().Line("value").Value);

    [Fact]
    public void A_number_that_a_publication_printed_is_shown() =>
        Assert.Equal(3m, new TargetCards().From(TargetCards.Published).Subject().Measured("2017-12-31", 3).Withhold().Card().Line("value").Value);
}
