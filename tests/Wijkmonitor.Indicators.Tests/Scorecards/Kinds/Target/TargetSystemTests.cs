using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>The systems whose rules ship, with the numbers that their sources or examples give.</summary>
public sealed class TargetSystemTests
{
    private static TargetCards Trichterveld => new TargetCards("trichterveld.json").From(TargetCards.Published).Subject(212).Measured("2011-12-31", 38);

    private static TargetCards Slim => new TargetCards("slim.json").From(TargetCards.Published).Subject().Measured("2017-03-31", 27).Leading("2017-03-31", 279);

    [Fact]
    public void Trichterveld_renewed_38_of_212_homes_in_eight_years_and_takes_36_6_years_more()
    {
        var card = Trichterveld.Card();

        Assert.Equal((38m, 17.9m, 4.75m, 36.6m), (card.Line("value").Value, card.Line("done").Value, card.Line("pace").Value, card.Line("years-left").Value));
        Assert.Equal((174m, 174m, 96m), (card.Line("done").Figures["to-go"], card.Line("years-left").Figures["to-go"], card.Line("pace").Figures["months"]));
        Assert.Equal(
            "38 van 212 woningen in acht jaar, 4,75 per jaar; de overige 174 duren zo nog 36,6 jaar. Dat is dan in juli 2048: een rekenvoorbeeld, geen planning.",
            card.Line("years-left").Explanation.Nl);
        Assert.Equal(
            "38 of 212 homes in eight years, 4.75 a year; at this pace the other 174 take another 36.6 years. That would be in July 2048: an example calculation, not a plan.",
            card.Line("years-left").Explanation.En);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Trichterveld_has_no_date_and_so_is_neither_on_track_nor_behind()
    {
        var card = Trichterveld.Card();

        Assert.All(new[] { "required-pace", "expected", "on-track" }, code => Assert.Equal((LineState.NotNormed, null), (card.Line(code).State, card.Line(code).Value)));
        Assert.All(card.Lines, line => Assert.Equal(Signal.None, line.Signal));
        Assert.Equal(["pace", "years-left"], card.Findings.Single(finding => finding.Code == "two-paths").Lines);
        Assert.Contains("87%", card.Findings.Single(finding => finding.Code == "share-of-neighbourhood").Message.Nl);
    }

    [Fact]
    public void Slim_did_54_homes_a_year_and_4_5_for_each_fte()
    {
        var card = Slim.Card();

        Assert.Equal((27m, 54m, 4.5m), (card.Line("value").Value, card.Line("pace").Value, card.Line("effort").Value));
        Assert.Equal((279m, 8.8m, 27m), (card.Line("leading").Value, card.Line("leading").Figures["done-share"], card.Line("leading").Figures["done"]));
        Assert.Equal(["pace"], card.Findings.Single(finding => finding.Code == "short-period").Lines);
        Assert.Equal("Van 0 woningen naar 27 in zes maanden: 54 per jaar (omgerekend naar een jaar).", card.Line("pace").Explanation.Nl);
        Assert.Equal("27 woningen in zes maanden, met 6 fte: 4,5 per fte in die tijd.", card.Line("effort").Explanation.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Commitments_of_slim_are_a_line_of_their_own_and_added_to_nothing()
    {
        var (with, without) = (Slim.Card(), new TargetCards("slim.json").From(TargetCards.Published).Subject().Measured("2017-03-31", 27).Card());

        Assert.Equal((27m, 54m), (without.Line("value").Value, without.Line("pace").Value));
        Assert.DoesNotContain(306m, with.Lines.Select(line => line.Value ?? 0));
        Assert.Equal((LineState.NotNormed, null), (with.Line("done").State, with.Line("done").Value));
        Assert.Equal("Er is geen doel afgesproken; er is alleen een stand.", with.Line("done").Explanation.Nl);
        Assert.DoesNotContain(with.Lines, line => line.Code is "years-left" or "required-pace" or "expected" or "on-track");
        Assert.Contains("klaar zijn er 27", with.Findings.Single(finding => finding.Code == "added-up").Message.Nl);
        Assert.True(with.Finds("lock-in"));
        Assert.False(with.Finds("committed-only"));
    }

    [Fact]
    public void Buy_up_of_6_in_four_months_is_18_a_year_or_90_percent_of_the_required_pace()
    {
        var card = new TargetCards("buy-up.json").From(TargetCards.Published).Subject(scope: "region").Measured("2017-04-30", 6).Card();

        Assert.Equal((18m, 90.0m, 21m), (card.Line("pace").Value, card.Line("on-track").Value, card.Line("required-pace").Value));
        Assert.Equal((30.0m, 33.3m, Signal.None), (card.Line("done").Value, card.Line("expected").Value, card.Line("on-track").Signal));
        Assert.Equal(["pace", "years-left"], card.Findings.Single(finding => finding.Code == "short-period").Lines);
        Assert.Contains("over vier maanden", card.Findings.Single(finding => finding.Code == "short-period").Message.Nl);
        Assert.Equal((false, DatasetVisibility.Owner), (card.Finds("behind"), card.Visibility!.Value));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Solar_aims_at_11_2_percent_of_homes_and_85_5_percent_of_a_tranche_asked_a_quote()
    {
        var card = new TargetCards("solar.json").From(TargetCards.Published).Subject(65000, scope: "region").Leading("2017-06-30", low: 3100).Card();

        Assert.Equal((11.2m, 3100m, 85.5m), (card.Line("stock-share").Value, card.Line("leading").Value, card.Line("leading-share").Value));
        Assert.Equal((LineState.MissingInput, LineState.MissingInput), (card.Line("value").State, card.Line("done").State));
        Assert.Equal("Offerte gevraagd: ten minste 3.100 van 3.625 (de eerste van twee delen), ten minste 85,5%.", card.Line("leading-share").Explanation.Nl);
        Assert.Equal(["leading", "leading-share"], card.Findings.Single(finding => finding.Code == "lower-bound").Lines);
        Assert.Equal(FindingSeverity.Warning, card.Findings.Single(finding => finding.Code == "committed-only").Severity);
        Assert.Equal("Een offerte is nog geen paneel: gevraagd is niet geplaatst.", card.Findings.Single(finding => finding.Code == "quote").Message.Nl);
        Assert.Contains("in 2.5 en 2.6 negen", card.Findings.Single(finding => finding.Code == "source-differs").Message.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Two_tranches_of_solar_are_its_target() =>
        Assert.Equal(7250m, 2 * new TargetCards("solar.json").From(TargetCards.Published).Subject().Leading("2017-06-30", low: 3100).Card().Line("leading-share").Inputs
            .Single(input => input.Role == "leading-of").Value);

    [Fact]
    public void Emmerhout_needs_a_pace_for_each_kind_of_owner_from_the_day_it_starts()
    {
        var card = new TargetCards("gas-free-emmerhout.json").Subject().Card();

        Assert.Equal((10m, 6.67m, 3.33m), (card.Line("required-pace").Value, card.Line("required-pace-private").Value, card.Line("required-pace-corporation").Value));
        Assert.Equal((66.7m, 33.3m, 33.3m), (card.Line("part-private").Value, card.Line("part-corporation").Value, card.Line("reachable").Value));
        Assert.Equal("Nog te gaan: 66,7% in tien jaar, tot 31 december 2027. Daarvoor is 6,67 procentpunt per jaar nodig.", card.Line("required-pace-private").Explanation.Nl);
        Assert.Equal((2017, true, true), (card.Period.Year, card.Finds("baseline-only"), card.Finds("two-targets")));
        Assert.Equal(["required-pace-private"], card.Findings.Single(finding => finding.Code == "no-deadline").Lines);
        Assert.Equal((LineState.MissingInput, "Er is sinds het begin nog geen tijd verstreken."), (card.Line("pace").State, card.Line("pace").Explanation.Nl));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Palenstein_can_reach_70_percent_by_agreement_with_three_corporations()
    {
        var card = new TargetCards("gas-free-palenstein.json").Subject().Card();

        Assert.Equal((70.0m, 70m, 30m), (card.Line("reachable").Value, card.Line("part-corporation").Value, card.Line("part-other").Value));
        Assert.Equal((16.67m, 11.67m, 5m), (card.Line("required-pace").Value, card.Line("required-pace-corporation").Value, card.Line("required-pace-other").Value));
        Assert.Equal(["part-corporation", "part-other", "reachable"], card.Findings.Single(finding => finding.Code == "approximate").Lines);
        Assert.Equal("Met afspraken met drie corporaties is 70,0% van het doel haalbaar.", card.Line("reachable").Explanation.Nl);
    }

    [Fact]
    public void The_transformation_task_of_3590_homes_is_2693_private_and_897_other()
    {
        var card = new TargetCards("transformation.json").Subject(scope: "region", validFrom: "2017-01-01").Card();

        Assert.Equal((2693m, 897m), (card.Line("part-private").Value, card.Line("part-other").Value));
        Assert.Equal(3590m, card.Line("part-private").Value + card.Line("part-other").Value);
        Assert.Equal((75.0m, 2017), (card.Line("part-private").Figures["share"], card.Period.Year));
        Assert.Equal(["part-private", "part-other"], card.Findings.Single(finding => finding.Code == "approximate").Lines);
        Assert.Equal("Er is nog geen waarde aangeleverd. Dat is iets anders dan nul.", card.Line("value").Explanation.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Net_zero_renovations_are_at_least_5_1_percent_and_new_build_does_not_count()
    {
        var card = new TargetCards("net-zero.json").From(TargetCards.Published).Subject(scope: "municipality").Measured("2020-12-31", low: 5600).Card();

        Assert.Equal((5.1m, 5600m), (card.Line("done").Value, card.Line("value").Value));
        Assert.StartsWith("Ten minste 5.600 van 110.000 woningen: ten minste 5,1%", card.Line("done").Explanation.Nl, StringComparison.Ordinal);
        Assert.StartsWith("Ten minste", card.Line("done").Uncertainty!.Nl, StringComparison.Ordinal);
        Assert.Equal(LineState.NotNormed, card.Line("pace").State);
        Assert.Contains("geen 10,9%", card.Findings.Single(finding => finding.Code == "new-build").Message.Nl);
        Assert.DoesNotContain(10.9m, card.Lines.Select(line => line.Value ?? 0));
        Assert.Equal(FindingSeverity.Warning, card.Findings.Single(finding => finding.Code == "national").Severity);
    }

    [Fact]
    public void Label_B_is_the_level_of_the_mean_energy_index()
    {
        var card = new TargetCards("label-b.json").Subject(scope: "municipality").Measured("2018-12-31", 1.43m).Withhold().Card();

        Assert.Equal((1.43m, 1.25m, "score"), (card.Line("value").Value, card.Line("value").Norm, card.Line("value").Unit));
        Assert.Equal(-0.09m, card.Line("required-pace").Value);
        Assert.All(new[] { "done", "pace", "on-track" }, code => Assert.Equal(LineState.NotNormed, card.Line(code).State));
        Assert.True(card.Finds("mean-level"));
        Assert.True(card.Finds("other-target"));
    }

    [Fact]
    public void A_level_from_10_to_0_that_is_4_now_is_60_percent_done()
    {
        var card = TargetCards.Plain(baseline: 10, target: 0).Subject().Measured("2018-01-01", 4).Card();

        Assert.Equal((60.0m, -0.75m, 5.3m, -2m), (card.Line("done").Value, card.Line("pace").Value, card.Line("years-left").Value, card.Line("required-pace").Value));
        Assert.Equal("Van 10 naar 4, en het doel is 0: 60,0% van de weg.", card.Line("done").Explanation.Nl);
        Assert.Equal((80.0m, 75.0m, Signal.Red), (card.Line("expected").Value, card.Line("on-track").Value, card.Line("on-track").Signal));
    }

    [Fact]
    public void Printed_counts_of_buy_up_are_shown_and_a_smaller_delivery_is_withheld()
    {
        static Scorecard Card(string dataset) => new TargetCards("buy-up.json").From(dataset).Subject().Measured("2017-04-30", 4).Withhold().Card();

        Assert.Equal(4m, Card(TargetCards.Published).Line("value").Value);
        Assert.All(
            new[] { "value", "pace", "done", "years-left", "required-pace", "on-track" },
            code => Assert.Equal((LineState.Suppressed, null, 0), (Card(TargetCards.Progress).Line(code).State, Card(TargetCards.Progress).Line(code).Value, Card(TargetCards.Progress).Line(code).Inputs.Count)));
    }

    [Fact]
    public void The_total_is_named_after_the_counted_unit()
    {
        Assert.Equal("Doel als deel van alle woningen", new TargetCards().Subject().Card().Line("stock-share").Label.Nl);
        Assert.Equal("Doel als deel van het totaal", TargetCards.Plain().By(json => json["stock"] = 200).Subject().Card().Line("stock-share").Label.Nl);
    }
}
