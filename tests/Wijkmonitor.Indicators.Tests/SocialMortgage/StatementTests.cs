using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

public sealed class StatementTests
{
    private const string Leavers = "early_school_leavers";

    // The gap is 11.2 at the baseline; a year's improvement of n points makes the value 15.9 - n.
    [Theory]
    [InlineData("once", "floor-at-zero", new[] { 2, 1, -1, 3 }, new[] { 3000, 0, 0, 1500 })]
    [InlineData("once", "claw-back", new[] { 2, 1, -1, 3 }, new[] { 3000, -1500, -1500, 4500 })]
    [InlineData("once", "negative", new[] { 2, 1, -1, 3 }, new[] { 3000, -1500, -3000, 6000 })]
    [InlineData("annual", "floor-at-zero", new[] { 2, 1, -1, 3 }, new[] { 3000, 1500, 0, 4500 })]
    [InlineData("annual", "claw-back", new[] { 2, 1, -4, 3 }, new[] { 3000, 1500, -4500, 4500 })]
    [InlineData("annual", "negative", new[] { 2, 1, -4, 3 }, new[] { 3000, 1500, -6000, 4500 })]
    public void Basis_and_worsening_determine_the_credit_of_each_year(string basis, string worsening, int[] improvements, int[] credits)
    {
        var contract = Mortgage.Only(Leavers, i => (i["basis"], i["worsening"]) = (basis, worsening));

        Assert.Equal(credits.Select(c => (decimal?)c), Compute(contract, improvements).Select(s => s.Lines[0].Amount));
    }

    [Theory]
    [InlineData("whole-steps", "0.9", 0)]
    [InlineData("pro-rata", "0.9", 1350)]
    [InlineData("whole-steps", "1.9", 1500)]
    [InlineData("whole-steps", "-1.9", -1500)]
    [InlineData("pro-rata", "-1.9", -2850)]
    public void Part_of_a_step_counts_only_pro_rata(string rounding, string improvement, int expected)
    {
        var contract = Mortgage.Only(Leavers, i => (i["rounding"], i["worsening"]) = (rounding, "negative"));

        Assert.Equal(expected, Mortgage.Line(contract, 15.9m - decimal.Parse(improvement, System.Globalization.CultureInfo.InvariantCulture), 4.7m).Amount);
    }

    [Theory]
    [InlineData("counts", 12)]
    [InlineData("capped-at-city", 11)]
    public void Improvement_beyond_the_city_counts_only_when_agreed(string overshoot, int steps)
    {
        var line = Mortgage.Line(Mortgage.Only(Leavers, i => i["overshoot"] = overshoot), 3.9m, 4.7m);

        Assert.Equal((-0.8m, steps * 1500m), (line.Figures["gap"], line.Amount));
        Assert.Equal(overshoot == "capped-at-city", line.Explanation.Nl.Contains("voorbij de stad telt niet mee", StringComparison.Ordinal));
    }

    [Fact]
    public void A_neighbourhood_better_than_the_city_from_the_start_earns_nothing_when_capped_at_the_city() =>
        Assert.Equal(0m, Mortgage.Line(Mortgage.Only(Leavers, i => (i["overshoot"], i["baseline"]) = ("capped-at-city", 3.7m)), 1.7m, 4.7m).Amount);

    [Fact]
    public void A_worsening_without_deduction_is_explained()
    {
        var line = Mortgage.Line(Mortgage.Only(Leavers), 17.9m, 4.7m);

        Assert.Equal(0m, line.Amount);
        Assert.Equal(
            "De achterstand op de stad steeg van 11,2 naar 13,2 procentpunt. Dat is een verslechtering van 2 stappen van 1 procentpunt. Een verslechtering wordt niet afgetrokken. Dit jaar wordt niets bijgeschreven.",
            line.Explanation.Nl);
    }

    [Fact]
    public void A_yearly_cap_leaves_the_remainder_open_under_once()
    {
        var contract = Mortgage.Only(Leavers, i => i["cap"] = new JsonObject { ["perYear"] = 2000, ["term"] = 5000 });

        Assert.Equal([2000m, 2000m, 1000m, 0m], Compute(contract, [4, 4, 4, 4]).Select(s => s.Lines[0].Amount));
        Assert.Contains("maximum is bereikt", Compute(contract, [4])[0].Lines[0].Explanation.Nl);
    }

