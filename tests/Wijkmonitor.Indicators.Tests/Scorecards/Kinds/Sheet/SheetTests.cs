using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Sheet;

/// <summary>Ranges, states, readings, bounds, turning points and disclosure of sheets.</summary>
public sealed class SheetTests
{
    [Fact]
    public void Ranges_run_through_all_steps_crosswise_where_something_is_subtracted()
    {
        var card = SheetCards.Exploitation(1m, "price", "subsidies").WithRange("price", 290_000, 310_000).WithRange("subsidies", 40_000_000, 60_000_000).Card();

        // Revenue 864 times the price; the lowest shortfall has the highest price and subsidies.
        Assert.Equal(new ValueRange(250_560_000, 267_840_000), card.Line("revenue").Range);
        Assert.Equal(new ValueRange(453_384_000 - 267_840_000 - 60_000_000, 453_384_000 - 250_560_000 - 40_000_000), card.Line("shortfall").Range);
        Assert.Null(card.Line("shortfall").Value);
        Assert.Equal("Met 1 keer zoveel woningen is er een tekort van € 125.544.000 tot € 162.824.000.", card.Line("shortfall").Explanation.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_quotient_of_ranges_is_lowest_by_highest_to_highest_by_lowest()
    {
        var card = new SheetCards("loan-to-value.json").WithRange("debt", 100_000, 120_000).WithRange("value", 200_000, 250_000).Card();

        Assert.Equal(new ValueRange(40, 60), card.Line("ratio").Range);
    }

    [Fact]
    public void A_range_below_zero_is_not_divided()
    {
        var card = SheetCards.Exploitation(1m, "subsidies").WithRange("subsidies", 0, 500_000_000).Card();

        Assert.Equal((LineState.Valued, LineState.MissingInput), (card.Line("shortfall").State, card.Line("shortfall-per-home").State));
        Assert.Contains("shortfall-per-home", card.Findings.Single(finding => finding.Code == "infeasible").Lines);
        Assert.Contains(card.Findings, finding => finding.Code == "depends" && finding.Lines.SequenceEqual(["check-shortfall"]));
    }

    [Fact]
    public void An_amount_that_exists_and_is_not_known_makes_a_sum_a_lower_bound()
    {
        var card = SheetCards.Exploitation(1m, "demolition").WithRange("demolition", null, null).Card();
        var cost = card.Line("cost");

        // 453,384,000 less 1.08 times 36,000,000.
        Assert.Equal((true, null, null, 414_504_000m), (cost.IsProMemorie, cost.Value, cost.Range, cost.Figures["at-least"]));
        Assert.Equal("kosten: ten minste € 414.504.000.", cost.Explanation.Nl);
        Assert.Contains("sloop en bouwrijp maken per woning", card.Findings.Single(finding => finding.Code == "pro-memorie").Message.Nl);
        Assert.Contains("cost", card.Findings.Single(finding => finding.Code == "pro-memorie").Lines);
    }

    [Fact]
    public void Two_readings_of_an_input_leave_its_lines_unresolved_with_both_results()
    {
        var card = SheetCards.Exploitation(1m).Add("price", 2020, 350_000, item: "appraisal").Card();
        var shortfall = card.Line("shortfall");

        Assert.Equal((LineState.Unresolved, 144_184_000m, 100_984_000m), (shortfall.State, shortfall.Figures["reading-1"], shortfall.Figures["reading-2"]));
        Assert.Equal("Dit is op meer dan één manier te lezen, met verschillende uitkomsten: € 144.184.000; € 100.984.000.", shortfall.Explanation.Nl);
        Assert.Equal((LineState.Valued, LineState.Unresolved), (card.Line("cost").State, card.Line("check-shortfall").State));
        Assert.False(card.Finds("shortfall"));
        Assert.Contains("shortfall", card.Findings.Single(finding => finding.Code == "unresolved").Lines);
    }

    [Fact]
    public void Each_of_many_inputs_with_two_readings_leaves_its_line_unresolved()
    {
        string[] twice = ["contribution", "demolition", "building", "price", "temporary-rent"];
        var cards = SheetCards.Exploitation(1m).By(json => json["lines"]!.AsArray().Add(new JsonObject { ["of"] = "contribution" }));
        foreach (var input in twice)
        {
            cards.Add(input, 2020, 5_000, item: "other");
        }

        var card = cards.Card();

        Assert.All(["contribution", "cost", "revenue", "shortfall"], code => Assert.Equal(LineState.Unresolved, card.Line(code).State));
        Assert.Equal((210_000m, 5_000m), (card.Line("contribution").Figures["reading-1"], card.Line("contribution").Figures["reading-2"]));
        Assert.DoesNotContain("reading-5", card.Line("cost").Figures.Keys);
        Assert.Matches("; en nog [0-9]+[.]$", card.Line("cost").Explanation.Nl);
        Assert.True(card.Finds("more-readings"));
        Assert.False(SheetCards.Exploitation(1m).Add("price", 2020, 350_000, item: "other").Card().Finds("more-readings"));
    }

    [Fact]
    public void A_text_names_each_reading_of_an_input()
    {
        var card = new SheetCards("loan-to-value.json").With(("debt", 180_000), ("value", 200_000)).Add("debt", 2020, 190_000, item: "other").By(json =>
        {
            json["steps"]!.AsArray().Add(JsonNode.Parse("""{"result":"nothing","label":{"nl":"niets","en":"nothing"},"unit":"EUR","op":"multiply","of":["debt","0"]}"""));
            json["lines"]!.AsArray().Add(JsonNode.Parse("""{"of":"nothing","text":{"nl":"Schuld: {debt}.","en":"Debt: {debt}."}}"""));
        }).Card();

        Assert.Equal((LineState.Valued, "Schuld: € 180.000 of € 190.000."), (card.Line("nothing").State, card.Line("nothing").Explanation.Nl));
    }

    [Fact]
    public void Limits_count_before_a_value_of_the_same_record_and_the_record_is_named()
    {
        var card = new SheetCards("loan-to-value.json").With("value", 200_000).Add("debt", 2020, 150_000, 100_000, 120_000).Card();

        Assert.Equal(new ValueRange(50, 60), card.Line("ratio").Range);
        Assert.Contains("De grenzen tellen", card.Findings.Single(finding => finding.Code == "value-and-range").Message.Nl);
        Assert.False(new SheetCards("loan-to-value.json").With("value", 200_000).WithRange("debt", 100_000, 120_000).Card().Finds("value-and-range"));
    }

    [Fact]
    public void A_given_number_with_only_an_upper_end_is_at_least_the_lowest_that_is_allowed()
    {
        var kind = SheetCards.Household("household-gap.json");
        var given = SheetCards.Assume(
            ("price", 300_000), ("discount", 0), ("contribution", 210_000), ("contribution-index", 1), ("lease-room", 20_000), ("old-label", "G"), ("new-label", "A++"));
        WhatIfInputs ranged = new([.. given.Inputs, SheetCards.AtMost("own-means", 10_000)]);

        Assert.Null(kind.Validate(ranged));
        var outcome = kind.Compute(ranged);

        Assert.Equal(new ValueRange(40_000, 50_000), SheetCards.Line(outcome, "gap").Range);
        Assert.Equal(LineState.Valued, SheetCards.Line(outcome, "turn-gap").State);
    }

    [Fact]
    public void Mortgage_room_by_label_and_for_making_it_sustainable_together_leaves_the_gap_unresolved()
    {
        var outcome = SheetCards.Household("household-gap.json").Compute(SheetCards.Assume(
            ("price", 300_000), ("discount", 0), ("contribution", 210_000), ("contribution-index", 1), ("own-means", 10_000), ("lease-room", 20_000), ("old-label", "G"), ("new-label", "A++"),
            ("works-label", "G")));
        var gap = SheetCards.Line(outcome, "gap");

        Assert.Equal((LineState.Unresolved, 40_000m, 20_000m), (gap.State, gap.Figures["reading-1"], gap.Figures["reading-2"]));
        Assert.DoesNotContain(outcome.Findings, finding => finding.Code == "gap");
    }

    [Fact]
    public void A_mortgage_above_the_contribution_is_under_water_with_the_residual_debt_apart()
    {
        var outcome = SheetCards.Household("household-gap.json").Compute(SheetCards.Assume(
            ("price", 300_000), ("discount", 0), ("contribution", 210_000), ("contribution-index", 1), ("own-means", 10_000), ("lease-room", 20_000), ("old-label", "G"), ("new-label", "A++"),
            ("mortgage", 225_000)));

        Assert.Equal((40_000m, 15_000m), (SheetCards.Line(outcome, "gap").Value, SheetCards.Line(outcome, "residual-debt").Value));
        Assert.Contains("€ 15.000", outcome.Findings.Single(finding => finding.Code == "under-water").Message.Nl);
    }

    [Fact]
    public void A_check_without_a_norm_and_a_line_whose_norm_was_not_chosen_are_not_normed()
    {
        var card = SheetCards.Transition().By(json =>
        {
            json["checks"]![0]!["right"] = null;
            json["lines"]![1]!["norm"] = new JsonObject();
        }).Card();

        Assert.Equal((LineState.NotNormed, LineState.NotNormed, 13m), (card.Line("check-too-long").State, card.Line("whole-years").State, card.Line("whole-years").Value));
        Assert.Equal(LineState.NotNormed, card.Line("turn-too-long").State);
        Assert.Equal(["whole-years", "check-too-long", "turn-too-long"], card.Findings.Single(finding => finding.Code == "not-normed").Lines);
    }

    [Fact]
    public void The_turning_point_of_a_check_is_given_for_each_input_and_holds_where_it_says_so()
    {
        var card = SheetCards.Transition(2_000).Card();
        var turns = card.Line("turn-too-long");

        // At 20 years of 3% an investment of 1 is repaid by 0.0672157 a year.
        Assert.Equal((29_754.94m, 2_688.63m), (turns.Figures["turn-investment"], turns.Figures["turn-cash-flow"]));
        Assert.True(turns.Figures["turn-interest"] < 0.01m);
        Assert.False(new SheetCards("transition.json").With(("investment", 29_754.94m), ("cash-flow", 2_000), ("interest", 3)).Card().Finds("too-long"));
        Assert.True(new SheetCards("transition.json").With(("investment", 29_756m), ("cash-flow", 2_000), ("interest", 3)).Card().Finds("too-long"));
        Assert.Equal(11m, turns.Value);
    }

    [Fact]
    public void An_input_that_cannot_turn_a_check_has_no_value_and_is_named()
    {
        var turns = SheetCards.Exploitation().Card().Line("turn-shortfall");

        Assert.DoesNotContain("turn-discount", turns.Figures.Keys);
        Assert.Contains("Geen waarde die mag, verandert dat bij:", turns.Explanation.Nl);
        Assert.Contains("korting voor wie terugkeert", turns.Explanation.Nl[turns.Explanation.Nl.IndexOf("Geen waarde die mag", StringComparison.Ordinal)..]);
        Assert.Contains("keer zoveel woningen 3,57 in plaats van 1,5", turns.Explanation.Nl);
    }

    [Fact]
    public void A_check_that_holds_says_where_it_no_longer_would()
    {
        var turns = SheetCards.ServiceCost(25).Card().Line("turn-above-bill");

        Assert.StartsWith("Blijft de rest gelijk, dan klopt het niet meer bij:", turns.Explanation.Nl);
        Assert.Equal(14.59m, turns.Figures["turn-premium"]);
    }

    [Fact]
    public void The_newest_value_counts_at_the_end_of_the_year_and_yearly_values_in_their_year()
    {
        var cards = new SheetCards("loan-to-value.json").Add("debt", 2019, 180_000).Add("value", 2019, 200_000).Add("value", 2021, 240_000);
        var company = new SheetCards("residents-company.json").Add("own-revenue", 2019, 10).Add("cost", 2019, 10).Add("volunteers", 2020, 40);

        Assert.Equal([2019, 2021], cards.All.Select(card => card.Period.Year));
        Assert.Equal((90.0m, 75.0m), (cards.Card(2019).Line("ratio").Value, cards.Card(2021).Line("ratio").Value));
        Assert.Equal((LineState.Valued, LineState.MissingInput), (company.Card(2019).Line("result").State, company.Card(2020).Line("result").State));
    }

    [Fact]
    public void A_record_that_has_no_place_in_the_rules_is_named_and_does_not_count()
    {
        var card = SheetCards.Transition().With("profit", 3).Add("interest", 2019, 30).Card();

        Assert.Contains("'profit' is geen invoer van deze regels", card.Findings.Single(finding => finding.Code == "input-unknown").Message.Nl);
        Assert.Contains("tussen 0 en 25", card.Findings.Single(finding => finding.Code == "out-of-range").Message.Nl);
        Assert.Equal(13m, card.Line("whole-years").Value);
    }

    [Fact]
    public void The_dataset_that_the_rules_name_first_counts_and_the_difference_is_named()
    {
        var card = new SheetCards("loan-to-value.json").With(("debt", 180_000), ("value", 200_000)).From(SheetCards.Published).With("debt", 150_000).Card();

        Assert.Equal(90.0m, card.Line("ratio").Value);
        Assert.True(card.Finds("source-differs"));
    }

    [Fact]
    public void A_small_count_is_withheld_with_its_results_and_a_published_one_is_shown()
    {
        var rule = new SuppressionRule();
        var small = SheetCards.Survey(12, without: 9).Sample(2020, 10_000, 10_000, 10_000, 10_000, 10_000).Withhold(rule).Card();
        var shown = new SheetCards("survey-budget.json").From(SheetCards.Published).With(("homes", 12), ("homes-without-sample", 9), ("surcharge", 10)).Sample(2020, 10_000).Withhold(rule).Card();

        // Of twelve homes nine have no sample: the three others follow from both.
        Assert.Equal((LineState.Suppressed, LineState.Suppressed, LineState.Valued), (small.Line("budget").State, small.Line("check-stratum-missing").State, small.Line("mean").State));
        Assert.All(small.Lines.Where(line => line.State == LineState.Suppressed), line => Assert.Empty(line.Inputs));
        Assert.False(small.Finds("stratum-missing"));
        Assert.True(small.Finds("suppressed"));
        Assert.Equal((33_000m, true), (shown.Line("budget").Value, shown.Finds("stratum-missing")));
    }

    [Fact]
    public void A_subject_by_rules_of_a_household_reads_no_record_and_says_so()
    {
        var card = new SheetCards("solar-household.json").With(("price", 8_834.20m), ("term", 15)).Card(2016);

        Assert.Equal(["what-if-only"], card.Lines.Select(line => line.Code));
        Assert.Equal(LineState.Unresolved, card.Lines[0].State);
        Assert.True(card.Finds("what-if-only"));
    }

    [Fact]
    public void Inputs_that_are_left_out_of_a_sum_are_named()
    {
        Assert.Contains("sloop per woning", SheetCards.Transition().Card().Findings.Single(finding => finding.Code == "left-out").Message.Nl);
        Assert.DoesNotContain("sloop per woning", SheetCards.Transition(demolition: 10_000).Card().Findings.Single(finding => finding.Code == "left-out").Message.Nl);
    }

    [Theory]
    [InlineData("houses", "1", "Gebruik een van: price, outright, term, saving.")]
    [InlineData("term", "0", "Blijf tussen 1 en 40.")]
    [InlineData("term", "A++", "Blijf tussen 1 en 40.")]
    public void An_input_that_a_household_sheet_has_no_place_for_is_refused_with_a_remedy(string input, string value, string remedy)
    {
        var kind = SheetCards.Household("solar-household.json");
        var problem = kind.Validate(SheetCards.Assume((input, decimal.TryParse(value, out var number) ? number : value)));

        Assert.Equal((input, remedy), (problem?.Value, problem?.Remedy.Nl));
        Assert.Null(kind.Validate(SheetCards.Assume(("term", 15))));
        Assert.Equal("inputs", kind.Validate(SheetCards.Assume(("term", 15), ("term", 16)))?.Field);
        Assert.Contains("A++++ met garantie", SheetCards.Household("household-gap.json").Validate(SheetCards.Assume(("old-label", "H")))?.Remedy.Nl);
    }
}
