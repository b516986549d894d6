using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

public sealed class TargetTests
{
    private static readonly string[] LinesWithValue = ["value", "pace", "done", "years-left", "required-pace", "on-track"];

    public static TheoryData<string> Files => [.. ExampleKinds.GetRulesFiles("target")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_that_ship_read_and_say_that_they_are_an_example(string file)
    {
        Assert.StartsWith("example-", ExampleKinds.Example("target", file: file).RuleVersion, StringComparison.Ordinal);
        ExampleKinds.Example("target", json => Assert.StartsWith("An example.", json["source"]!.GetValue<string>(), StringComparison.Ordinal), file);
    }

    [Fact]
    public void No_two_rules_files_have_one_code() => Assert.Distinct(Files.Select(file => ExampleKinds.Example("target", file: file.Data).RulesCode));

    [Theory]
    [InlineData("baseline")]
    [InlineData("target")]
    [InlineData("path")]
    [InlineData("stock")]
    [InlineData("band")]
    [InlineData("leading")]
    [InlineData("kind")]
    [InlineData("direction")]
    [InlineData("counted")]
    [InlineData("minCount")]
    public void Rules_that_do_not_name_a_choice_are_refused_by_name(string field) =>
        Assert.Contains(field, ExampleKinds.Refusal("target", json => json.AsObject().Remove(field)));

    [Theory]
    [InlineData("kind")]
    [InlineData("direction")]
    [InlineData("counted")]
    [InlineData("minCount")]
    [InlineData("unit")]
    public void Rules_that_leave_a_choice_open_are_refused_by_name(string field) => Assert.Contains(field, ExampleKinds.Refusal("target", json => json[field] = null));

    [Fact]
    public void A_day_without_a_value_has_nothing_and_an_earlier_day_does_not_fill_it()
    {
        var card = TargetCards.Plain().Subject().Measured("2014-12-31", 40).Measured("2015-12-31").Card(2015);

        Assert.All(LinesWithValue, code => Assert.Equal((LineState.MissingInput, null), (card.Line(code).State, card.Line(code).Value)));
        Assert.Equal("Op 31 december 2015 is geen waarde aangeleverd. Dat is iets anders dan nul.", card.Line("value").Explanation.Nl);
    }

    [Fact]
    public void A_value_of_zero_is_a_value()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 0).Card();

        Assert.Equal((0m, 0.0m, 0m), (card.Line("value").Value, card.Line("done").Value, card.Line("pace").Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void At_a_pace_of_zero_or_the_wrong_way_there_is_no_finish(int value)
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", value).Card();

        Assert.Equal((LineState.MissingInput, null), (card.Line("years-left").State, card.Line("years-left").Value));
        Assert.Equal(["years-left"], card.Findings.Single(finding => finding.Code == "no-finish").Lines);
        Assert.Equal(LineState.Valued, card.Line("pace").State);
    }

    [Theory]
    [InlineData("2015-12-31", false)]
    [InlineData("2015-11-30", true)]
    public void A_pace_over_less_than_twelve_months_is_short(string day, bool isShort)
    {
        var card = TargetCards.Plain(from: "2015-01-01").Subject().Measured(day, 11).Card();

        Assert.Equal((isShort, isShort ? 12m : 11m), (card.Finds("short-period"), card.Line("pace").Value));
    }

    [Fact]
    public void After_the_day_of_the_target_no_pace_is_required()
    {
        var card = TargetCards.Plain().Subject().Measured("2021-01-01", 90).Card();

        Assert.Equal((LineState.MissingInput, "De datum van het doel is voorbij."), (card.Line("required-pace").State, card.Line("required-pace").Explanation.Nl));
        Assert.Equal((100.0m, 90.0m), (card.Line("expected").Value, card.Line("on-track").Value));
    }

    [Fact]
    public void A_target_that_was_reached_takes_no_years_and_no_pace()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 120).Card();