    [Fact]
    public void The_cap_of_a_channel_holds_and_is_reported()
    {
        var contract = Mortgage.Contract(json => json["caps"] = new JsonObject { ["activities"] = new JsonObject { ["perYear"] = 1500 } });

        var statement = Mortgage.Compute(contract, new Observed(), [Mortgage.Activity("a", 2017, "neighbourhood_party", 2)])[0];

        Assert.Equal((1500m, 198_500m), (Mortgage.Total(statement, "activities"), Mortgage.Total(statement, "closing-balance")));
        Assert.Contains("€ 500", Finding(statement, "cap-reached").Message.Nl);
    }

    [Fact]
    public void Interest_is_counted_over_the_opening_balance()
    {
        var statements = Mortgage.Compute(
            Mortgage.Contract(json => json["interestPercent"] = 2), new Observed(), [Mortgage.Operation("a", 2017, 4000), Mortgage.Operation("b", 2018, 1000)]);

        Assert.Equal([(200_000m, 4000m, 200_000m), (200_000m, 4000m, 203_000m)], statements.Select(s =>
            (Mortgage.Total(s, "opening-balance")!.Value, Mortgage.Total(s, "interest")!.Value, Mortgage.Total(s, "closing-balance")!.Value)));
    }

    [Fact]
    public void There_is_a_statement_for_every_year_through_the_last_with_figures()
    {
        var contract = Mortgage.Contract();

        Assert.Empty(Mortgage.Compute(contract, new Observed().Value(Mortgage.Area, 2016, Leavers, 15.9m).Value(Mortgage.City, 2020, Leavers, 4.7m)));
        Assert.Equal([2017, 2018, 2019], Mortgage.Compute(contract, new Observed().Value(Mortgage.Area, 2019, Leavers, 14.9m).Value(Mortgage.Area, 2030, Leavers, 1)).Select(s => s.Period.Year));
    }

    [Fact]
    public void A_missing_figure_is_named_in_every_total_that_lacks_it()
    {
        var statements = Mortgage.Compute(Mortgage.Only(Leavers), new Observed()
            .Value(Mortgage.Area, 2017, Leavers, 14.9m)
            .Value(Mortgage.Area, 2018, Leavers, 14.9m).Value(Mortgage.City, 2018, Leavers, 4.7m));

        Assert.Equal((LineState.MissingInput, null), (statements[0].Lines[0].State, statements[0].Lines[0].Amount));
        Assert.Equal("Het cijfer van de stad over 2017 ontbreekt. Er wordt nu niets bijgeschreven.", statements[0].Lines[0].Explanation.Nl);
        Assert.Equal([Leavers], Finding(statements[0], "missing").Lines);
        Assert.Empty(statements[1].Totals.Single(t => t.Code == "indicators").LeavesOut);
        Assert.Equal(LineState.MissingInput, Assert.Single(statements[1].Totals.Single(t => t.Code == "closing-balance").LeavesOut).State);
    }

    [Fact]
    public void A_suppressed_figure_is_a_state_of_its_own()
    {
        var statement = Mortgage.Compute(Mortgage.Only(Leavers), new Observed().Without(Mortgage.Area, 2017, Leavers, ObservedState.Suppressed).Value(Mortgage.City, 2017, Leavers, 4.7m))[0];

        Assert.Equal((LineState.Suppressed, null), (statement.Lines[0].State, statement.Lines[0].Amount));
        Assert.Equal([Leavers], Finding(statement, "suppressed").Lines);
    }

    [Fact]
    public void Findings_explain_a_figure_without_changing_an_amount()
    {
        var observed = new Observed()
            .Value(Mortgage.Area, 2016, Leavers, 16.1m, boundaryYear: 2016)
            .Value(Mortgage.Area, 2017, Leavers, 14.9m, boundaryYear: 2017, provisional: true).Value(Mortgage.City, 2017, Leavers, 4.7m, boundaryYear: 2017);

        var statement = Mortgage.Compute(Mortgage.Only(Leavers), observed)[0];

        Assert.Equal((1500m, 15.9m), (statement.Lines[0].Amount, statement.Lines[0].Baseline));
        Assert.Equal(["baseline-differs", "boundary-change", "within-chance", "provisional", "behind-reference", "off-track"], statement.Findings.Select(f => f.Code));
        Assert.All(statement.Findings.Take(4), f => Assert.Equal([Leavers], f.Lines));
    }

