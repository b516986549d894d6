using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Values of which one end is known, or one end is past the target.</summary>
public sealed class TargetBoundTests
{
    private const string AtLeast = "Ten minste: de bron geeft alleen een ondergrens.";

    [Theory]
    [InlineData(0, 100, null, 120)]
    [InlineData(100, 0, -20, null)]
    public void A_target_that_may_have_been_reached_is_not_said_to_be(int baseline, int target, int? low, int? high)
    {
        var card = TargetCards.Plain(baseline, target).Subject().Measured("2015-01-01", low: low, high: high).Card();

        Assert.Equal((0m, AtLeast), (card.Line("years-left").Value, card.Line("years-left").Uncertainty?.Nl));
        Assert.All(new[] { "years-left", "required-pace", "done" }, code => Assert.DoesNotContain("bereikt", card.Line(code).Explanation.Nl, StringComparison.Ordinal));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Theory]
    [InlineData(0, 100, 120, null)]
    [InlineData(100, 0, null, -20)]
    public void A_target_that_was_reached_at_the_end_that_is_furthest_from_it_was_reached(int baseline, int target, int? low, int? high)
    {
        var card = TargetCards.Plain(baseline, target).Subject().Measured("2015-01-01", low: low, high: high).Card();

        Assert.Equal((0m, $"Het doel van {target} is bereikt."), (card.Line("years-left").Value, card.Line("years-left").Explanation.Nl));
        Assert.Equal($"Het doel van {target} is bereikt.", card.Line("required-pace").Explanation.Nl);
    }

    [Fact]
    public void At_least_nothing_leaves_open_whether_there_is_a_finish()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", low: 0).Card();

        Assert.Equal((LineState.MissingInput, false), (card.Line("years-left").State, card.Finds("no-finish")));
        Assert.Contains("niet te zeggen", card.Line("years-left").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_from_nothing_has_a_fewest_number_of_years()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", low: 0, high: 50).Card();

        Assert.Equal((5m, null, AtLeast), (card.Line("years-left").Value, card.Line("years-left").Range, card.Line("years-left").Uncertainty?.Nl));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void At_most_nothing_has_no_finish() =>
        Assert.True(TargetCards.Plain().Subject().Measured("2015-01-01", high: 0).Card().Finds("no-finish"));

    [Fact]
    public void Beyond_the_target_nothing_is_left_to_go()
    {
        static TargetCards Cards() => TargetCards.Plain().By(json => json["kind"] = "cumulative").Subject();
        var (range, over) = (Cards().Measured("2015-01-01", low: 90, high: 110).Card(), Cards().Measured("2015-01-01", 120).Card());

        Assert.Contains("de overige 0 tot 10 duren", range.Line("years-left").Explanation.Nl, StringComparison.Ordinal);
        Assert.EndsWith("nog te gaan: 0 tot 10.", range.Line("done").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal(("120 van 100: 120,0%; het doel is bereikt.", 0m), (over.Line("done").Explanation.Nl, over.Line("done").Figures["to-go"]));
    }

    [Fact]
    public void Downwards_it_is_as_far_to_go_as_upwards()
    {
        var card = TargetCards.Plain(baseline: 10, target: 0).Subject().Measured("2018-01-01", 4).Card();

        Assert.All(new[] { "done", "years-left", "required-pace" }, code => Assert.Equal(4m, card.Line(code).Figures["to-go"]));
        Assert.StartsWith("Nog te gaan: 4 in twee jaar", card.Line("required-pace").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void No_key_has_two_values_on_a_card()
    {
        var card = TargetCards.Plain().Subject().Measured("2021-01-01", 90).Card();

        Assert.Equal([120m, 132m], card.Lines.SelectMany(line => line.Inputs).Where(input => input.Role == "time").Select(input => input.Value!.Value).Distinct().Order());
        Assert.All(card.Lines.SelectMany(line => line.Inputs).GroupBy(input => input.Key), inputs => Assert.Single(inputs.Select(input => input.Value).Distinct()));
    }
}