        Assert.Equal((0m, 0m, 120.0m), (card.Line("years-left").Value, card.Line("required-pace").Value, card.Line("done").Value));
        Assert.Equal("Het doel van 100 is bereikt.", card.Line("years-left").Explanation.Nl);
        Assert.Equal("Het doel van 100 is bereikt.", card.Line("required-pace").Explanation.Nl);
    }

    [Fact]
    public void Without_a_target_there_is_a_value_and_a_pace_only()
    {
        var card = TargetCards.Plain().By(json => json["target"] = null).Subject().Measured("2015-01-01", 40).Card();

        Assert.Equal([("value", LineState.Valued), ("pace", LineState.Valued), ("done", LineState.NotNormed)], card.Lines.Select(line => (line.Code, line.State)));
    }

    [Fact]
    public void A_target_with_a_day_and_without_a_value_is_no_target()
    {
        var card = TargetCards.Plain().By(json => json["target"]!["value"] = null).Subject().Measured("2015-01-01", 40).Card();

        Assert.Equal(["value", "pace", "done"], card.Lines.Select(line => line.Code));
        Assert.Equal(LineState.NotNormed, card.Line("done").State);
    }

    [Fact]
    public void A_target_without_a_day_has_a_pace_and_years_left_and_is_not_on_track()
    {
        var card = TargetCards.Plain(until: null).Subject().Measured("2015-01-01", 40).Card();

        Assert.Equal((8m, 7.5m), (card.Line("pace").Value, card.Line("years-left").Value));
        Assert.All(new[] { "required-pace", "expected", "on-track" }, code => Assert.Equal(LineState.NotNormed, card.Line(code).State));
    }

    [Theory]
    [InlineData(48, 96.0, Signal.Green)]
    [InlineData(47.5, 95.0, Signal.Green)]
    [InlineData(47, 94.0, Signal.Yellow)]
    [InlineData(40, 80.0, Signal.Yellow)]
    [InlineData(39.5, 79.0, Signal.Red)]
    public void The_colour_follows_from_the_limits_that_the_rules_choose(double value, double onTrack, Signal signal)
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", (decimal)value).Card();

        Assert.Equal(((decimal)onTrack, signal), (card.Line("on-track").Value, card.Line("on-track").Signal));
        Assert.Equal(signal == Signal.Red, card.Finds("behind"));
    }

    [Fact]
    public void Without_limits_there_is_no_colour_and_nobody_is_behind()
    {
        var card = TargetCards.Plain().By(json => json["band"] = null).Subject().Measured("2015-01-01", 10).Card();

        Assert.Equal((20.0m, Signal.None, false), (card.Line("on-track").Value, card.Line("on-track").Signal, card.Finds("behind")));
    }

    [Fact]
    public void A_path_gives_the_expected_value_between_points_or_else_a_straight_line_does()
    {
        TargetCards Cards() => TargetCards.Plain().Subject().Measured("2015-01-01", 15);
        var along = Cards().By(json => json["path"] = new JsonArray(new JsonObject { ["date"] = "2014-01-01", ["value"] = 10 }, new JsonObject { ["date"] = "2016-01-01", ["value"] = 30 })).Card();

        Assert.Equal((20.0m, 75.0m, 20m), (along.Line("expected").Value, along.Line("on-track").Value, along.Line("expected").Figures["expected"]));
        Assert.Equal((50.0m, 30.0m), (Cards().Card().Line("expected").Value, Cards().Card().Line("on-track").Value));
        Assert.Contains("Dat is een maatstaf, geen afspraak.", Cards().Card().Line("expected").Explanation.Nl);
        Assert.StartsWith("Volgens de afgesproken weg", along.Line("expected").Explanation.Nl, StringComparison.Ordinal);
        Assert.All(along.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_path_does_not_lead_to_a_revised_target()
    {
        var card = TargetCards.Plain().By(json => json["path"] = new JsonArray(new JsonObject { ["date"] = "2016-01-01", ["value"] = 10 })).Subject().Measured("2015-01-01", 15)
            .Revised("2014-06-30", 80, "2030-01-01").Card();

        Assert.Equal((8.3m, 25.0m), (card.Line("expected").Value, card.Line("expected-last").Value));
        Assert.StartsWith("Bij een gelijk tempo", card.Line("expected-last").Explanation.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_on_which_nothing_was_due_yet_gives_no_share()
    {
        var card = TargetCards.Plain().By(json => json["path"] = new JsonArray(new JsonObject { ["date"] = "2016-01-01", ["value"] = 0 })).Subject().Measured("2015-01-01", 15).Card();

        Assert.Equal((LineState.MissingInput, 0.0m), (card.Line("on-track").State, card.Line("expected").Value));
    }

    [Fact]
    public void A_revised_target_is_shown_next_to_the_first_from_its_year_of_decision()
    {
        var cards = TargetCards.Plain().Subject().Measured("2014-12-31", 30).Measured("2015-12-31", 30).Revised("2015-06-30", 60, "2030-01-01");
        var (before, after) = (cards.Card(2014), cards.Card(2015));

        Assert.False(before.Finds("target-revised"));
        Assert.DoesNotContain(before.Lines, line => line.Code == "on-track-last");
        Assert.Equal((30.0m, 50.0m), (after.Line("done").Value, after.Line("done-last").Value));
        Assert.Equal((50.0m, 166.7m), (after.Line("on-track").Value, after.Line("on-track-last").Value));
        Assert.Equal(1m, after.Line("done-last").Figures["revisions"]);
        Assert.Equal(("Doel", "Gewijzigd doel"), (after.Line("on-track").Theme.Nl, after.Line("on-track-last").Theme.Nl));
        Assert.Equal(
            "Het doel is één keer gewijzigd. Eerst: 100 op 1 januari 2020. Nu: 60 op 1 januari 2030. Het eerste doel blijft de maatstaf; beide staan op de kaart.",
            after.Findings.Single(finding => finding.Code == "target-revised").Message.Nl);
    }

    [Fact]
    public void The_first_target_stays_where_it_is_revised_twice()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 30).Revised("2014-06-30", 60, "2030-01-01").Revised("2013-06-30", 80, "2025-01-01").Card();

        Assert.Equal((30.0m, 50.0m, 2m), (card.Line("done").Value, card.Line("done-last").Value, card.Line("done-last").Figures["revisions"]));
    }

    [Fact]
    public void A_revised_target_behind_the_start_is_unresolved()
    {
        var card = TargetCards.Plain(baseline: 10).Subject().Measured("2015-01-01", 30).Revised("2014-06-30", 10, "2030-01-01").Card();

        Assert.Equal((LineState.Unresolved, LineState.Valued), (card.Line("done-last").State, card.Line("done").State));
    }

    [Fact]
    public void A_range_runs_through_to_every_line_and_no_middle_is_made()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", low: 40, high: 50).Card();

        Assert.Equal((new ValueRange(40, 50), new ValueRange(40, 50), new ValueRange(8, 10)), (card.Line("value").Range, card.Line("done").Range, card.Line("pace").Range));
        Assert.Equal((new ValueRange(5, 7.5m), new ValueRange(10, 12), new ValueRange(80, 100)), (card.Line("years-left").Range, card.Line("required-pace").Range, card.Line("on-track").Range));
        Assert.All(card.Lines.Where(line => line.Range is not null), line => Assert.Null(line.Value));
        Assert.Equal(Signal.None, card.Line("on-track").Signal);
        Assert.Contains("40,0% tot 50,0%", card.Line("on-track").Explanation.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_range_on_one_side_of_a_limit_has_a_colour() =>
        Assert.Equal(Signal.Green, TargetCards.Plain().Subject().Measured("2015-01-01", low: 49, high: 60).Card().Line("on-track").Signal);

    [Theory]
    [InlineData(50, Signal.Green)]
    [InlineData(40, Signal.None)]
    public void A_lower_limit_is_on_track_where_that_is_enough(int low, Signal signal)
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", low: low).Card();

        Assert.Equal((signal, "Ten minste: de bron geeft alleen een ondergrens."), (card.Line("on-track").Signal, card.Line("done").Uncertainty!.Nl));
        Assert.Equal("Ten hoogste: bekend is alleen een bovengrens.", card.Line("years-left").Uncertainty!.Nl);
        Assert.Contains("ten hoogste", card.Line("years-left").Explanation.Nl);
    }

    [Fact]
    public void A_value_next_to_a_range_does_not_count_and_is_named()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 45, 40, 50).Card();

        Assert.Equal(new ValueRange(40, 50), card.Line("value").Range);
        Assert.Contains("regel 2 van levering notes", card.Findings.Single(finding => finding.Code == "value-and-range").Message.Nl, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_named_and_do_not_count()
    {
        var card = TargetCards.Plain().Subject().Measured("2015-01-01", 40).Measured("2016-01-01", low: 9, high: 7).Measured("2009-12-31", 5).Measured("2015-06-30", 1, segment: "nobody")
            .Leading("2015-06-30", 3).Revised("2015-06-30", null, "2030-01-01").Card();

        Assert.Equal((40m, 2015), (card.Line("value").Value, card.Period.Year));
        Assert.Equal(
            ["before-baseline", "leading-unknown", "range-reversed", "segment-unknown", "target-incomplete"],
            card.Findings.Select(finding => finding.Code).Where(code => code is not ("as-of" or "behind" or "committed")).Order(StringComparer.Ordinal));
        Assert.Contains("Leave the column 'segment' empty", card.Findings.Single(finding => finding.Code == "segment-unknown").Message.En);
    }

    [Fact]
    public void Differing_datasets_are_a_finding_and_the_first_of_the_rules_counts()
    {
        var card = TargetCards.Plain().Subject().From(TargetCards.Published).Measured("2015-01-01", 50).From(TargetCards.Progress).Measured("2015-01-01", 40).Card();

        Assert.Equal((40m, true), (card.Line("value").Value, card.Finds("source-differs")));
    }

    [Fact]
    public void The_note_of_a_value_that_is_withheld_is_withheld_too() =>
        Assert.False(new TargetCards().Subject().Measured("2017-12-31", 3, note: "Drie woningen").Withhold().Card().Finds("note"));

    [Fact]
    public void The_note_of_a_value_is_on_the_scorecard() =>
        Assert.Equal("Bij deze stand is vermeld: Geteld bij oplevering",
            TargetCards.Plain().Subject().Measured("2015-01-01", 40, note: "Geteld bij oplevering").Card().Findings.Single(finding => finding.Code == "note").Message.Nl);

    [Fact]
    public void An_indicator_of_the_area_is_the_measure_where_the_rules_say_so()
    {
        var cards = TargetCards.Plain(baseline: 100, target: 200).By(json =>
        {
            json["indicator"] = "inhabitants";
            json["unit"] = "inhabitants";
        }).Subject().Observe(new Observed().Value(ExampleKinds.City, 2014, "inhabitants", 130).Value(ExampleKinds.City, 2015, "inhabitants", 160).Set);

        Assert.Equal((130m, 160m), (cards.Card(2014).Line("value").Value, cards.Card(2015).Line("value").Value));
        Assert.Equal((60.0m, 10m), (cards.Card(2015).Line("done").Value, cards.Card(2015).Line("pace").Value));
        Assert.All(cards.Card(2015).Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_subject_of_unknown_rules_has_a_scorecard_that_says_so()
    {
        var cards = new TargetCards().Subject(code: "never-chosen").Measured("2017-12-31", 40);
        var card = Assert.Single(UnknownRules.Compute(cards.Figures, [cards.Kind], [cards.Kind.Info]));

        Assert.Empty(cards.Cards);
        Assert.Equal(("target", "s", LineState.Unresolved), (card.Kind, card.Subject, Assert.Single(card.Lines).State));
        Assert.Contains("'never-chosen' is onbekend. Noem een van: homes-insulated", Assert.Single(card.Findings).Message.Nl);
    }

    [Fact]
    public void A_subject_without_records_has_a_scorecard_of_its_start()
    {
        var card = TargetCards.Plain(baseline: 10).Subject().Card();

        Assert.Equal((2010, 10m, true), (card.Period.Year, card.Line("value").Value, card.Finds("baseline-only")));
        Assert.Equal((9m, LineState.MissingInput), (card.Line("required-pace").Value, card.Line("years-left").State));
        Assert.Equal([2010, 2012], TargetCards.Plain(baseline: 10).Subject().Revised("2012-05-01", 80, "2025-01-01").Cards.Select(later => later.Period.Year));
    }

    [Fact]
    public void The_stricter_of_the_rules_and_the_deployment_decides_which_counts_are_shown()
    {
        static LineState State(int ofRules, int ofDeployment) => new TargetCards().By(json => json["minCount"] = ofRules).Subject().Measured("2017-12-31", 8)
            .Withhold(new SuppressionRule(ofDeployment)).Card().Line("value").State;

        Assert.Equal((LineState.Valued, LineState.Suppressed, LineState.Suppressed), (State(5, 5), State(10, 5), State(5, 10)));
    }
}
