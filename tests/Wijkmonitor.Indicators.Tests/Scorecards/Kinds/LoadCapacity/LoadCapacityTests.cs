using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.LoadCapacity;

public sealed class LoadCapacityTests
{
    private const string Own = "CU0153-dolphia";
    private static readonly string[] Areas = [Own, "CU0153-a", "CU0153-b", "CU0153-c"];

    [Fact]
    public void Load_and_capacity_are_two_figures_and_balance_is_capacity_less_load()
    {
        // 8, 2, 4 and 6: mean 5, deviation the root of (9 + 9 + 1 + 1) / 4 = 2.2361; 8 lies 1.3416 above. Capacity 1 among 1, 2, 3 and 4 lies 1.3416 below.
        var card = Card(Each("burglaries", 8, 2, 4, 6).With("meeting_places", 1, 2, 3, 4));

        Assert.Equal(1.3416m, Math.Round(card.Total("load").Value!.Value, 4));
        Assert.Equal(-1.3416m, Math.Round(card.Total("capacity").Value!.Value, 4));
        Assert.Equal(-2.6833m, Math.Round(card.Total("balance").Value!.Value, 4));
        Assert.Equal("z", card.Total("balance").Unit);
    }

    [Fact]
    public void A_mean_covers_the_known_indicators_and_names_the_others()
    {
        var card = Card(Each("burglaries", 8, 2, 4, 6).With("public_space_reports", 2, 8, 6, 4).With("meeting_places", 1, 2, 3, 4), minCoverage: 50);

        Assert.Equal(0m, Math.Round(card.Total("load").Value!.Value, 9));
        Assert.Equal((50m, 33.3m), (card.Total("load-coverage").Value, card.Total("capacity-coverage").Value));
        Assert.Equal(["alcohol_drugs_nuisance", "supported_inflow"], Assert.Single(card.Total("load").LeavesOut).Codes);
        Assert.Null(card.Total("capacity").Value);
        Assert.Null(card.Total("balance").Value);
        Assert.True(card.Finds("no-balance"));
        Assert.True(card.Finds("coverage"));
    }

    [Fact]
    public void An_equal_increase_everywhere_changes_nothing()
    {
        var before = Card(Each("burglaries", 8, 2, 4, 6));
        var after = Card(Each("burglaries", 808, 802, 804, 806));

        Assert.Equal(before.Total("load").Value, after.Total("load").Value);
    }

    [Fact]
    public void Means_over_all_areas_sum_to_zero()
    {
        var cards = Rules().Compute(ExampleKinds.Figures(Each("burglaries", 8, 2, 4, 6.5m).With("public_space_reports", 3, 1, 4, 1.5m).Observed));

        Assert.Equal(0m, Math.Round(cards.Sum(c => c.Total("load").Value!.Value), 9));
    }

    [Fact]
    public void An_area_with_few_people_is_not_computed()
    {
        var card = Card(Each("burglaries", 8, 2, 4, 6).With("meeting_places", 1, 2, 3, 4), inhabitants: 99);

        Assert.All(card.Lines, l => Assert.Equal((LineState.Suppressed, null, 0), (l.State, l.Value, l.Inputs.Count)));
        Assert.All(card.Totals.Where(t => t.Unit == "z"), t => Assert.Null(t.Value));
        Assert.True(card.Finds("small-area"));
        Assert.Equal(LineState.Valued, Card(Each("burglaries", 8, 2, 4, 6), inhabitants: 100).Line("burglaries").State);
    }

    [Fact]
    public void An_area_with_an_unknown_population_is_not_computed()
    {
        var card = Card(Each("burglaries", 8, 2, 4, 6), inhabitants: null);

        Assert.Equal(LineState.MissingInput, card.Line("burglaries").State);
        Assert.Null(card.Total("load").Value);
    }

    [Theory]
    [InlineData(ObservedState.Unknown, LineState.MissingInput)]
    [InlineData(ObservedState.NotApplicable, LineState.MissingInput)]
    [InlineData(ObservedState.Suppressed, LineState.Suppressed)]
    public void A_missing_value_is_a_state_not_a_number(ObservedState observed, LineState state)
    {
        var built = Each("burglaries", 8, 2, 4, 6).Observed.Without(Own, 2017, "public_space_reports", observed);

        var line = ExampleKinds.Card(Rules(), built, Own).Line("public_space_reports");

        Assert.Equal((state, null), (line.State, line.Value));
    }

