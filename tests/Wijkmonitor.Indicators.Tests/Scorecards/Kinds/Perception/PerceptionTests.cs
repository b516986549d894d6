using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Perception;

public sealed class PerceptionTests
{
    private static readonly string[] Areas = ["CU0153-dolphia", "CU0153-a", "CU0153-b", "CU0153-c"];

    [Fact]
    public void The_gap_is_perception_minus_figures_in_standard_deviations()
    {
        // Figures 1, 2, 3, 4 and perception 8, 7, 6, 5: the first lies 1.3416 below the mean and 1.3416 above it.
        var card = Card(Both([1, 2, 3, 4], [8, 7, 6, 5]));

        Assert.Equal(2.6833m, Math.Round(card.Line("gap").Value!.Value, 4));
        Assert.Contains("positiever over dit gebied dan de cijfers", card.Findings.Single(f => f.Code == "perception-differs").Message.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Where_figures_and_residents_agree_nothing_is_pointed_out()
    {
        var card = Card(Both([1, 2, 3, 4], [5, 6, 7, 8]));

        Assert.Equal(0m, card.Line("gap").Value);
        Assert.False(card.Finds("perception-differs"));
    }

    [Fact]
    public void A_lower_perception_asks_residents_what_the_figures_miss() =>
        Assert.Contains("Ask them what the figures do not show", Card(Both([4, 3, 2, 1], [5, 6, 7, 8])).Findings.Single(f => f.Code == "perception-differs").Message.En);

    [Theory]
    [InlineData("2.6", true)]
    [InlineData("2.7", false)]
    public void The_limit_of_the_rules_decides_the_findings(string limit, bool flagged)
    {
        var kind = ExampleKinds.Example("perception", json => json["limit"] = decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(flagged, ExampleKinds.Card(kind, Both([1, 2, 3, 4], [8, 7, 6, 5]), Areas[0], 2018).Finds("perception-differs"));
    }

    [Theory]
    [InlineData(ObservedState.Unknown, LineState.MissingInput)]
    [InlineData(ObservedState.Suppressed, LineState.Suppressed)]
    public void Gap_is_missing_when_either_score_is_missing(ObservedState observed, LineState state)
    {
        var card = Card(Both([1, 2, 3, 4], [8, 7, 6, 5]).Without(Areas[0], 2018, "residents_score", observed));

        Assert.Equal((state, null), (card.Line("gap").State, card.Line("gap").Value));
        Assert.True(card.Finds("missing"));
    }

    [Fact]
    public void Figures_of_another_year_are_used_and_marked()
    {
        var card = ExampleKinds.Card(ExampleKinds.Example("perception"), Both([1, 2, 3, 4], [8, 7, 6, 5], 2016), Areas[0], 2018);

        Assert.Equal((2016m, 2018m), (card.Line("liveability_score").Figures["year"], card.Line("residents_score").Figures["year"]));
        Assert.True(card.Finds("years-differ"));
        Assert.NotNull(card.Line("gap").Value);
    }

    [Fact]
    public void Figures_that_are_too_old_are_not_used() =>
        Assert.Equal(LineState.MissingInput, ExampleKinds.Card(ExampleKinds.Example("perception"), Both([1, 2, 3, 4], [8, 7, 6, 5], 2015), Areas[0], 2018).Line("gap").State);

    [Fact]
    public void With_too_few_areas_nothing_is_compared() =>
        Assert.Equal(LineState.NotNormed, Card(Both([1, 2, 3], [8, 7, 6])).Line("gap").State);

    private static Observed Both(decimal[] objective, decimal[] subjective, int measured = 2018)
    {
        var observed = new Observed();
        foreach (var (area, (figures, residents)) in Areas.Zip(objective.Zip(subjective)))
        {
            observed.Value(area, measured, "liveability_score", figures).Value(area, 2018, "residents_score", residents);
        }

        return observed;
    }

    private static Scorecard Card(Observed observed) => ExampleKinds.Card(ExampleKinds.Example("perception"), observed, Areas[0], 2018);
}
