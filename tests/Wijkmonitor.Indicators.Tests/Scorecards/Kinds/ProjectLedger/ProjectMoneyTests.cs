using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>Contributions, bases and loans.</summary>
public sealed class ProjectMoneyTests
{
    private static ProjectCards Bridged(int correction, int repaid) => Funded.Funding("bridge", 800_000, "fund", "loan", drawn: "2018-06-30", due: "2018-09-01", repaid: repaid)
        .Funding("less", correction, "fund", "loan", corrects: "bridge");

    private static ProjectCards Funded => new ProjectCards().Subject().Funding("own", 480_000).Funding("grant", 400_000, "municipality", "grant");

    [Fact]
    public void A_loan_is_no_cost_where_the_rules_do_not_say_so_and_a_share_all_the_same()
    {
        var card = Funded.Funding("bridge", 120_000, "fund", "loan").Card();

        Assert.Equal((880_000m, 88_000m), (card.Line("cost").Value, card.Line("cost-per-unit").Value));
        Assert.Equal((12.0m, false), (card.Line("party-fund").Figures["share"], card.Line("party-fund").Figures.ContainsKey("share-without-loans")));
        Assert.Equal((48.0m, 54.5m), (card.Line("party-owners").Figures["share"], card.Line("party-owners").Figures["share-without-loans"]));
        Assert.DoesNotContain(card.Lines, line => line.Code == "without-loans");
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void A_repaid_loan_leaves_the_shares_and_the_exposure()
    {
        var card = Funded.Funding("bridge", 120_000, "fund", "loan", drawn: "2018-03-01", due: "2018-09-01", repaid: 120_000).Card();

        Assert.Equal((0m, 0m, 0m), (card.Line("party-fund").Value, card.Line("exposure").Value, card.Line("overdue").Value));
        Assert.Equal(54.5m, card.Line("party-owners").Figures["share"]);
        Assert.False(card.Finds("overdue"));
    }

    [Fact]
    public void A_part_of_a_loan_that_is_not_repaid_is_out_and_past_its_date()
    {
        var card = Funded.Funding("bridge", 120_000, "fund", "loan", drawn: "2018-03-01", due: "2018-09-01", repaid: 20_000).Card();

        Assert.Equal((100_000m, 120_000m, 20_000m), (card.Line("exposure").Value, card.Line("exposure").Figures["drawn"], card.Line("exposure").Figures["repaid"]));
        Assert.Equal("Opgenomen € 120.000, terugbetaald € 20.000: er staat € 100.000 uit.", card.Line("exposure").Explanation.Nl);
        Assert.Contains("€ 100.000, sinds 1 september 2018", card.Findings.Single(finding => finding.Code == "overdue").Message.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "2018-09-01")]
    [InlineData("2019-03-01", "2018-09-01")]
    [InlineData("2018-03-01", null)]
    [InlineData("2018-03-01", "2018-12-31")]
    public void A_loan_that_is_not_drawn_or_not_due_is_not_overdue(string? drawn, string? due) =>
        Assert.Equal(0m, Funded.Funding("bridge", 120_000, "fund", "loan", drawn: drawn, due: due).Card().Line("overdue").Value);

    [Fact]
    public void Unknown_amounts_make_sums_shares_and_overruns_lower_bounds()
    {
        var card = Funded.Funding("hours", null, "municipality", "in-kind", pm: true, note: "Uren").Budget("works", 80_000).Budget("guidance", 0, "project").Card();

        Assert.Equal((880_000m, true), (card.Line("cost").Value, card.Total("cost").IsLowerBound));
        Assert.Equal(10.0m, card.Line("overrun-gross").Value);
        Assert.All(new[] { "cost", "cost-per-unit", "party-municipality", "overrun-gross" }, code => Assert.NotNull(card.Line(code).Uncertainty));
        Assert.Null(card.Line("party-owners").Uncertainty);
        Assert.Equal("Ten minste € 88.000 per woning, waar € 80.000 per woning was begroot: ten minste 10,0% meer.", card.Line("overrun-gross").Explanation.Nl);
        Assert.Equal(["cost", "cost-per-unit", "party-municipality", "overrun-gross", "overrun-net-of-grants"], card.Findings.Single(finding => finding.Code == "pro-memorie").Lines);
    }

    [Fact]
    public void A_party_with_unknown_amounts_only_is_pro_memorie_and_not_zero()
    {
        var line = Funded.Funding("hours", null, "fund", "in-kind", pm: true).Card().Line("party-fund");

        Assert.Equal((true, null, LineState.Valued), (line.IsProMemorie, line.Value, line.State));
    }

    [Fact]
    public void Without_contributions_nothing_is_zero() =>
        Assert.All(new[] { "cost", "cost-per-unit", "exposure", "overdue" }, code => Assert.Equal((LineState.MissingInput, null), (new ProjectCards().Subject().Card().Line(code).State, new ProjectCards().Subject().Card().Line(code).Value)));

    [Fact]
    public void A_correction_below_zero_names_its_row_and_counts_for_that_party()
    {
        var card = Funded.Funding("less", -100_000, "owners", "own", corrects: "grant").Card();

        Assert.Equal((780_000m, 300_000m, 480_000m), (card.Line("cost").Value, card.Line("party-municipality").Value, card.Line("party-owners").Value));
        Assert.DoesNotContain(card.Findings, finding => finding.Code is "negative-row" or "corrects-unknown" or "corrects-too-much");
    }

    [Fact]
    public void A_correction_of_a_loan_is_drawn_and_due_with_the_loan()
    {
        var card = Bridged(-300_000, repaid: 0).Card();

        Assert.Equal((500_000m, 500_000m, 500_000m), (card.Line("party-fund").Value, card.Line("exposure").Value, card.Line("overdue").Value));
        Assert.EndsWith("bridge (leenfonds): € 500.000, sinds 1 september 2018.", card.Findings.Single(finding => finding.Code == "overdue").Message.Nl, StringComparison.Ordinal);
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Theory]
    [InlineData(-800_000, 0)]
    [InlineData(-300_000, 500_000)]
    public void A_loan_that_is_corrected_to_zero_is_repaid(int correction, int repaid)
    {
        var card = Bridged(correction, repaid).Card();

        Assert.Equal((0m, 0m, false), (card.Line("exposure").Value, card.Line("overdue").Value, card.Finds("overdue")));
        Assert.True(card.Deadlines!.Single(deadline => deadline.Code == "loan-bridge").IsMet);
    }

    [Fact]
    public void A_party_that_the_rules_do_not_have_counts_and_is_not_shown()
    {
        var card = Funded.Funding("own-7", 77_500, "bewoner-7").Funding("loan-7", 10_000, "bewoner-7", "loan", drawn: "2018-03-01", due: "2018-09-01")
            .Funding("hours-7", null, "bewoner-7", "in-kind", pm: true).Card();
        var texts = card.Lines.SelectMany(line => new[] { line.Code, line.Label.Nl, line.Explanation.Nl }).Concat(card.Findings.Select(finding => finding.Message.Nl))
            .Concat(card.Deadlines!.Select(deadline => deadline.Label.Nl));

        Assert.Equal((957_500m, 3), (card.Line("cost").Value, card.Findings.Count(finding => finding.Code == "party-unknown")));
        Assert.All(texts, text => Assert.DoesNotContain("bewoner-7", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_does_not_count_keeps_no_row_of_another_dataset_out()
    {
        var card = Funded.Funding("more", -5).Publish().Funding("more", 20_000).Card();

        Assert.Equal((900_000m, true), (card.Line("cost").Value, card.Finds("source-differs")));
    }

    [Theory]
    [InlineData("negative-row", null, -100)]
    [InlineData("corrects-unknown", "nothing", -100)]
    [InlineData("corrects-unknown", "hours", -100)]
    [InlineData("corrects-unknown", "grant", null)]
    [InlineData("corrects-too-much", "grant", -400_001)]
    public void A_row_below_zero_that_corrects_nothing_does_not_count_and_is_named(string finding, string? corrects, int? amount)
    {
        var card = Funded.Funding("hours", null, "municipality", "in-kind", pm: true).Funding("less", amount, corrects: corrects).Card();

        Assert.Equal(880_000m, card.Line("cost").Value);
        Assert.StartsWith("Regel 2 van levering notes: ", card.Findings.Single(found => found.Code == finding).Message.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount-missing", null, false)]
    [InlineData("amount-missing", null, null)]
    [InlineData("amount-of-unknown", 100, true)]
    public void A_row_that_does_not_say_whether_it_is_known_counts_as_not_known(string finding, int? amount, bool? pm)
    {
        var card = Funded.Funding("more", amount, pm: pm).Card();

        Assert.Equal((880_000m, true, true), (card.Line("cost").Value, card.Total("cost").IsLowerBound, card.Finds(finding)));
    }

    [Theory]
    [InlineData("loan", 120_001)]
    [InlineData("own", 1)]
    public void More_repaid_than_there_was_is_named_and_no_contribution_goes_below_zero(string kind, int repaid)
    {
        var card = Funded.Funding("bridge", 120_000, "fund", kind, repaid: repaid).Card();

        Assert.True(card.Finds("repaid-too-much"));
        Assert.Equal(kind == "loan" ? 0m : 120_000m, card.Line("party-fund").Value);
    }

    [Fact]
    public void The_last_version_of_a_row_counts_from_the_day_it_was_recorded()
    {
        var cards = Funded.Funding("grant", 500_000, "municipality", "grant", recorded: "2019-06-30");

        Assert.Equal((880_000m, 980_000m), (cards.Card(2018).Line("cost").Value, cards.Card(2019).Line("cost").Value));
    }

    [Fact]
    public void A_base_without_an_amount_is_not_normed_and_names_its_rows()
    {
        var card = Funded.Budget("works", 80_000).Budget("guidance", null, "project").Card();

        Assert.Equal((LineState.NotNormed, "Hiervoor is geen bedrag vastgelegd: guidance."), (card.Line("overrun-gross").State, card.Line("overrun-gross").Explanation.Nl));
        Assert.Equal((LineState.Valued, LineState.MissingInput), (card.Line("overrun-net-of-grants").State, card.Line("overrun-offer").State));
    }

    [Fact]
    public void Each_base_leaves_out_what_its_rules_say()
    {
        var card = Funded.Budget("works", 20_000).Budget("guidance", 75_000, "project").Budget("offer", 21_875, kind: "offer").Card();

        Assert.Equal((220.0m, 140.0m, 9.4m), (card.Line("overrun-gross").Value, card.Line("overrun-net-of-grants").Value, card.Line("overrun-offer").Value));
        Assert.Equal((275_000m, 880_000m), (card.Line("overrun-gross").Figures["base"], card.Line("overrun-gross").Figures["compared"]));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void The_first_budget_stays_the_yardstick_and_the_last_offer_counts()
    {
        var card = Funded.Budget("works", 20_000).Budget("works", 25_000, recorded: "2018-06-30").Budget("offer", 21_000, kind: "offer")
            .Budget("offer", 22_000, kind: "estimate-to-complete", recorded: "2018-06-30").Card();

        Assert.Equal((10.0m, 1m), (card.Line("overrun-offer").Value, card.Line("overrun-offer").Figures["revisions"]));
    }

    [Fact]
    public void Less_than_the_budget_is_less() => Assert.Equal(
        "€ 18.000 per woning, waar € 20.000 per woning was begroot: 10,0% minder.", Funded.Budget("works", 20_000).Budget("offer", 18_000, kind: "offer").Card().Line("overrun-offer").Explanation.Nl);

    [Fact]
    public void A_sum_that_the_source_states_otherwise_is_named_and_the_rows_count()
    {
        var card = Funded.Card();

        Assert.Equal(
            "Subsidies samen: de bron noemt € 410.000 (Voorbeeld), de rijen zijn samen € 400.000. Dat scheelt € 10.000, € 1.000 per woning. De rijen tellen.",
            card.Findings.Single(finding => finding.Code == "source-differs").Message.Nl);
        Assert.False(Funded.By(json => json["statedSums"]!.AsArray()[0]!["amount"] = 400_000).Card().Finds("source-differs"));
        Assert.False(Funded.By(json => json["statedSums"]!.AsArray()[0]!["rows"] = new JsonArray("grant", "other")).Card().Finds("source-differs"));
    }

    [Fact]
    public void Two_ways_to_write_one_amount_do_not_differ()
    {
        var cards = new ProjectCards().By(json => json["statedSums"] = new JsonArray()).Subject().Funding("own", 480_000, repaid: 5);

        Assert.False(cards.Publish().Funding("own", 480_000.00m, repaid: 5.0m).Card().Finds("source-differs"));
        Assert.True(new ProjectCards().By(json => json["statedSums"] = new JsonArray()).Subject().Funding("own", 480_000)
            .Publish().Funding("own", 480_000.01m).Card().Finds("source-differs"));
    }

    [Fact]
    public void Amounts_of_two_datasets_that_differ_are_named_with_the_difference()
    {
        var card = Funded.Publish().Funding("own", 500_000).Card();

        Assert.Equal(880_000m, card.Line("cost").Value);
        Assert.Contains(card.Findings, finding => finding.Code == "source-differs" && finding.Message.Nl.Contains("(kolom 'amount')", StringComparison.Ordinal) && finding.Message.Nl.Contains("Verschil: 20.000.", StringComparison.Ordinal));
    }
}