    [Fact]
    public void Equal_or_too_few_areas_are_not_compared()
    {
        Assert.Equal(LineState.NotNormed, Card(Each("burglaries", 4, 4, 4, 4)).Line("burglaries").State);
        var three = new Observed().Value(Own, 2017, "inhabitants", 500).Value(Own, 2017, "burglaries", 1).Value(Areas[1], 2017, "burglaries", 2).Value(Areas[2], 2017, "burglaries", 3);
        Assert.Equal((LineState.NotNormed, 1m), (ExampleKinds.Card(Rules(), three, Own).Line("burglaries").State, ExampleKinds.Card(Rules(), three, Own).Line("burglaries").Value));
    }

    [Fact]
    public void A_district_is_not_compared_with_custom_areas()
    {
        var observed = Each("burglaries", 8, 2, 4, 6).Observed.Value("WK015300", 2017, "burglaries", 1000);

        Assert.Equal(5m, ExampleKinds.Card(Rules(), observed, Own).Line("burglaries").Reference);
    }

    [Fact]
    public void Participation_in_Klein_Driene_is_a_range_of_13_to_17_percent_and_not_a_number()
    {
        var line = ExampleKinds.Card(Rules(), Participation(10, 60, 80), Own).Line("participation");

        Assert.Equal((LineState.Valued, null, new ValueRange(13, 17)), (line.State, line.Value, line.Range));
        Assert.Equal("Ongeveer 10 actieve bewoners op 60 tot 80 bezoekers: 13 tot 17%.", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Theory]
    [InlineData(10, 0, 80)]
    [InlineData(10, 80, 60)]
    [InlineData(70, 60, 80)]
    public void Inconsistent_visitor_counts_give_no_range(int active, int low, int high)
    {
        var line = ExampleKinds.Card(Rules(), Participation(active, low, high), Own).Line("participation");

        Assert.Equal((LineState.Unresolved, null), (line.State, line.Range));
    }

    [Fact]
    public void A_line_shows_its_steps_and_where_its_figures_came_from()
    {
        var line = Card(Each("burglaries", 8, 2, 4, 6)).Line("burglaries");

        Assert.Equal(["value", "mean", "deviation"], line.Inputs.Select(i => i.Role));
        Assert.Equal(line.Figures["contribution"], line.Steps![^1].Result);
        Assert.Equal("8,0 per 1.000; gemiddeld over de gebieden 5,0 per 1.000. Dat telt mee voor 1,34 keer de gewone spreiding tussen gebieden.", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void An_indicator_that_lowers_the_load_is_inverted()
    {
        var rules = ExampleKinds.Example("load-capacity", json => json["load"] = JsonNode.Parse("""[{ "indicator": "public_space_grade", "higher": "less" }]"""));

        var card = ExampleKinds.Card(rules, Each("public_space_grade", 4, 5, 6, 7).Observed, Own);

        Assert.Equal(1.3416m, Math.Round(card.Total("load").Value!.Value, 4));
    }

    private static Observed Participation(decimal active, decimal low, decimal high) => new Observed().Value(Own, 2017, "inhabitants", 560)
        .Value(Own, 2017, "active_residents", active).Value(Own, 2017, "meeting_visitors_low", low).Value(Own, 2017, "meeting_visitors_high", high);

    private static IScorecardKind Rules(int minCoverage = 20) => ExampleKinds.Example("load-capacity", json => json["minCoverage"] = minCoverage);

    private static Scorecard Card(City built, int minCoverage = 20, decimal? inhabitants = 560)
    {
        // Of two figures about the same the last one counts.
        var observed = inhabitants is { } count ? built.Observed.Value(Own, 2017, "inhabitants", count) : built.Observed.Without(Own, 2017, "inhabitants", ObservedState.Unknown);
        return ExampleKinds.Card(Rules(minCoverage), observed, Own);
    }

    private static City Each(string indicator, params decimal[] values)
    {
        var observed = new Observed();
        foreach (var area in Areas)
        {
            observed.Value(area, 2017, "inhabitants", 560);
        }

        return new City(observed).With(indicator, values);
    }

    private sealed record City(Observed Observed)
    {
        public City With(string indicator, params decimal[] values)
        {
            foreach (var (area, value) in Areas.Zip(values))
            {
                Observed.Value(area, 2017, indicator, value);
            }

            return this;
        }
    }
}
