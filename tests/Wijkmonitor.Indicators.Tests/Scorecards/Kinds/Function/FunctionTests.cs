using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Function;

public sealed class FunctionTests
{
    private const string Own = "CU0153-dolphia";

    [Fact]
    public void An_area_is_compared_with_others_of_its_function_and_its_own_past()
    {
        var observed = Burglaries((Own, 9), ("CU0153-a", 4), ("CU0153-b", 6), ("CU0153-c", 100)).Value(Own, 2014, "burglaries", 12);

        var card = Card(observed, Note(Own, "landing"), Note("CU0153-a", "landing"), Note("CU0153-b", "landing"), Note("CU0153-c", "family"));
        var line = card.Line("burglaries");

        Assert.Equal((LineState.Valued, 9m, 5m, 12m), (line.State, line.Value, line.Reference, line.Baseline));
        Assert.Equal((4m, 2m, -3m, 2014m), (line.Figures["difference"], line.Figures["others"], line.Figures["change"], line.Figures["first-year"]));
        Assert.Contains("functie 'eerste plek in de stad'", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void There_is_no_league_table_no_colour_no_rank_no_total()
    {
        var card = Card(Burglaries((Own, 9), ("CU0153-a", 4), ("CU0153-b", 6)), Note(Own, "landing"), Note("CU0153-a", "landing"), Note("CU0153-b", "landing"));

        Assert.Empty(card.Totals);
        Assert.All(card.Lines, l => Assert.Equal(Signal.None, l.Signal));
        Assert.DoesNotContain(card.Lines.SelectMany(l => l.Figures.Keys), name => name.Contains("rank", StringComparison.Ordinal));
    }

    [Fact]
    public void With_too_few_others_only_value_and_history_are_shown()
    {
        var line = Card(Burglaries((Own, 9), ("CU0153-a", 4)), Note(Own, "landing"), Note("CU0153-a", "landing")).Line("burglaries");

        Assert.Equal((LineState.NotNormed, 9m, null), (line.State, line.Value, line.Reference));
        Assert.Equal(["value"], line.Inputs.Select(i => i.Role));
    }

    [Fact]
    public void The_last_function_recorded_by_the_end_of_the_year_counts()
    {
        var observed = Burglaries((Own, 9)).Value(Own, 2019, "burglaries", 8);
        AreaRecord[] notes = [Note(Own, "landing", 2016, "1"), Note(Own, "family", 2018, "2")];

        Assert.Contains("'first place in the city'", ExampleKinds.Card(ExampleKinds.Example("function"), observed, Own, 2017, notes).Findings[0].Message.En);
        Assert.Contains("'families'", ExampleKinds.Card(ExampleKinds.Example("function"), observed, Own, 2019, notes).Findings[0].Message.En);
    }

    [Fact]
    public void An_area_without_a_function_has_no_scorecard() =>
        Assert.Empty(ExampleKinds.Example("function").Compute(ExampleKinds.Figures(Burglaries((Own, 9)), Note("CU0153-a", "landing"))));

    [Fact]
    public void An_unknown_function_is_reported_and_nothing_is_compared()
    {
        var card = Card(Burglaries((Own, 9)), Note(Own, "harbour"));

        Assert.Empty(card.Lines);
        Assert.True(card.Finds("function-unknown"));
    }

    [Theory]
    [InlineData(ObservedState.Unknown, LineState.MissingInput)]
    [InlineData(ObservedState.Suppressed, LineState.Suppressed)]
    public void A_missing_value_is_a_state(ObservedState observed, LineState state) => Assert.Equal(
        (state, null),
        Card(new Observed().Without(Own, 2017, "burglaries", observed), Note(Own, "landing")).Line("burglaries") is var line ? (line.State, line.Value) : default);

    private static Observed Burglaries(params (string Area, decimal Value)[] values)
    {
        var observed = new Observed();
        foreach (var (area, value) in values)
        {
            observed.Value(area, 2017, "burglaries", value);
        }

        return observed;
    }

    private static AreaRecord Note(string area, string function, int year = 2016, string? reference = null) =>
        ExampleKinds.Record("area-functions", area, new DateOnly(year, 6, 1), reference ?? area, ("function", function));

    private static Scorecard Card(Observed observed, params AreaRecord[] notes) => ExampleKinds.Card(ExampleKinds.Example("function"), observed, Own, 2017, notes);
}
