using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Counts that are withheld, and those that they could be computed from.</summary>
public sealed class TargetDisclosureTests
{
    private static TargetCards Homes => new TargetCards().Subject().Withhold();

    private static TargetCards Emmerhout(int units) => new TargetCards("gas-free-emmerhout.json").Subject(units).Withhold();

    private static TargetCards From100(string form) => new TargetCards().By(json =>
    {
        json["kind"] = form;
        json["baseline"]!["value"] = 100;
    }).Subject().Withhold();

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

    [Theory]
    [InlineData(null, 100, 100)]
    [InlineData(null, 97, 100)]
    [InlineData("2016-12-31", 100, 100)]
    public void A_segment_without_delivery_does_not_follow_from_the_whole_and_the_other(string? earlier, int low, int high)
    {
        var cards = Homes.Measured("2017-12-31", 103).Measured("2017-12-31", low: low, high: high, segment: "corporation");
        var card = (earlier is null ? cards : cards.Measured(earlier, 50, segment: "private")).Card(2017);

        Assert.Contains(LineState.Suppressed, new[] { card.Line("value").State, card.Line("value-corporation").State });
    }

    [Fact]
    public void Segments_that_leave_enough_of_the_whole_are_shown()
    {
        var card = Homes.Measured("2017-12-31", 130).Measured("2017-12-31", 100, segment: "corporation").Card();

        Assert.Equal((130m, 100m), (card.Line("value").Value, card.Line("value-corporation").Value));
    }

    [Theory]
    [InlineData(98.1, LineState.Suppressed)]
    [InlineData(97.2, LineState.Valued)]
    [InlineData(1.9, LineState.Suppressed)]
    [InlineData(2.4, LineState.Valued)]
    public void A_share_that_stands_for_few_homes_or_leaves_few_is_withheld(double percentage, LineState state) =>
        Assert.Equal(state, Emmerhout(212).Measured("2018-12-31", (decimal)percentage).Card().Line("value").State);

    [Theory]
    [InlineData(14.2, 1.4, 12.7)]
    [InlineData(4.7, 1.4, 3.3)]
    public void Rounded_shares_of_segments_that_do_not_add_up_give_no_small_count_either(double whole, double ofPrivate, double ofCorporation)
    {
        var card = Emmerhout(212).Measured("2018-12-31", (decimal)whole).Measured("2018-12-31", (decimal)ofPrivate, segment: "private")
            .Measured("2018-12-31", (decimal)ofCorporation, segment: "corporation").Card();

        Assert.Equal(LineState.Suppressed, card.Line("value-private").State);
        Assert.Contains(LineState.Suppressed, new[] { card.Line("value").State, card.Line("value-corporation").State });
    }

    [Theory]
    [InlineData(20, 10, LineState.Suppressed)]
    [InlineData(10000, 3, LineState.Valued)]
    public void A_share_that_runs_ahead_is_a_count_too(int units, int percentage, LineState state) =>
        Assert.Equal(state, Emmerhout(units).By(json => json["leading"] = new JsonObject
        {
            ["label"] = new JsonObject { ["nl"] = "Toegezegd", ["en"] = "Committed" },
            ["of"] = null,
            ["ofLabel"] = null,
        }).Leading("2018-12-31", percentage).Card().Line("leading").State);

    [Theory]
    [InlineData("cumulative", 102, LineState.Suppressed)]
    [InlineData("level", 97, LineState.Suppressed)]
    [InlineData("level", 110, LineState.Valued)]
    public void The_change_since_a_start_that_is_not_zero_is_a_count(string form, int value, LineState state) =>
        Assert.Equal(state, From100(form).Measured("2017-12-31", value).Card().Line("pace").State);

    [Fact]
    public void The_change_since_the_year_before_of_a_level_is_a_count()
    {
        var cards = From100("level").Measured("2017-12-31", 130).Measured("2018-12-31", 127);

        Assert.Contains(LineState.Suppressed, new[] { cards.Card(2017).Line("value").State, cards.Card(2018).Line("value").State });
    }

    [Fact]
    public void It_is_a_count_how_far_above_a_lower_target_a_level_is()
    {
        static LineState State(int value) => new TargetCards().By(json =>
        {
            json["kind"] = "level";
            json["direction"] = "lower-is-better";
            json["baseline"]!["value"] = 800;
            json["target"]!["value"] = 100;
        }).Subject().Withhold().Measured("2017-12-31", value).Card().Line("value").State;

        Assert.Equal((LineState.Suppressed, LineState.Valued), (State(103), State(130)));
    }

    [Theory]
    [InlineData(209, LineState.Suppressed)]
    [InlineData(190, LineState.Valued)]
    public void The_units_of_a_subject_are_a_whole(int value, LineState state)
    {
        static TargetCards Cards() => new TargetCards().By(json =>
        {
            json["stock"] = null;
            json["target"]!["value"] = 200;
        }).Subject(212).Withhold();

        Assert.Equal(state, Cards().Measured("2017-12-31", value).Card().Line("value").State);
        Assert.Equal(state, Cards().Leading("2017-12-31", value).Card().Line("leading").State);
    }

    [Fact]
    public void It_is_a_count_for_how_many_nothing_is_done_and_nothing_runs_ahead()
    {
        var card = Homes.Measured("2017-12-31", 500).Leading("2017-12-31", 298).Card();

        Assert.Contains(LineState.Suppressed, new[] { card.Line("value").State, card.Line("leading").State });
    }

    [Fact]
    public void A_small_lead_is_withheld_together_with_the_remainder()
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
