using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Sheet;

/// <summary>The systems whose rules ship, with the numbers that their sources or examples give.</summary>
public sealed class SheetSystemTests
{
    [Theory]
    [InlineData(1.0, 900, 453_384_000, 259_200_000, 144_184_000, 160_204.44)]
    [InlineData(1.2, 1_080, 496_152_000, 313_200_000, 132_952_000, 147_724.44)]
    [InlineData(1.5, 1_350, 560_304_000, 394_200_000, 116_104_000, 129_004.44)]
    public void The_exploitation_of_a_neighbourhood_has_the_table_of_its_example(double density, int homes, int cost, int revenue, int shortfall, double perHome)
    {
        var card = SheetCards.Exploitation((decimal)density).Card();

        Assert.Equal(
            ((decimal?)homes, (decimal?)cost, (decimal?)revenue, (decimal?)shortfall, (decimal?)perHome),
            (card.Line("new-homes").Value, card.Line("cost").Value, card.Line("revenue").Value, card.Line("shortfall").Value, card.Line("shortfall-per-home").Value));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Density_alone_does_not_close_the_gap_at_62_400_an_added_home()
    {
        var card = SheetCards.Exploitation().Card();

        Assert.Equal((62_400m, 1_861m, 3.57m), (card.Line("gain-per-home").Value, card.Line("extra-homes").Value, card.Line("density-needed").Value));
        Assert.Equal(3.57m, card.Line("turn-shortfall").Figures["turn-density"]);
        Assert.Equal("Met 1,5 keer zoveel woningen is er een tekort van € 116.104.000.", card.Line("shortfall").Explanation.Nl);
        Assert.StartsWith("Met 1,5 keer zoveel woningen is er een tekort van € 116.104.000. Dichter bouwen alleen lost dat niet op.", card.Findings.Single(finding => finding.Code == "density-alone").Message.Nl);
        Assert.True(card.Finds("invented-figures") && card.Finds("fewer-alike") && card.Finds("choices"));
        Assert.False(card.Finds("over-density"));
    }

    [Fact]
    public void An_exploitation_without_a_price_has_no_shortfall_and_a_cost_all_the_same()
    {
        var card = SheetCards.Exploitation(1.5m, "price").Card();

        Assert.Equal((LineState.MissingInput, LineState.MissingInput, LineState.Valued), (card.Line("shortfall").State, card.Line("revenue").State, card.Line("cost").State));
        Assert.Equal("Niet aangeleverd: prijs van een nieuwe woning. Dat is iets anders dan nul.", card.Line("shortfall").Explanation.Nl);
        Assert.Equal("Nodig en niet aangeleverd: prijs van een nieuwe woning.", card.Findings.Single(finding => finding.Code == "missing").Message.Nl);
    }

    [Fact]
    public void More_than_the_limit_of_the_municipality_is_over_density_and_a_low_contribution_a_tax_risk()
    {
        var card = SheetCards.Exploitation(1.6m).With("market-value", 230_000).Card();

        Assert.Contains("een standpunt van de gemeente", card.Findings.Single(finding => finding.Code == "over-density").Message.Nl);
        Assert.Equal(["check-tax-risk"], card.Findings.Single(finding => finding.Code == "tax-risk").Lines);
        Assert.Equal(230_000m, card.Line("turn-tax-risk").Figures["turn-contribution"]);
        Assert.Equal(LineState.MissingInput, SheetCards.Exploitation().Card().Line("check-tax-risk").State);
    }

    [Fact]
    public void Without_building_the_revenue_is_the_land()
    {
        var card = new SheetCards("exploitation-land.json").With(
            ("homes", 900), ("density", 1.5m), ("contribution", 210_000), ("contribution-index", 1), ("demolition", 40_000), ("temporary-months", 12), ("temporary-rent", 1_000),
            ("overhead", 8), ("land-price", 50_000), ("subsidies", 50_000_000)).Card();

        // 189,000,000 and 1.08 x 46,800,000 less 1,350 x 50,000 and 50,000,000.
        Assert.Equal((239_544_000m, 67_500_000m, 122_044_000m), (card.Line("cost").Value, card.Line("revenue").Value, card.Line("shortfall").Value));
    }

    [Theory]
    [InlineData("G", "A++", 40_000)]
    [InlineData("G", "A++++ met garantie", 10_000)]
    [InlineData("D", "A++++", 25_000)]
    public void The_gap_of_a_household_is_that_of_the_example(string from, string to, int gap)
    {
        var outcome = SheetCards.Household("household-gap.json").Compute(SheetCards.Assume(
            ("price", 300_000), ("discount", 0), ("contribution", 210_000), ("contribution-index", 1), ("own-means", 10_000), ("lease-room", 20_000), ("old-label", from), ("new-label", to)));

        Assert.Equal((LineState.Valued, (decimal?)gap), (SheetCards.Line(outcome, "gap").State, SheetCards.Line(outcome, "gap").Value));
        Assert.All(outcome.Lines, ExampleKinds.StepsHold);
        Assert.Contains(outcome.Findings, finding => finding.Code == "same-mortgage");
    }

    [Fact]
    public void A_debt_of_90_0_percent_is_105_9_percent_after_a_fall_of_15_percent()
    {
        var card = new SheetCards("loan-to-value.json").With(("debt", 180_000), ("value", 200_000)).Card();

        Assert.Equal((90.0m, 170_000m, 105.9m), (card.Line("ratio").Value, card.Line("value-after").Value, card.Line("ratio-after").Value));
        Assert.Equal("Als de waarde 15% daalt, is de schuld 105,9% van de waarde: hoger dan de waarde.", card.Findings.Single(finding => finding.Code == "under-water-after-fall").Message.Nl);
        Assert.False(card.Finds("under-water"));
        Assert.Equal("Aangenomen en niet aangeleverd: daling van de waarde.", card.Findings.Single(finding => finding.Code == "assumed").Message.Nl);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_flat_of_40_000_is_earned_back_in_12_07_years_with_262_32_open_after_12()
    {
        var card = SheetCards.Transition().Card();

        Assert.Equal((12.07m, 13m, 12m, 262.32m), (card.Line("years").Value, card.Line("whole-years").Value, card.Line("full-years").Value, card.Line("still-open").Value));
        Assert.Contains("binnen de norm (10 tot 20 jaar)", card.Line("whole-years").Explanation.Nl);
        Assert.False(card.Finds("too-long") || card.Finds("outside-norm"));
        Assert.True(card.Finds("levers") && card.Finds("residual-debt"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void With_the_demolition_in_the_sum_a_flat_takes_15_9_years_so_16()
    {
        var card = SheetCards.Transition(demolition: 10_000).Card();

        Assert.Equal((15.9m, 16m), (Math.Round(card.Line("years").Value!.Value, 1), card.Line("whole-years").Value));
    }

    [Fact]
    public void A_cash_flow_of_2_000_takes_31_0_years_and_one_of_1_200_never_repays()
    {
        var (slow, never) = (SheetCards.Transition(2_000).Card(), SheetCards.Transition(1_200).Card());

        Assert.Equal((31.0m, 31m), (Math.Round(slow.Line("years").Value!.Value, 1), slow.Line("whole-years").Value));
        Assert.True(slow.Finds("too-long") && slow.Finds("outside-norm"));
        Assert.Equal(LineState.MissingInput, never.Line("years").State);
        Assert.Contains("de betaling is niet hoger dan de rente", never.Line("years").Explanation.Nl);
        Assert.Contains("years", never.Findings.Single(finding => finding.Code == "infeasible").Lines);
    }

    [Fact]
    public void Buying_up_leaves_40_000_to_60_000_and_the_loan_pays_3_purchases()
    {
        var card = new SheetCards("buy-up.json").With(("purchase", 65_000), ("loan", 200_000), ("homes-per-year", 20)).WithRange("sale", 105_000, 125_000).Card();

        Assert.Equal((new ValueRange(40_000, 60_000), new ValueRange(2_100_000, 2_500_000)), (card.Line("room-for-works").Range, card.Line("yearly").Range));
        Assert.Equal((3m, 1m), (card.Line("purchases-at-once").Value, card.Line("projects-at-once").Value));
        Assert.True(card.Finds("no-profit"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_solar_plan_costs_49_08_a_month_and_400_or_4_7_percent_more_than_outright()
    {
        var kind = SheetCards.Household("solar-household.json");
        var outcome = kind.Compute(SheetCards.Assume(("price", 8_834.20m), ("outright", 8_434.20m), ("term", 15), ("saving", 55)));
        var tooMuch = kind.Compute(SheetCards.Assume(("price", 8_834.20m), ("term", 15), ("saving", 45)));

        Assert.Equal((49.08m, 400m, 4.7m), (SheetCards.Line(outcome, "payment").Value, SheetCards.Line(outcome, "dearer").Value, SheetCards.Line(outcome, "dearer-share").Value));
        Assert.DoesNotContain(outcome.Findings, finding => finding.Code == "payment-above-saving");
        Assert.Contains(tooMuch.Findings, finding => finding.Code == "payment-above-saving");
        Assert.Equal(49.08m, SheetCards.Line(tooMuch, "turn-payment-above-saving").Figures["turn-saving"]);
    }

    [Fact]
    public void The_solar_plan_of_a_region_prefinances_64_047_950()
    {
        var card = new SheetCards("solar-region.json").With(("homes", 7_250), ("price", 8_834.20m), ("term", 15)).Card();

        Assert.Equal((64_047_950m, 49.08m), (card.Line("prefinanced").Value, card.Line("payment").Value));
        Assert.True(card.Finds("debtor-risk"));
    }

    [Theory]
    [InlineData(25, 108.41, 140.41, null)]
    [InlineData(20, 128.85, 160.85, "depends")]
    [InlineData(15, 163.19, 195.19, "above-bill")]
    public void Service_cost_holds_depends_or_fails_against_a_bill_of_150_to_175(int term, double annuity, double contribution, string? finding)
    {
        var card = SheetCards.ServiceCost(term).Card();

        Assert.Equal(((decimal?)annuity, (decimal?)contribution), (card.Line("annuity").Value, card.Line("contribution").Value));
        Assert.Equal(finding is null ? [] : [finding], card.Findings.Select(found => found.Code).Where(code => code is "depends" or "above-bill"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_sample_of_four_homes_gives_a_budget_of_4_400_000_for_400()
    {
        // Of four homes only what a publication printed is shown.
        var card = SheetCards.Survey().From(SheetCards.Published).Sample(2020, 8_000, 9_000, 10_000, 13_000).Card();
        var eight = SheetCards.Survey().Sample(2020, 8_000, 8_000, 9_000, 9_000, 10_000, 10_000, 13_000, 13_000).Card();

        Assert.All(
            new[] { card, eight },
            shown => Assert.Equal((10_000m, 9_500m, 4_400_000m), (shown.Line("mean").Value, shown.Line("median").Value, shown.Line("budget").Value)));
        Assert.Equal(FindingSeverity.Warning, card.Findings.Single(finding => finding.Code == "method-doubted").Severity);
        Assert.Equal(LineState.MissingInput, card.Line("actual").State);
        Assert.False(card.Finds("stratum-missing"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Homes_of_a_sort_without_a_sample_are_not_in_the_budget_and_are_named()
    {
        var card = SheetCards.Survey(400, without: 100).Sample(2020, 10_000, 10_000, 10_000, 10_000, 10_000).Card();

        Assert.Equal(3_300_000m, card.Line("budget").Value);
        Assert.StartsWith("Bij 100 woningen is geen woning van dezelfde soort bekeken", card.Findings.Single(finding => finding.Code == "stratum-missing").Message.Nl);
        Assert.Equal(LineState.MissingInput, new SheetCards("survey-budget.json").With(("homes", 400), ("homes-without-sample", 0)).Sample(2020, 1, 2, 3, 4, 5).Card().Line("budget").State);
    }

    [Fact]
    public void A_residents_company_breaks_even_in_year_3_after_a_loss_of_41_000()
    {
        var cards = new SheetCards("residents-company.json");
        foreach (var (year, own, subsidy) in new[] { (2015, 10_000m, 20_000m), (2016, 28_000m, 20_000m), (2017, 46_000m, 15_000m) })
        {
            cards.Add("own-revenue", year, own).Add("subsidy", year, subsidy).Add("cost", year, 60_000);
        }

        var (second, third) = (cards.Card(2016), cards.Card(2017));

        Assert.Equal((-30_000m, -12_000m, 1_000m), (cards.Card(2015).Line("result").Value, second.Line("result").Value, third.Line("result").Value));
        Assert.Equal((3m, -41_000m, 24.6m), (third.Line("break-even").Value, third.Line("cumulative").Value, third.Line("subsidy-share").Value));
        Assert.Equal((LineState.MissingInput, "Dat is nog in geen enkel jaar zo."), (second.Line("break-even").State, second.Line("break-even").Explanation.Nl));
        Assert.True(second.Finds("loss") && !third.Finds("loss"));
        Assert.All(third.Lines, ExampleKinds.StepsHold);
    }

    [Theory]
    [InlineData(4, LineState.Valued, false)]
    [InlineData(5, LineState.Valued, true)]
    public void Three_years_with_a_loss_are_within_the_reference_and_four_are_not(int firstYear, LineState state, bool isOutside)
    {
        var cards = new SheetCards("residents-company.json");
        for (var year = 1; year <= firstYear; year++)
        {
            cards.Add("own-revenue", 2015 + year, year == firstYear ? 60_000 : 50_000).Add("cost", 2015 + year, 60_000);
        }

        var card = cards.Card(2015 + firstYear);

        Assert.Equal((state, (decimal?)firstYear, isOutside), (card.Line("break-even").State, card.Line("break-even").Value, card.Finds("outside-norm")));
    }

    [Fact]
    public void A_result_that_only_may_be_without_a_loss_makes_the_first_year_depend()
    {
        var card = new SheetCards("residents-company.json").WithRange("own-revenue", 50_000, 70_000).With(("cost", 60_000), ("plan-years", 3)).Card();
        var line = card.Line("break-even");

        Assert.Equal((LineState.Valued, true, 1m), (line.State, line.IsProMemorie, line.Figures["at-least"]));
        Assert.Contains(card.Findings, finding => finding.Code == "depends" && finding.Lines.SequenceEqual(["check-later-than-plan"]));
        Assert.Contains("ten minste 1 jaar", line.Explanation.Nl);
        Assert.False(card.Finds("outside-norm"));
    }

    [Fact]
    public void The_rent_of_Selwerd_is_57_1_percent_of_the_district_budget()
    {
        var card = new SheetCards("residents-company.json").From(SheetCards.Published).With(("rent", 40_000), ("district-budget", 70_000)).Card();

        Assert.Equal(57.1m, card.Line("rent-share").Value);
        Assert.Contains("niet van betaald", card.Findings.Single(finding => finding.Code == "comparison-only").Message.Nl);
        Assert.Equal(LineState.MissingInput, card.Line("result").State);
    }

    [Fact]
    public void Counts_of_residents_companies_are_shown_as_the_source_printed_them()
    {
        var emmen = new SheetCards("residents-company.json").From(SheetCards.Published)
            .With(("organisations", 8), ("firms", 4), ("initiatives", 7), ("volunteers", 40), ("space", 1_000)).Withhold().Card();
        var sought = new SheetCards("residents-company.json").From(SheetCards.Published).With("budget-sought", 100_000).Card();

        Assert.Equal(
            (8m, 4m, 7m, 40m, 1_000m),
            (emmen.Line("organisations").Value, emmen.Line("firms").Value, emmen.Line("initiatives").Value, emmen.Line("volunteers").Value, emmen.Line("space").Value));
        Assert.Equal(100_000m, sought.Line("budget-sought").Value);
        Assert.Equal(["volunteers", "budget-sought"], emmen.Findings.Single(finding => finding.Code == "approximate").Lines);
    }

    [Fact]
    public void The_exposure_of_a_fund_has_a_peak_and_the_year_of_it()
    {
        var cards = new SheetCards("fund-exposure.json").Add("ceiling", 2015, 3_000_000);
        foreach (var (year, advances, rent, repayment) in new[] { (2015, 1_000_000m, 0m, 0m), (2016, 2_500_000m, 40_000m, 60_000m), (2017, 0m, 140_000m, 260_000m) })
        {
            cards.Add("advances", year, advances).Add("ground-rent", year, rent).Add("repayment", year, repayment);
        }

        var card = cards.Card(2017);

        Assert.Equal((3_000_000m, 3_400_000m, 2m, -400_000m), (card.Line("exposure").Value, card.Line("peak").Value, card.Line("peak-year").Value, card.Line("net").Value));
        Assert.True(card.Finds("above-ceiling") && card.Finds("few-homes"));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }
}
