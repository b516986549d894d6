using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Statistics;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>
/// The worked examples: the rules of table 3.1 and section 3.4 of Platform31, "Aan de slag in kwetsbare wijken" (2017), on values that are
/// illustrative but for those of the early school leavers.
/// </summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    public void Early_school_leavers_from_a_gap_of_11_2_to_10_2_repay_1500_euros()
    {
        var line = Mortgage.Line(Mortgage.Only("early_school_leavers"), 14.9m, 4.7m);

        Assert.Equal((11.2m, 10.2m, 1.0m), (line.Figures["gap-baseline"], line.Figures["gap"], line.Figures["improvement"]));
        Assert.Equal(1500m, line.Amount);
        Assert.Equal("De achterstand op de stad daalde van 11,2 naar 10,2 procentpunt: 1 stap van 1 procentpunt × € 1.500 = € 1.500.", line.Explanation.Nl);
        Assert.Equal("The gap to the city fell from 11.2 to 10.2 percentage points: 1 step of 1 percentage point × € 1,500 = € 1,500.", line.Explanation.En);
    }

    [Fact]
    public void Social_assistance_from_a_gap_of_6_0_to_5_2_is_eight_steps_and_not_seven()
    {
        var line = Mortgage.Line(Mortgage.Only("social_assistance"), 13.2m, 8.0m);

        Assert.Equal((0.8m, 8m, 6000m), (line.Figures["improvement"], line.Figures["steps"], line.Amount));
        Assert.Equal(7, Math.Floor((6.0 - 5.2) / 0.1)); // What a binary double would have paid.
    }

    [Fact]
    public void A_sports_club_gap_from_20_to_17_repays_3000_euros_though_higher_is_better() =>
        Assert.Equal(3000m, Mortgage.Line(Mortgage.Only("youth_sports_club"), 43, 60).Amount);

    [Fact]
    public void A_gap_in_reports_from_2_0_to_1_5_repays_625_euros() =>
        Assert.Equal(625m, Mortgage.Line(Mortgage.Only("public_space_reports"), 6.5m, 5.0m).Amount);

    [Fact]
    public void A_grade_from_6_2_to_6_5_repays_750_euros_whatever_the_city_does()
    {
        var line = Mortgage.Line(Mortgage.Only("public_space_grade"), 6.5m, 9.9m);

        Assert.Equal(750m, line.Amount);
        Assert.Equal("Het cijfer steeg van 6,2 naar 6,5: 3 stappen van 0,1 punt × € 250 = € 750.", line.Explanation.Nl);
    }

    [Fact]
    public void A_burglary_gap_from_4_to_2_per_thousand_repays_1000_euros() =>
        Assert.Equal(1000m, Mortgage.Line(Mortgage.Only("burglaries"), 7, 5).Amount);

    [Fact]
    public void Care_of_390000_where_the_city_rose_5_percent_repays_9000_euros()
    {
        var line = Mortgage.Line(Mortgage.Only("care_spending"), 390_000, 84_000_000);

        Assert.Equal((5m, 420_000m, 30_000m, 9000m), (line.Figures["city-change-percent"], line.Figures["expected"], line.Figures["saving"], line.Amount));
        Assert.Equal(
            "Bij de nulmeting waren de kosten € 400.000. In de stad stegen ze met 5%; bij dezelfde stijging zou het hier € 420.000 zijn. Het werd € 390.000: € 30.000 minder. 30% × € 30.000 = € 9.000.",
            line.Explanation.Nl);
    }

    [Fact]
    public void The_seven_lines_together_are_21875_euros_with_one_unresolved_and_two_to_be_determined_named()
    {
        var statement = Mortgage.Compute(Mortgage.Contract(), SevenLines())[0];
        var total = statement.Totals.Single(t => t.Code == "indicators");

        Assert.Equal(21_875m, total.Value);
        Assert.Equal(
            [(LineState.ToBeDetermined, "elderly_loneliness,alcohol_drugs_nuisance"), (LineState.Unresolved, "average_income")],
            total.LeavesOut.Select(l => (l.State, string.Join(',', l.Codes))));
    }

    [Fact]
    public void With_income_at_5500_a_step_and_one_step_reached_the_lines_are_27375_euros()
    {
        var contract = Mortgage.Contract(json =>
        {
            var indicators = json["indicators"]!.AsArray();
            var income = Mortgage.Indicator(json, "social_assistance").DeepClone().AsObject();
            (income["code"], income["baseline"], income["cityBaseline"], income["step"], income["amount"]) = ("average_income", 18_500, 24_000, 1000, 5500);
            indicators[indicators.IndexOf(Mortgage.Indicator(json, "average_income"))] = income;
        });
        var observed = SevenLines().Value(Mortgage.Area, 2017, "average_income", 19_500).Value(Mortgage.City, 2017, "average_income", 24_000);

        var statement = Mortgage.Compute(contract, observed)[0];

        Assert.Equal((5500m, 27_375m), (Mortgage.Line(statement, "average_income").Amount, Mortgage.Total(statement, "indicators")));
        Assert.Equal(
            "De achterstand op de stad daalde van € 5.500 naar € 4.500: 1 stap van € 1.000 × € 5.500 = € 5.500.",
            Mortgage.Line(statement, "average_income").Explanation.Nl);
    }

    [Theory]
    [InlineData("once", 6_000)]
    [InlineData("annual", 33_000)]
    public void A_linear_drop_of_0_4_point_a_year_repays_6000_euros_once_and_33000_annually(string basis, int expected)
    {
        var contract = Mortgage.Only("early_school_leavers", i => (i["basis"], i["rounding"]) = (basis, "pro-rata"));
        var observed = new Observed();
        for (var year = 1; year <= 10; year++)
        {
            observed.Value(Mortgage.Area, 2016 + year, "early_school_leavers", 15.9m - (0.4m * year)).Value(Mortgage.City, 2016 + year, "early_school_leavers", 4.7m);
        }

        Assert.Equal(expected, Mortgage.Total(Mortgage.Compute(contract, observed)[^1], "repaid"));
    }

    [Theory]
    [InlineData(2017, "15.5")]
    [InlineData(2021, "13.9")]
    [InlineData(2026, "11.9")]
    public void The_agreed_path_is_a_straight_line_from_15_9_to_11_9(int year, string expected)
    {
        var observed = new Observed().Value(Mortgage.Area, 2026, "early_school_leavers", 12).Value(Mortgage.City, 2026, "early_school_leavers", 4.7m);

        var statement = Mortgage.Compute(Mortgage.Only("early_school_leavers"), observed).Single(s => s.Period.Year == year);

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), statement.Lines[0].Norm);
    }

    [Fact]
    public void Four_percent_relative_differs_from_four_points()
    {
        var line = Mortgage.Compute(
            Mortgage.Only("early_school_leavers", i => i["stepUnit"] = "relative"),
            new Observed().Value(Mortgage.Area, 2026, "early_school_leavers", 14.9m).Value(Mortgage.City, 2026, "early_school_leavers", 4.7m))[^1].Lines[0];

        Assert.Equal(15.264m, line.Norm); // 15.9 - 4 % of 15.9.
        Assert.Equal(8m, line.Figures["steps"]); // The gap fell by 1.0 of 11.2: 8.9 percent, eight whole steps.
        Assert.Contains("8 stappen van 1 procent van de nulmeting", line.Explanation.Nl);
    }

    [Fact]
    public void One_burglary_among_560_inhabitants_is_1_79_per_thousand_and_worth_about_893_euros()
    {
        var line = Mortgage.Line(Mortgage.Only("burglaries"), 7, 5);

        Assert.Equal(1.79m, Math.Round(line.Figures["one-case"], 2));
        Assert.Equal(893m, Math.Round(line.Figures["one-case-amount"]));
    }

    [Fact]
    public void One_of_50_pupils_is_2_points_and_3000_euros_and_the_deviation_is_5_2_points()
    {
        var line = Mortgage.Line(Mortgage.Only("early_school_leavers"), 14.9m, 4.7m);

        Assert.Equal((2m, 3000m, 5.2m), (line.Figures["one-case"], line.Figures["one-case-amount"], Math.Round(line.Figures["deviation"], 1)));
    }

    [Fact]
    public void A_change_counts_as_chance_below_two_deviations()
    {
        var pupils = new SmallPopulation(50, 100);

        Assert.True(pupils.IsWithinChance(15.9m, 11.9m)); // The whole ten-year target.
        Assert.False(pupils.IsWithinChance(15.9m, 5.5m)); // Two deviations are 10.3 points.
        Assert.False(pupils.IsWithinChance(15.9m, 15.9m)); // No change.
        Assert.Null(pupils.ComputeStandardDeviation(101));
    }

    [Fact]
    public void The_ledger_goes_from_200000_to_183000_at_85_percent_of_equal_parts()
    {
        var contract = Mortgage.Only("early_school_leavers", i => i["amount"] = 3000);
        var observed = new Observed().Value(Mortgage.Area, 2017, "early_school_leavers", 14.9m).Value(Mortgage.City, 2017, "early_school_leavers", 4.7m);

        var statement = Assert.Single(Mortgage.Compute(
            contract, observed, [Mortgage.Activity("a", 2017, "neighbourhood_party", 12), Mortgage.Operation("o", 2017, 2000)]));

        Assert.Equal((12_000m, 3_000m, 2_000m), (Mortgage.Total(statement, "activities"), Mortgage.Total(statement, "indicators"), Mortgage.Total(statement, "operation")));
        Assert.Equal((200_000m, 183_000m), (Mortgage.Total(statement, "opening-balance"), Mortgage.Total(statement, "closing-balance")));
        Assert.Equal((20_000m, 85m), (Mortgage.Total(statement, "reference"), Mortgage.Total(statement, "on-track")));
        Assert.Equal((2_000m, 15_000m), (Mortgage.Total(statement, "cash"), Mortgage.Total(statement, "non-cash")));
        Assert.Contains("niet afgesproken", statement.Totals.Single(t => t.Code == "on-track").Label.Nl);
    }

    public static TheoryData<string, LineState, decimal?> Table31 => new()
    {
        { "social_assistance", LineState.Valued, 6000 },
        { "average_income", LineState.Unresolved, null },
        { "care_spending", LineState.Valued, 9000 },
        { "elderly_loneliness", LineState.ToBeDetermined, null },
        { "early_school_leavers", LineState.Valued, 1500 },
        { "youth_sports_club", LineState.Valued, 3000 },
        { "public_space_reports", LineState.Valued, 625 },
        { "public_space_grade", LineState.Valued, 750 },
        { "burglaries", LineState.Valued, 1000 },
        { "alcohol_drugs_nuisance", LineState.ToBeDetermined, null },
    };

    [Theory]
    [MemberData(nameof(Table31))]
    public void Every_row_of_table_3_1_has_its_state_and_amount(string code, LineState state, decimal? amount)
    {
        var line = Mortgage.Line(Mortgage.Compute(Mortgage.Contract(), SevenLines())[0], code);

        Assert.Equal((state, amount), (line.State, line.Amount));
    }

    [Fact]
    public void Table_3_1_is_shown_in_its_own_order() =>
        Assert.Equal(Table31.Select(r => r.Data.Item1), Mortgage.Compute(Mortgage.Contract(), SevenLines())[0].Lines.Take(10).Select(l => l.Code));

    [Fact]
    public void An_unresolved_rule_shows_its_readings()
    {
        var line = Mortgage.Line(Mortgage.Compute(Mortgage.Contract(), SevenLines())[0], "average_income");

        Assert.Contains("'5.5000 euro'", line.Explanation.Nl);
        Assert.Contains("€ 55.000 per stap", line.Explanation.Nl);
    }

    private static Observed SevenLines() => new Observed()
        .Value(Mortgage.Area, 2017, "social_assistance", 13.2m).Value(Mortgage.City, 2017, "social_assistance", 8.0m)
        .Value(Mortgage.Area, 2017, "care_spending", 390_000).Value(Mortgage.City, 2017, "care_spending", 84_000_000)
        .Value(Mortgage.Area, 2017, "early_school_leavers", 14.9m).Value(Mortgage.City, 2017, "early_school_leavers", 4.7m)
        .Value(Mortgage.Area, 2017, "youth_sports_club", 43).Value(Mortgage.City, 2017, "youth_sports_club", 60)
        .Value(Mortgage.Area, 2017, "public_space_reports", 6.5m).Value(Mortgage.City, 2017, "public_space_reports", 5)
        .Value(Mortgage.Area, 2017, "public_space_grade", 6.5m)
        .Value(Mortgage.Area, 2017, "burglaries", 7).Value(Mortgage.City, 2017, "burglaries", 5);
}