    [Fact]
    public void Unconfirmed_activities_are_pending_and_named()
    {
        var statement = Mortgage.Compute(Mortgage.Contract(), new Observed(), [Mortgage.Activity("yes", 2017, "walk_in", 3), Mortgage.Activity("not-yet", 2017, "walk_in", 2, confirmedBy: null)])[0];

        var line = Mortgage.Line(statement, "activities/walk_in");
        Assert.Equal((150m, 3m, 100m), (line.Amount, line.Value, Mortgage.Total(statement, "pending")));
        Assert.Equal("3 keer × € 50 = € 150. Nog te bevestigen: 2 keer, € 100.", line.Explanation.Nl);
        Assert.Equal(["pending-entry", "entry", "amount"], line.Inputs.Select(i => i.Role));
        Assert.Contains("not-yet", Finding(statement, "pending-activities").Message.Nl);
        Assert.Equal(["activities/walk_in"], Finding(statement, "pending-activities").Lines);
    }

    [Fact]
    public void Invalid_entries_are_named_and_not_credited()
    {
        LedgerEntry[] entries =
        [
            Mortgage.Operation("o", 2017, 100),
            Mortgage.Operation("o", 2017, 100),
            Mortgage.Activity("early", 2016, "walk_in", 1),
            Mortgage.Activity("unknown", 2017, "concert", 1),
            Mortgage.Activity("other", 2017, "walk_in", 1, contract: "elders"),
        ];

        var statement = Assert.Single(Mortgage.Compute(Mortgage.Contract(), new Observed(), entries));

        Assert.Equal(100m, Mortgage.Total(statement, "credited"));
        Assert.Equal(["early", "unknown"], statement.Findings.Where(f => f.Code == "entry-refused").Select(f => f.Message.Nl.Split(' ')[1]));
        Assert.Equal(["operation"], Finding(statement, "duplicate-entry").Lines);
        Assert.DoesNotContain(statement.Findings, f => f.Message.En.Contains("elders", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schedule_replaces_the_straight_line()
    {
        var contract = Mortgage.Contract(json => json["schedule"] = new JsonArray([.. Enumerable.Range(0, 10).Select(y => y % 2 == 0
            ? new JsonObject { ["year"] = 2017 + y, ["total"] = 10_000 }
            : new JsonObject { ["year"] = 2017 + y, ["activities"] = 20_000, ["indicators"] = 5000, ["operation"] = 5000 })]));

        var statements = Mortgage.Compute(contract, new Observed(), [Mortgage.Operation("a", 2018, 20_000)]);

        Assert.Equal([(10_000m, 0m), (40_000m, 50m)], statements.Select(s => (Mortgage.Total(s, "reference")!.Value, Mortgage.Total(s, "on-track")!.Value)));
        Assert.StartsWith("Afgesproken", statements[0].Totals.Single(t => t.Code == "reference").Label.Nl);
    }

    // The yardstick is 20,000 a year; the limits are 75 and 40 percent of it.
    [Theory]
    [InlineData("one-year", new[] { 15_000, 15_000 }, new[] { false, false }, false)]
    [InlineData("one-year", new[] { 14_000, 18_000 }, new[] { true, false }, false)]
    [InlineData("two-years", new[] { 14_000, 15_000 }, new[] { false, true }, false)]
    [InlineData("two-years", new[] { 15_000, 10_000 }, new[] { false, false }, false)]
    [InlineData("one-year", new[] { 8_000, 7_000 }, new[] { true, true }, true)]
    [InlineData("never", new[] { 1_000, 1_000 }, new[] { false, false }, false)]
    public void Off_track_is_flagged_by_the_limits_of_the_contract(string when, int[] proceeds, bool[] flagged, bool mayBeReconsidered)
    {
        var contract = Mortgage.Contract(json => json["offTrack"] = when == "never"
            ? new JsonObject { ["when"] = when }
            : new JsonObject { ["when"] = when, ["talkBelowPercent"] = 75, ["reconsiderBelowPercent"] = 40 });

        var statements = Mortgage.Compute(contract, new Observed(), [Mortgage.Operation("a", 2017, proceeds[0]), Mortgage.Operation("b", 2018, proceeds[1])]);

        Assert.Equal(flagged, statements.Select(s => s.Findings.Any(f => f.Code == "off-track" && f.Severity == FindingSeverity.Warning)));
        Assert.Equal(mayBeReconsidered, statements[1].Findings.Any(f => f.Message.Nl.Contains("heroverwegen", StringComparison.Ordinal)));
        Assert.All(statements.SelectMany(s => s.Findings.Where(f => f.Code == "off-track")), f => Assert.Contains("Daarbij ontbreken nog cijfers.", f.Message.Nl));
    }

    [Fact]
    public void The_next_module_states_the_remaining_repayment()
    {
        var statements = Mortgage.Compute(Mortgage.Contract(), new Observed(), [Mortgage.Operation("a", 2017, 30_000), Mortgage.Operation("b", 2018, 10_000), Mortgage.Operation("c", 2019, 160_000)]);

        Assert.Equal(
            [("Nog af te lossen voor: Keuken", 10_000m), ("Nog af te lossen voor: Werkplaats", 60_000m), ("Alle delen zijn vrijgekomen", 0m)],
            statements.Select(s => s.Totals.Single(t => t.Code == "next-module")).Select(t => (t.Label.Nl, t.Value!.Value)));
        Assert.Contains(statements[2].Findings, f => f.Code == "repaid-in-full");
    }

    [Fact]
    public void Cost_per_head_is_multiplied_by_the_inhabitants_of_the_contract()
    {
        var contract = Mortgage.Only("care_spending", i => (i["measuredAs"], i["baseline"], i["cityBaseline"]) = ("per-head", 1000, 500));

        Assert.Equal(8400m, Mortgage.Line(contract, 1000, 525).Amount); // 30 % x 50 x 560.
    }

    [Fact]
    public void Every_line_names_the_observations_and_the_fields_of_the_contract_that_it_came_from()
    {
        var line = Mortgage.Line(Mortgage.Only(Leavers), 14.9m, 4.7m);

        Assert.Equal(
            [
                ("value", "CU0153-dolphia/area-indicators/2017/early_school_leavers", "delivery"),
                ("city", "GM0153/area-indicators/2017/early_school_leavers", "delivery"),
                ("baseline", "contract:dolphia@1#indicators/early_school_leavers/baseline", null),
                ("city-baseline", "contract:dolphia@1#indicators/early_school_leavers/cityBaseline", null),
                ("step", "contract:dolphia@1#indicators/early_school_leavers/step", null),
                ("amount", "contract:dolphia@1#indicators/early_school_leavers/amount", null),
                ("credited-before", "credited-before:dolphia/2017/early_school_leavers", null),
            ],
            line.Inputs.Select(i => (i.Role, i.Key, i.Delivery)));
        Assert.Equal([14.9m, 4.7m, 15.9m, 4.7m, 1m, 1500m, 0m], line.Inputs.Select(i => i.Value!.Value));
    }

    [Fact]
    public void A_contract_that_does_not_fit_the_catalogue_is_not_computed()
    {
        var json = Mortgage.Json();
        Mortgage.Indicator(json, "burglaries")["code"] = "burglary";
        var contract = Mortgage.Read(json.ToJsonString()).Contract!;

        Assert.Contains("burglary", Assert.Throws<ConfigurationException>(() => Mortgage.Compute(contract, new Observed())).Message);
    }

    private static IReadOnlyList<Scorecard> Compute(SocialMortgageContract contract, int[] improvements)
    {
        var observed = new Observed();
        foreach (var (year, improvement) in improvements.Index())
        {
            observed.Value(Mortgage.Area, 2017 + year, Leavers, 15.9m - improvement).Value(Mortgage.City, 2017 + year, Leavers, 4.7m);
        }

        return Mortgage.Compute(contract, observed);
    }

    private static Finding Finding(Scorecard statement, string code) => statement.Findings.Single(f => f.Code == code);
}
