using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ObservedPlaces;

/// <summary>Places that are observed in rounds.</summary>
public sealed class PlaceTests
{
    public static TheoryData<string> Files => [.. ExampleKinds.GetRulesFiles("observed-places")];

    private static PlaceCards Waste => new PlaceCards().Subject();

    [Theory]
    [MemberData(nameof(Files))]
    public void Rules_that_ship_read_and_say_that_they_are_an_example(string file)
    {
        Assert.StartsWith("example-", ExampleKinds.Example("observed-places", file: file).RuleVersion, StringComparison.Ordinal);
        ExampleKinds.Example("observed-places", json => Assert.StartsWith("An example.", json["source"]!.GetValue<string>(), StringComparison.Ordinal), file);
    }

    [Fact]
    public void No_two_rules_files_have_one_code() => Assert.Distinct(Files.Select(file => ExampleKinds.Example("observed-places", file: file.Data).RulesCode));

    [Fact]
    public void Rounds_without_dirt_count()
    {
        var line = Waste.Place("a", 1, 1, 2, 5).Card().Line("place-waste-a");

        Assert.Equal((2.25m, 4m, 2m, 25.0m), (line.Value, line.Figures["rounds"], line.Figures["clean"], line.Figures["act-share"]));
        Assert.Equal(
            "Bij deze container was het gemiddeld 2,25 (van 1 bijna schoon tot 5 uiterst vuil) in vier rondes, waarvan twee schoon. In 25,0% van de rondes was het 4 of hoger.",
            line.Explanation.Nl);
        Assert.Equal(
            "At this container the average was 2.25 (from 1 nearly clean to 5 extremely dirty) in four rounds, two of them clean. In 25.0% of the rounds it was 4 or higher.",
            line.Explanation.En);
        Assert.NotEqual(3.5m, line.Value);
        Assert.Equal((4m, Signal.None), (line.Norm, line.Signal));
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void A_place_that_was_not_visited_is_missing_and_never_clean()
    {
        var cards = Waste.Place("a", 1, null, 3, 2).Place("b", [null]).Place("c", 5, 5, 5);
        var (card, next) = (cards.Card(), cards.Row(new DateOnly(2017, 1, 5), "a", "1").Card(2017));

        Assert.Equal((2m, 3m, 1m), (card.Line("place-waste-a").Value, card.Line("place-waste-a").Figures["rounds"], card.Line("place-waste-a").Figures["clean"]));
        Assert.Equal((LineState.MissingInput, null, "Deze plek is dit jaar niet bezocht. Dat is iets anders dan schoon."),
            (card.Line("place-waste-b").State, card.Line("place-waste-b").Value, card.Line("place-waste-b").Explanation.Nl));
        Assert.Equal(["place-waste-b"], card.Findings.Single(finding => finding.Code == "not-visited").Lines);
        Assert.Equal(["place-waste-b", "place-waste-c"], next.Findings.Single(finding => finding.Code == "not-visited").Lines);
        Assert.Equal(3.5m, card.Line("mean-waste").Value);
    }

    [Fact]
    public void Each_place_counts_once_in_the_mean_of_the_area()
    {
        var line = Waste.Place("a", 1, 1, 2, 5).Place("b", 4, 5, 4, 4, 5, 4, 5, 4, 5, 4).Place("c", 1, 1).Card().Line("mean-waste");

        Assert.Equal((3.33m, 2m), (line.Value, line.Figures["places"]));
        Assert.Equal(
            "Over 2 plekken was het gemiddeld 3,33 (van 1 bijna schoon tot 5 uiterst vuil); elke plek telt één keer. 1 plek met minder dan drie rondes niet meegeteld.", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void Under_the_minimum_of_rounds_a_mean_is_not_judged()
    {
        var card = Waste.Place("a", 5, 5).Card();
        var line = card.Line("place-waste-a");

        Assert.Equal((LineState.NotNormed, 5m, null, 1), (line.State, line.Value, line.Norm, line.Figures.Count(figure => figure.Key == "rounds")));
        Assert.EndsWith("Dat zijn minder dan drie rondes: te weinig om iets van te vinden.", line.Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal((true, false), (card.Finds("few-rounds"), card.Finds("act")));
        Assert.Equal(LineState.NotNormed, card.Line("mean-waste").State);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void Something_has_to_be_done_where_the_mean_reaches_the_chosen_class(int last, bool acts) =>
        Assert.Equal(acts, Waste.Place("a", 4, 4, last).Card().Finds("act"));

    [Fact]
    public void Without_a_chosen_class_nothing_is_judged()
    {
        var card = Waste.By(json => json["actFrom"] = null).Place("a", 5, 5, 5).Card();

        Assert.Equal((LineState.NotNormed, 5m, false, false), (card.Line("place-waste-a").State, card.Line("place-waste-a").Value, card.Finds("act"), card.Line("place-waste-a").Figures.ContainsKey("act-share")));
    }

    [Fact]
    public void Rounds_that_were_held_are_compared_with_those_that_were_planned()
    {
        // By 28 March 88 of 366 days have passed: two of the twelve rounds.
        var held = Waste.Place("a", 1, 1, null, 5).Place("b", null, 1, null, 5).Card();
        var missed = Waste.By(json => json["plannedRounds"] = 50).Place("a", 1, 1, 2, 5).Card();

        Assert.Equal((25.0m, 3m, 12m, 2m), (held.Line("rounds-waste").Value, held.Line("rounds-waste").Figures["held"], held.Line("rounds-waste").Figures["planned"], held.Line("rounds-waste").Figures["due"]));
        Assert.Equal((false, true), (held.Finds("rounds-missed"), missed.Finds("rounds-missed")));
        Assert.Equal("Zwerfafval: volgens de planning waren er nu twaalf rondes geweest; gehouden zijn er vier. Elke dag met een bezoek telt als ronde.", missed.Findings.Single(finding => finding.Code == "rounds-missed").Message.Nl);
        ExampleKinds.StepsHold(held.Line("rounds-waste"));
    }

    [Fact]
    public void A_year_that_is_over_had_all_its_planned_rounds()
    {
        var card = Waste.Place("a", 1, 1, 2, 5).Row(new DateOnly(2017, 1, 5), "a", "1").Card(2016);

        Assert.Equal((12m, true), (card.Line("rounds-waste").Figures["due"], card.Finds("rounds-missed")));
    }

    [Fact]
    public void Without_planned_rounds_none_is_missed()
    {
        var card = Waste.By(json => json["plannedRounds"] = null).Place("a", 1, 1, 2, 5).Card();

        Assert.Equal((LineState.NotNormed, false), (card.Line("rounds-waste").State, card.Finds("rounds-missed")));
    }

    [Fact]
    public void Ways_of_working_are_compared_without_a_test_under_ten_rounds()
    {
        var card = Weeds(9).Card();
        var line = card.Line("compared-weeds-brushing-hot-water");

        Assert.Equal((3m, 2m), (card.Line("method-weeds-brushing").Value, card.Line("method-weeds-hot-water").Value));
        Assert.Equal((LineState.NotNormed, 1m, 9m, 0m, false), (line.State, line.Value, line.Figures["rounds"], line.Figures["lower-rounds"], line.Figures.ContainsKey("chance")));
        Assert.EndsWith("Onder tien rondes wordt niet getoetst of dat toeval kan zijn.", line.Explanation.Nl, StringComparison.Ordinal);
        Assert.Equal(["compared-weeds-brushing-hot-water"], card.Findings.Single(finding => finding.Code == "not-tested").Lines);
        Assert.Equal(LineState.MissingInput, card.Line("method-weeds-burning").State);
    }

    [Fact]
    public void From_ten_rounds_on_the_chance_of_such_a_split_is_given()
    {
        var line = Weeds(10).Card().Line("compared-weeds-brushing-hot-water");

        Assert.Equal((LineState.Valued, 0.2m), (line.State, line.Figures["chance"]));
        Assert.Equal(
            "In 0 van tien rondes was het bij borstelen lager dan bij heet water; het verschil is gemiddeld 1. Zo'n verdeling komt door toeval in 0,2% van de gevallen voor.", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void Only_rounds_that_both_were_in_are_compared()
    {
        var card = new PlaceCards("weeds.json", "weeds").Subject().Place("a", "brushing", new DateOnly(2016, 3, 7), 3, 3, 3, 3).Place("b", "hot-water", new DateOnly(2016, 3, 14), 1, 3, 5).Card();

        Assert.Equal((3m, 1m, 1m), (card.Line("compared-weeds-brushing-hot-water").Figures["rounds"], card.Line("compared-weeds-brushing-hot-water").Figures["equal-rounds"],
            card.Line("compared-weeds-brushing-hot-water").Figures["lower-rounds"]));
    }

    [Fact]
    public void A_place_that_was_not_visited_last_keeps_its_way_of_working()
    {
        var card = Weeds(9).Row(new DateOnly(2016, 6, 6), "a", null).Card();

        Assert.Equal((3m, 9m), (card.Line("method-weeds-brushing").Value, card.Line("compared-weeds-brushing-hot-water").Figures["rounds"]));
    }

    [Fact]
    public void A_mean_that_reads_as_the_chosen_class_reaches_it()
    {
        var card = Waste.By(json => json["actFrom"] = 2.67m).Place("a", 2, 3, 3).Card();

        Assert.Equal((2.67m, true), (card.Line("place-waste-a").Value, card.Finds("act")));
        Assert.False(Waste.By(json => json["actFrom"] = 2.68m).Place("a", 2, 3, 3).Card().Finds("act"));
    }

    [Fact]
    public void More_rounds_than_are_planned_cannot_be_needed_to_judge() => Assert.Contains(
        "minRounds", ExampleKinds.Refusal("observed-places", json => json["minRounds"] = 13), StringComparison.Ordinal);

    [Fact]
    public void Maintenance_has_two_themes_with_places_of_their_own()
    {
        var card = new PlaceCards("maintenance.json", "pavement").Subject().Place("square", 2, 2, 3).Row(new DateOnly(2016, 3, 7), "bench", "5", other: "furniture").Card();

        Assert.Equal((2.33m, 5m, LineState.NotNormed), (card.Line("place-pavement-square").Value, card.Line("place-furniture-bench").Value, card.Line("place-furniture-bench").State));
        Assert.Equal("Bij deze bank of paal was het gemiddeld 5 (van 1 heel tot 5 stuk) in één ronde, waarvan nul heel. Dat zijn minder dan twee rondes: te weinig om iets van te vinden.",
            card.Line("place-furniture-bench").Explanation.Nl);
    }

    [Theory]
    [InlineData("theme-unknown", "3", null, "noise")]
    [InlineData("class-unknown", "6", null, null)]
    [InlineData("class-unknown", "2.5", null, null)]
    [InlineData("method-unknown", "3", "sweeping", null)]
    public void A_row_that_does_not_count_is_named(string finding, string found, string? method, string? theme)
    {
        var card = Waste.Place("a", 1, 1, 1).Row(new DateOnly(2016, 3, 9), "a", found, method, theme).Card();

        Assert.StartsWith("Regel 2 van levering notes: ", card.Findings.Single(other => other.Code == finding).Message.Nl, StringComparison.Ordinal);
        Assert.Equal(3m, card.Line("place-waste-a").Figures["rounds"]);
    }

    [Fact]
    public void Two_sources_that_differ_about_a_day_are_named_and_one_counts()
    {
        var card = Waste.Place("a", 1, 1, 1).Row(new DateOnly(2016, 3, 7), "a", "5").Card();

        Assert.Equal((1m, true), (card.Line("place-waste-a").Value, card.Finds("source-differs")));
    }

    [Fact]
    public void A_subject_without_rounds_says_so()
    {
        var card = Waste.Card();

        Assert.Equal((2016, LineState.MissingInput, "Er is dit jaar geen ronde gehouden."), (card.Period.Year, card.Line("mean-waste").State, card.Line("mean-waste").Explanation.Nl));
        Assert.True(card.Finds("photographed"));
    }

    private static PlaceCards Weeds(int rounds) => new PlaceCards("weeds.json", "weeds").Subject()
        .Place("a", "brushing", new DateOnly(2016, 3, 7), Enumerable.Repeat<int?>(3, rounds)).Place("b", "hot-water", new DateOnly(2016, 3, 7), Enumerable.Repeat<int?>(2, rounds));
}
