using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <summary>The do-it-yourself homes of Kanaleneiland, by the sample and the rules that ship, with the numbers of their source.</summary>
public sealed class KluswoningenTests
{
    private static readonly Scorecard Last = ProjectCards.GetKluswoningen();

    [Fact]
    public void The_cost_is_at_least_3211500_and_321150_a_home_with_three_unknown_rows()
    {
        Assert.Equal((3_211_500m, 3m, 321_150m), (Last.Line("cost").Value, Last.Line("cost").Figures["unknown-rows"], Last.Line("cost-per-unit").Value));
        Assert.Equal((3_211_500m, true), (Last.Total("cost").Value, Last.Total("cost").IsLowerBound));
        Assert.Equal("De kosten zijn ten minste € 3.211.500; drie posten zijn niet bekend.", Last.Line("cost").Explanation.Nl);
        Assert.Equal("Ten minste € 3.211.500 voor 10 woningen: ten minste € 321.150 per woning.", Last.Line("cost-per-unit").Explanation.Nl);
        Assert.Equal(
            "Dit is er wel, maar het bedrag is niet bekend, zodat de som een ondergrens is: Afbouw in 2020 en 2021 (bewoners); Uren van de gemeente (gemeente); Uren van de provincie (provincie).",
            Last.Findings.Single(finding => finding.Code == "pro-memorie").Message.Nl);
        Assert.All(Last.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Without_the_loan_it_is_2_411_500_and_241_150_a_home() =>
        Assert.Equal((2_411_500m, 241_150m), (Last.Line("without-loans").Value, Last.Line("without-loans-per-unit").Value));

    [Theory]
    [InlineData("residents", 1_600_000, 49.8, 66.3)]
    [InlineData("efu", 800_000, 24.9, null)]
    [InlineData("municipality", 507_000, 15.8, 21.0)]
    [InlineData("province", 214_500, 6.7, 8.9)]
    [InlineData("rvo", 90_000, 2.8, 3.7)]
    public void Each_party_has_its_share_with_and_without_the_loan(string party, int amount, double share, double? withoutLoans)
    {
        var line = Last.Line($"party-{party}");

        Assert.Equal((amount, (decimal)share), (line.Value, line.Figures["share"]));
        Assert.Equal((decimal?)withoutLoans, line.Figures.TryGetValue("share-without-loans", out var rest) ? rest : null);
    }

    [Theory]
    [InlineData("offer", 55_000, 87_500, 59.1)]
    [InlineData("with-completion", 55_000, 108_400, 97.1)]
    [InlineData("with-purchase", 137_500, 321_150, 133.6)]
    [InlineData("with-purchase-without-loans", 137_500, 241_150, 75.4)]
    public void Each_base_has_an_overrun_of_its_own(string code, int budget, int compared, double overrun)
    {
        var line = Last.Line($"overrun-{code}");

        Assert.Equal((budget, compared, (decimal)overrun), (line.Figures["base-per-unit"], line.Figures["compared-per-unit"], line.Value));
        Assert.Equal(code.StartsWith("with-purchase", StringComparison.Ordinal), line.Uncertainty is not null);
    }

    [Fact]
    public void The_offer_is_explained_per_home() => Assert.Equal(
        "€ 87.500 per woning, waar € 55.000 per woning was begroot: 59,1% meer.", Last.Line("overrun-offer").Explanation.Nl);

    [Fact]
    public void Temporary_homes_cost_4_500_in_each_month_of_delay_and_270_000_in_60_months()
    {
        var line = Last.Line("delay-cost");

        Assert.Equal((270_000m, 4_500m, 60m), (line.Value, line.Figures["per-month"], line.Figures["months"]));
        Assert.Equal(["delay-cost"], Last.Findings.Single(finding => finding.Code == "counted-once").Lines);
        Assert.Equal(270_000m, Last.Line("cost").Inputs.Single(input => input.Key.EndsWith("temporary-homes 2021-06-30", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void It_is_1370_to_1431_days_late_and_takes_over_eleven_times_the_planned_131_days()
    {
        var (end, factor) = (Last.Line("milestone-end"), Last.Line("slip-factor"));

        Assert.Equal((null, 1_370m, 1_431m), (end.Value, end.Range!.Low, end.Range.High));
        Assert.Equal((null, 11.46m, 11.92m), (factor.Value, factor.Range!.Low, factor.Range.High));
        Assert.Equal((1_501m, 1_562m, 131m), (Last.Line("duration").Range!.Low, Last.Line("duration").Range!.High, Last.Line("duration").Figures["planned-days"]));
        Assert.Equal(
            "Gereed gepland op 30 september 2017, nu verwacht tussen 1 juli en 31 augustus 2021: 1.370 tot 1.431 dagen later. In de bron: \"midden in de zomer van 2021\".",
            end.Explanation.Nl);
        Assert.Equal("Het duurt 11,46 tot 11,92 keer zo lang als de eerste planning van 131 dagen.", factor.Explanation.Nl);
    }

    [Fact]
    public void Its_sentence_has_its_delay_and_cost() => Assert.Equal(
        "Gereed gepland op 30 september 2017, nu verwacht tussen 1 juli en 31 augustus 2021: 1.370 tot 1.431 dagen later. In de bron: \"midden in de zomer van 2021\". De kosten zijn ten minste € 3.211.500; drie posten zijn niet bekend.",
        Last.Findings.Single(finding => finding.Code == "summary").Message.Nl);

    [Fact]
    public void An_end_on_31_July_2021_would_be_1400_days_late_after_1531_days()
    {
        var card = new ProjectCards("kluswoningen.json").Subject().Milestone("start", "actual", "2017-05-22").Milestone("end", "baseline", "2017-09-30", recorded: "2017-09-18")
            .Milestone("end", "actual", "2021-07-31").Card();

        Assert.Equal((1_400m, 1_531m, 11.69m), (card.Line("milestone-end").Value, card.Line("duration").Value, card.Line("slip-factor").Value));
    }

    [Fact]
    public void From_sale_to_start_it_was_725_days_and_from_start_to_bankruptcy_1_024()
    {
        Assert.Equal((725m, 1_024m), (Last.Line("span-sale-to-start").Value, Last.Line("span-start-to-bankruptcy").Value));
        Assert.All(new[] { "milestone-sale", "milestone-start", "milestone-bankruptcy" }, code => Assert.Equal((LineState.NotNormed, null), (Last.Line(code).State, Last.Line(code).Value)));
        Assert.Equal("Verkoop: op 28 mei 2015. Er is geen planning vastgelegd; daarom is er geen uitloop.", Last.Line("milestone-sale").Explanation.Nl);
    }

    [Fact]
    public void Two_agreed_dates_passed_and_the_plan_was_changed_once()
    {
        Assert.Equal((2m, 1m), (Last.Line("deadlines-missed").Value, Last.Line("replans").Value));
        Assert.Equal("Deze afgesproken data gingen voorbij: Gereed (twee keer).", Last.Findings.Single(finding => finding.Code == "deadline-missed").Message.Nl);
        Assert.Equal((1m, 0m), (ProjectCards.GetKluswoningen(2018).Line("deadlines-missed").Value, ProjectCards.GetKluswoningen(2018).Line("replans").Value));
    }

    [Fact]
    public void The_credits_were_overdue_in_2019()
    {
        var card = ProjectCards.GetKluswoningen(2019);

        Assert.Equal((800_000m, 800_000m), (card.Line("exposure").Value, card.Line("overdue").Value));
        Assert.Equal("Over de datum en niet terugbetaald: Overbruggingskrediet, twee keer (EFU): € 800.000, sinds 31 december 2018.", card.Findings.Single(finding => finding.Code == "overdue").Message.Nl);
        Assert.Equal((0m, false), (ProjectCards.GetKluswoningen(2018).Line("overdue").Value, ProjectCards.GetKluswoningen(2018).Finds("overdue")));
    }

    [Fact]
    public void The_reported_90_percent_was_not_verified()
    {
        Assert.Equal(90m, Last.Line("reported-progress").Value);
        Assert.StartsWith("Niets is nagegaan", Last.Findings.Single(finding => finding.Code == "progress-unverified").Message.Nl, StringComparison.Ordinal);
        Assert.Equal(LineState.MissingInput, Last.Line("progress-difference").State);
    }

    [Fact]
    public void No_moment_to_stop_was_agreed_and_conditions_have_no_day()
    {
        Assert.True(Last.Finds("no-stop-rule"));
        Assert.False(Last.Finds("stop-rule"));
        Assert.Equal((0m, 2m, LineState.NotNormed), (Last.Line("conditions").Value, Last.Line("conditions").Figures["total"], Last.Line("conditions-late").State));
    }

    [Theory]
    [InlineData("de bron noemt € 292.500 (Ecorys 2021, 2.2-2.4), de rijen zijn samen € 282.500. Dat scheelt € 10.000, € 1.000 per woning. De rijen tellen.")]
    [InlineData("de bron noemt € 875.000 (Ecorys 2021, 2.2-2.4), de rijen zijn samen € 1.057.500. Dat scheelt € 182.500, € 18.250 per woning. De rijen tellen.")]
    [InlineData("netto ongeveer 60.000 (87.500 − 10.250 − 9.000 − 9.000 = 59.250). De 775.000 is 10 × (87.500 − 10.000). Dit is waarschijnlijk dubbel geteld.")]
    [InlineData("een subsidie van de provincie van 10.000 per woning; in de rijen is dat 9.000. De 10.250 is van de gemeente.")]
    [InlineData("9 woningen, de rest van de bron over 10")]
    [InlineData("van 2017, en volgens de tabel en 3.5 van 2018")]
    [InlineData("24 juli 2017 en op 31 oktober 2017")]
    public void Where_the_source_contradicts_itself_both_are_named_and_nothing_is_corrected(string words) =>
        Assert.Single(Last.Findings, finding => finding is { Code: "source-differs", Severity: FindingSeverity.Warning } && finding.Message.Nl.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void The_rows_count_where_the_text_says_something_else()
    {
        decimal Get(string row) => Last.Line("cost").Inputs.Single(input => input.Key.Contains($" {row} ", StringComparison.Ordinal)).Value!.Value;

        Assert.Equal(282_500m, Get("nom-rule") + Get("nom-grant") + Get("national-scheme"));
        Assert.Equal(775_000m, Get("nom-renovation"));
    }

    [Theory]
    [InlineData("baseline-source", "12 dagen daarvoor genomen")]
    [InlineData("in-no-row", "150.000 begroot voor 30 woningen (10 in 2015, 20 in 2016: 5.000 per woning) en 40.000 voor begeleiding")]
    [InlineData("known-gap", "15.000 per woning bekend: nodig was 70.000, en er was 55.000")]
    [InlineData("own-hours", "eigen uren van bewoners")]
    public void Gaps_of_the_rows_are_findings(string finding, string words) =>
        Assert.Contains(words, Last.Findings.Single(found => found.Code == finding).Message.Nl, StringComparison.Ordinal);

    [Fact]
    public void The_coverage_of_the_example_is_75_500_short_and_20_1_points_are_not_verified()
    {
        var card = new ProjectCards("kluswoningen.json").Subject().Position("2020-12-31", 60_000, 104_500, 240_000, 90)
            .Work("accepted", 612_000, "accepted", paid: true).Work("rest", 263_000, "tendered").Card();

        Assert.Equal((75_500m, 69.9m, 20.1m), (card.Line("coverage-gap").Value, card.Line("verified-progress").Value, card.Line("progress-difference").Value));
        Assert.Equal((612_000m, 875_000m, LineState.NotNormed), (card.Line("verified-progress").Figures["accepted"], card.Line("verified-progress").Figures["total"], card.Line("progress-difference").State));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Fact]
    public void Each_year_counts_what_was_recorded_by_then()
    {
        Assert.Equal([2015, 2016, 2017, 2018, 2019, 2020, 2021], ProjectCards.Kluswoningen.Select(card => card.Period.Year));
        Assert.Equal((825_000m, null), (ProjectCards.GetKluswoningen(2015).Line("cost").Value, ProjectCards.GetKluswoningen(2015).Total("cost").IsLowerBound));
        Assert.Equal("Kluswoningen Kanaleneiland: stand op 30 juni 2021.", Last.Findings.Single(finding => finding.Code == "as-of").Message.Nl);
    }
}
