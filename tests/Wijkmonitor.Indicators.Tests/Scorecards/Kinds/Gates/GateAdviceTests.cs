using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <summary>Flags and rules that point to scenarios.</summary>
public sealed class GateAdviceTests
{
    private const string Sentence = "Voor deze buurt wijzen 2 regels naar scenario 3 en 1 naar scenario 2; of er een warmteplan is, is niet bekend en kan dat veranderen.";

    private static GateCards Example => Create();

    private static GateCards Create(decimal? units = null) => new GateCards().Subject(units)
        .Number("2020-03-01", ("built-before-1970", 85), ("shallow-foundation", 60), ("damp", 30), ("flooding", 4), ("label-e-to-g", 40), ("owner-occupied", 62), ("low-means", 45), ("self-reliance", 35))
        .Answer("2020-03-01", ("sewer-due", true), ("parking-task", false));

    [Fact]
    public void Four_of_seven_known_tasks_are_here_and_two_are_unknown()
    {
        var line = Example.Card().Line("task-stack");

        Assert.Equal((4m, 7m, 2m), (line.Value, line.Figures["known"], line.Figures["unknown"]));
        Assert.StartsWith("4 van de 7 bekende opgaven spelen hier: Woningen van voor 1970, ", line.Explanation.Nl, StringComparison.Ordinal);
        Assert.EndsWith("Niet bekend: Woningen die verzakken, Opgave bouwen.", line.Explanation.Nl, StringComparison.Ordinal);
        Assert.StartsWith("4 of 7 known tasks are here", line.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void All_rules_that_hold_are_listed_and_unknown_facts_are_to_be_found_out()
    {
        var card = Example.Card();

        Assert.Equal((LineState.MissingInput, null, Sentence), (card.Line("advice").State, card.Line("advice").Value, card.Line("advice").Explanation.Nl));
        Assert.Equal($"Zoek uit of er een warmteplan is. {Sentence}", card.Findings.Single(finding => finding.Code == "find-out").Message.Nl);
        Assert.Equal((null, new ValueRange(2, 3), 1m), (card.Line("scenario-renewal").Value, card.Line("scenario-renewal").Range, card.Line("scenario-repair").Value));
        Assert.Equal(
            "Naar scenario 3 wijst: er komen veel opgaven samen en weinig huishoudens redden zichzelf; veel huishoudens hebben weinig middelen en de straat gaat toch open. Niet te zeggen: er is een warmteplan om mee samen te werken.",
            card.Line("scenario-renewal").Explanation.Nl);
        Assert.Equal(["scenario-repair", "scenario-renewal"], card.Findings.Single(finding => finding.Code == "mixed-advice").Lines);
        Assert.Equal(LineState.MissingInput, card.Line("weighing").State);
    }

    [Fact]
    public void Something_unknown_that_can_change_no_rule_does_not_matter()
    {
        // Self-reliance is known to be too low for the other rule about a heat plan, and no flag is raised for the first.
        var card = new GateCards().By(json => json["flags"] = new JsonArray()).By(RemoveFlagRules).Subject()
            .Number("2020-03-01", ("owner-occupied", 62), ("low-means", 45), ("self-reliance", 35)).Answer("2020-03-01", ("sewer-due", true)).Card();

        Assert.Equal((LineState.Valued, 2m, false), (card.Line("advice").State, card.Line("advice").Value, card.Finds("find-out")));
        Assert.Equal("Voor deze buurt wijst 1 regel naar scenario 3 en 1 naar scenario 2.", card.Line("advice").Explanation.Nl);
    }

    [Fact]
    public void Flags_that_are_unknown_matter_only_where_they_can_reach_the_limit()
    {
        var (can, cannot) = (Count(3), Count(9));

        Assert.Contains("bouwen", can.Findings.Single(finding => finding.Code == "find-out").Message.Nl);
        Assert.False(cannot.Finds("find-out"));

        static Scorecard Count(int least) => new GateCards().By(json => json["advice"]!["rules"] = new JsonArray(new JsonObject
        {
            ["when"] = new JsonArray(new JsonObject { ["fact"] = "flags", ["is"] = "at-least", ["value"] = least }),
            ["then"] = "renewal",
            ["weight"] = 1,
            ["reason"] = new JsonObject { ["nl"] = "x", ["en"] = "x" },
        })).Subject().Number("2020-03-01", ("built-before-1970", 10), ("damp", 50), ("subsidence", 0), ("flooding", 0), ("label-e-to-g", 90)).Answer("2020-03-01", ("parking-task", false), ("sewer-due", false)).Card();
    }

    [Fact]
    public void Weights_add_up_per_scenario_and_without_one_of_them_nothing_is_weighed()
    {
        var cards = Example.Answer("2020-04-01", ("heat-plan", true));
        var (with, without) = (cards.Card(), cards.By(json => json["advice"]!["rules"]![1]!["weight"] = null).Card());

        Assert.Equal((6m, "Gewicht van de regels die gelden: scenario 1 0, scenario 2 2, scenario 3 6, scenario 4 0."), (with.Line("weighing").Value, with.Line("weighing").Explanation.Nl));
        Assert.Equal((LineState.NotNormed, null), (without.Line("weighing").State, without.Line("weighing").Value));
        Assert.Equal((LineState.Valued, 4m), (without.Line("advice").State, without.Line("advice").Value));
    }

    [Fact]
    public void A_limit_that_was_not_chosen_leaves_its_rule_not_normed()
    {
        var card = Example.Answer("2020-04-01", ("heat-plan", false)).By(json => json["advice"]!["rules"]![1]!["when"]![0]!["value"] = null).Card();

        Assert.Equal((LineState.NotNormed, 2m), (card.Line("advice").State, card.Line("advice").Value));
        Assert.Equal(LineState.NotNormed, card.Line("scenario-renewal").State);
        Assert.EndsWith("Van een of meer regels is de grens niet gekozen.", card.Line("advice").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rules_there_is_no_advice()
    {
        var card = new GateCards("top-five.json").Subject().Card();
        var line = card.Line("advice");

        Assert.Equal((LineState.NotNormed, "Er zijn geen regels voor een advies gekozen."), (line.State, line.Explanation.Nl));
        Assert.All(card.Lines.Where(other => other.Code.StartsWith("scenario-", StringComparison.Ordinal)), other => Assert.Equal((LineState.NotNormed, null), (other.State, other.Value)));
    }

    [Theory]
    [InlineData("renewal", false)]
    [InlineData("mix", true)]
    public void An_outcome_other_than_the_advice_is_shown_next_to_it_without_a_colour(string chosen, bool differs)
    {
        var card = Example.Decided("execution", "go", "2020-12-01", chosen, "Het kan hier", "gemeenteraad").Card();

        Assert.Equal((differs, Signal.None), (card.Finds("outcome-differs"), card.Line("outcome").Signal));
        Assert.EndsWith("op 1 december 2020 (gemeenteraad). Reden: Het kan hier.", card.Line("outcome").Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal(LineState.MissingInput, card.Line("advice").State);
        Assert.All(card.Lines, line => Assert.Equal(Signal.None, line.Signal));
    }

    [Theory]
    [InlineData(55, 70, "Holds")]
    [InlineData(30, 49, "Fails")]
    [InlineData(45, 55, "Open")]
    [InlineData(55, null, "Holds")]
    [InlineData(null, 55, "Open")]
    public void A_range_on_both_sides_of_a_limit_is_not_known_to_pass_it(int? low, int? high, string outcome)
    {
        var line = new GateCards().Subject().Range("2020-03-01", "label-e-to-g", low, high).Answer("2020-03-01", ("sewer-due", false)).Card().Line("task-stack");

        Assert.Equal(outcome == "Holds" ? 1m : 0m, line.Value);
        Assert.Equal(outcome == "Open" ? 1m : 2m, line.Figures["known"]);
    }

    [Fact]
    public void An_indicator_of_the_area_can_be_a_fact()
    {
        var cards = new GateCards().By(json =>
        {
            json["facts"]!.AsArray().Single(fact => fact!["code"]!.GetValue<string>() == "owner-occupied")!["indicator"] = "owner_occupied_homes";
        }).Subject().Answer("2020-03-01", ("heat-plan", false)).Observe(new Indicators.Aggregation.ObservationSet([ExampleObservation(65)]));

        Assert.Equal(1m, cards.Card().Line("scenario-repair").Range!.Low);
        Assert.Contains(cards.Card().Line("advice").Inputs, input => input.Key.EndsWith("owner_occupied_homes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Indicators.Observations.ObservedState.Suppressed, LineState.Suppressed, false)]
    [InlineData(Indicators.Observations.ObservedState.Unknown, LineState.MissingInput, true)]
    public void An_older_figure_of_an_indicator_decides_nothing_where_the_newest_has_no_number(
        Indicators.Observations.ObservedState newest, LineState state, bool isToFindOut)
    {
        var cards = new GateCards().By(json =>
        {
            json["facts"]!.AsArray().Single(fact => fact!["code"]!.GetValue<string>() == "owner-occupied")!["indicator"] = "owner_occupied_homes";
            json["advice"]!["rules"] = new JsonArray(json["advice"]!["rules"]![3]!.DeepClone());
        }).Subject().Answer("2020-03-01", ("heat-plan", false));
        var older = ExampleObservation(65);

        Assert.Equal(LineState.Valued, cards.Observe(new Indicators.Aggregation.ObservationSet([older])).Card().Line("advice").State);
        var card = cards.Observe(new Indicators.Aggregation.ObservationSet(
            [older, older with { Period = new Indicators.Observations.Periods.Period(2020), Value = Indicators.Observations.ObservedValue.FromState(newest) }])).Card();
        Assert.Equal((state, isToFindOut), (card.Line("advice").State, card.Finds("find-out")));
    }

    [Fact]
    public void A_withheld_fact_decides_nothing_and_is_not_to_be_found_out()
    {
        // Of ten homes 85% leaves one, and 35% of ten households are three.
        var card = Create(10).Answer("2020-03-01", ("heat-plan", true)).Withhold().Card();

        Assert.Equal((LineState.Suppressed, null, 0), (card.Line("flag-built-before-1970").State, card.Line("flag-built-before-1970").Value, card.Line("flag-built-before-1970").Inputs.Count));
        Assert.DoesNotContain("85", card.Line("task-stack").Explanation.Nl, StringComparison.Ordinal);
        Assert.Contains("Niet getoond: ", card.Line("task-stack").Explanation.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Line("task-stack").Inputs, input => input.Value == 85);
        Assert.Equal((LineState.Suppressed, false), (card.Line("advice").State, card.Finds("find-out")));
    }

    private static void RemoveFlagRules(JsonNode json)
    {
        json["advice"]!["rules"]!.AsArray().RemoveAt(2);
        json["advice"]!["rules"]!.AsArray().RemoveAt(0);
    }

    private static Indicators.Observations.Observation ExampleObservation(decimal value) => new(
        Indicators.Areas.AreaCode.Parse(ExampleKinds.City), new Indicators.Observations.Periods.Period(2019), "owner_occupied_homes", Indicators.Observations.ObservedValue.Known(value),
        "kwb", 2020, default, new Indicators.Observations.SourceLine("kwb", 2));
}
