using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Measurements that are compared with a norm.</summary>
public sealed class MeasurementTests
{
    private static ChecklistCards Cards => new ChecklistCards().Subject();

    [Theory]
    [InlineData("1.8", null, null, "holds", "1,8 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet. Bron: Opmeting")]
    [InlineData("1.79", null, null, "fails", "1,79 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet niet. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    [InlineData(null, "1.8", "2.4", "holds", "1,8 tot 2,4 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet. Bron: Opmeting")]
    [InlineData(null, "1.5", "1.7", "fails", "1,5 tot 1,7 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet niet. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    [InlineData(null, "1.5", "1.8", "depends", "1,5 tot 1,8 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Of dat voldoet hangt ervan af waar in de marge het ligt. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    [InlineData(null, "2", null, "holds", "Ten minste 2 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet. Bron: Opmeting")]
    [InlineData(null, "1.5", null, "depends", "Ten minste 1,5 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Of dat voldoet hangt ervan af waar in de marge het ligt. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    [InlineData(null, null, "1.5", "fails", "Ten hoogste 1,5 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Dat voldoet niet. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    [InlineData(null, null, "2", "depends", "Ten hoogste 2 meter, gemeten op 30 juni 2020. De norm is ten minste 1,8 meter. Of dat voldoet hangt ervan af waar in de marge het ligt. Dit moet eerst vervuld zijn. Bron: Opmeting")]
    public void A_walking_width_is_at_least_1_8_metres(string? value, string? low, string? high, string outcome, string sentence)
    {
        var card = Cards.Measured("walking-width", Parse(value), Parse(low), Parse(high)).Card();
        var line = card.Line("walking-width");

        Assert.Equal((outcome, "m", 1.8m, LineState.Valued), (line.Outcome!.Code, line.Unit, line.Norm!.Value, line.State));
        Assert.Equal(sentence, line.Explanation.Nl);
        Assert.Equal(Signal.None, line.Signal);
        Assert.Equal([outcome == "holds", outcome == "fails", outcome == "depends"], card.Totals("holds", "fails", "depends").Select(total => total == 1));
        Assert.Equal((outcome == "fails", outcome == "depends"), (card.Finds("fails"), card.Finds("depends")));
        Assert.Equal(outcome != "holds", card.Finding("not-ready").Lines.Contains("walking-width"));
    }

    [Theory]
    [InlineData(9.9, 9.9, "fails")]
    [InlineData(10, 10, "holds")]
    [InlineData(40, 40, "holds")]
    [InlineData(40.1, 40.1, "fails")]
    [InlineData(10, 40, "holds")]
    [InlineData(8, 12, "depends")]
    [InlineData(35, 45, "depends")]
    [InlineData(5, 50, "depends")]
    [InlineData(1, 9, "fails")]
    public void A_norm_can_have_two_ends(double low, double high, string outcome)
    {
        var line = Cards.Measured("green-share", low: (decimal)low, high: (decimal)high).Card().Line("green-share");

        Assert.Equal((outcome, null, 10m, 40m), (line.Outcome!.Code, line.Norm, line.Figures["norm-low"], line.Figures["norm-high"]));
        Assert.Contains("De norm is 10 tot 40%.", line.Explanation.Nl);
    }

    [Fact]
    public void A_measurement_without_a_norm_is_shown_and_not_judged()
    {
        var card = Cards.Measured("detour", 350).Card();
        var line = card.Line("detour");

        Assert.Equal((LineState.NotNormed, 350m, null, null), (line.State, line.Value, line.Norm, line.Outcome));
        Assert.Equal("350 meter, gemeten op 30 juni 2020. Er is geen norm gekozen; er is niets beoordeeld. Bron: Opmeting", line.Explanation.Nl);
        Assert.Equal([0m, 0m, 0m], card.Totals("holds", "fails", "depends"));
        Assert.Equal(["detour"], card.Finding("not-normed").Lines);
    }

    [Fact]
    public void A_measurement_that_was_not_made_is_missing_and_does_not_fail()
    {
        var card = Cards.Measured("detour", 350).Measured("green-share").Card();

        Assert.All(new[] { "walking-width", "green-share" }, code => Assert.Equal((LineState.MissingInput, null), (card.Line(code).State, card.Line(code).Outcome)));
        Assert.Equal("Niet gemeten. Dat is iets anders dan niet voldoen. Dit moet eerst vervuld zijn.", card.Line("walking-width").Explanation.Nl);
        Assert.Equal("0 van de 4 maten voldoen, 1 zonder norm, van 3 is niets bekend. Eén maat die eerst moet voldoen staat nog open.", card.Line("measurements").Explanation.Nl);
        Assert.False(card.Finds("fails"));
    }

    [Fact]
    public void Ends_of_a_range_are_inputs_and_no_middle_is_made()
    {
        var line = Cards.Measured("green-share", low: 8, high: 12).Card().Line("green-share");

        Assert.Equal((null, new ValueRange(8, 12)), (line.Value, line.Range));
        Assert.Equal([("measured", 8m), ("measured", 12m), ("norm", 10m), ("norm", 40m)], line.Inputs.Select(input => (input.Role, input.Value!.Value)));
    }

    [Fact]
    public void Limits_count_where_there_is_a_number_too_and_a_reversed_range_does_not_count()
    {
        var card = Cards.Measured("green-share", 30, low: 8, high: 12).Measured("walking-width", low: 3, high: 2).Card();

        Assert.Equal(("depends", LineState.MissingInput), (card.Line("green-share").Outcome!.Code, card.Line("walking-width").State));
        Assert.Equal((true, true), (card.Finds("value-and-range"), card.Finds("range-reversed")));
    }

    [Theory]
    [InlineData("stop-moment")]
    [InlineData("nothing")]
    public void A_measurement_of_something_else_is_named_and_does_not_count(string item) =>
        Assert.Contains("walking-width, green-share, detour, homes-without-access", Cards.Measured(item, 1).Measured("detour", 2).Card().Finding("item-unknown").Message.Nl);

    [Theory]
    [InlineData(24, null, false)]
    [InlineData(4, null, true)]
    [InlineData(0, null, false)]
    [InlineData(24, 26, true)]
    [InlineData(24, 24, false)]
    [InlineData(24, 29, false)]
    public void A_small_number_of_homes_or_of_the_others_is_withheld_with_its_verdict(int homes, int? units, bool isHidden)
    {
        var card = new ChecklistCards().Subject(units).Measured("homes-without-access", homes).Measured("detour", 350).Withhold().Card();
        var line = card.Line("homes-without-access");

        Assert.Equal((isHidden, isHidden), (line.State == LineState.Suppressed, card.Finds("suppressed")));
        Assert.True(!isHidden || line is { Value: null, Outcome: null, Inputs.Count: 0 });
        Assert.Equal(isHidden ? 0m : 1m, card.Total("holds").Value + card.Total("fails").Value);
        Assert.Equal(isHidden ? 1 : 2, card.Line("measurements").Inputs.Count);
        Assert.True(!isHidden || !card.Findings.Any(finding => finding.Code is "fails" or "depends"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(10, true)]
    [InlineData(400, false)]
    public void A_share_of_few_homes_is_withheld(int? units, bool isHidden)
    {
        var cards = new ChecklistCards().Subject(units).By(json => json["items"]!.AsArray().Add(JsonNode.Parse(
            """{ "code": "agreed", "label": { "nl": "Akkoord", "en": "Agreed" }, "blocking": true, "measured": { "unit": "%", "counted": "households", "atLeast": 70 } }""")));

        Assert.Equal(isHidden, cards.Measured("agreed", 80).Withhold().Card().Line("agreed").State == LineState.Suppressed);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void A_blocking_share_that_is_withheld_says_nothing_of_whether_it_holds(int share)
    {
        var card = new ChecklistCards().Subject(10).By(json => json["items"]!.AsArray().Add(JsonNode.Parse(
            """{ "code": "agreed", "label": { "nl": "Akkoord", "en": "Agreed" }, "blocking": true, "measured": { "unit": "%", "counted": "households", "atLeast": 70 } }"""))).Measured("agreed", share).Withhold().Card();

        Assert.Equal("0 van de 5 maten voldoen, 1 niet te tonen, van 4 is niets bekend. Eén maat die eerst moet voldoen staat nog open. Van 1 maat die eerst moet voldoen is de uitkomst niet te tonen.", card.Line("measurements").Explanation.Nl);
        Assert.DoesNotContain("agreed", card.Finding("not-ready").Lines);
    }

    [Fact]
    public void A_printed_number_is_shown_and_another_dataset_that_differs_is_named()
    {
        var cards = new ChecklistCards().Subject().By(json => json["datasets"] = new JsonArray(ChecklistCards.Second, "measured")).Withhold()
            .From(ChecklistCards.Second).Measured("homes-without-access", 3).From(null).Measured("homes-without-access", 30);

        Assert.Equal((3m, "holds", true), (cards.Card().Line("homes-without-access").Value, cards.Card().Line("homes-without-access").Outcome!.Code, cards.Card().Finds("source-differs")));
    }

    [Fact]
    public void All_items_measured_say_so_in_one_sentence()
    {
        var card = Cards.Measured("walking-width", 2).Measured("green-share", 5).Measured("detour", 350).Measured("homes-without-access", low: 15, high: 25).Card();

        Assert.Equal("1 van de 4 maten voldoet, 1 niet, bij 1 hangt het van de marge af, 1 zonder norm. Alles wat eerst moet voldoen, voldoet.", card.Line("measurements").Explanation.Nl);
        Assert.Equal("1 of the 4 measurements holds, 1 fails, 1 depends on the margin, 1 without a norm. All that has to hold first holds.", card.Line("measurements").Explanation.En);
    }

    private static decimal? Parse(string? number) => number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
