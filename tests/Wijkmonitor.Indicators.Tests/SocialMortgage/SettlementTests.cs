using System.Text.Json;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

public sealed class SettlementTests
{
    private const string Leavers = "early_school_leavers";

    [Fact]
    public void A_corrected_figure_of_a_settled_year_is_booked_in_the_next_open_year_with_its_cause()
    {
        var dossier = Dossier(Mortgage.Only(Leavers));
        dossier = Settle(dossier, Figures(2), 2017);

        var statements = Statements(dossier, Figures(1, 3)); // 2017 was settled at two steps and later corrected to one.

        Assert.Equal([3000m, 3000m], statements.Select(s => s.Lines[0].Amount)); // 2018: three steps, of which one was reached before.
        var correction = Mortgage.Line(statements[1], $"correction/2017/{Leavers}");
        Assert.Equal(-1500m, correction.Amount);
        Assert.Equal(4500m, Mortgage.Total(statements[1], "repaid"));
        Assert.Equal([correction.Code], statements[1].Findings.Single(f => f.Code == "correction").Lines);
        Assert.StartsWith("2017 is vastgesteld op € 3.000; met wat nu bekend is, is het € 1.500. Verschil: −€ 1.500. Het cijfer van de buurt was 13,9 en is nu 14,9", correction.Explanation.Nl);
        Assert.Equal([13.9m, 14.9m], correction.Inputs.Where(i => i.Role is "cause-before" or "cause-after").Select(i => i.Value!.Value));
        Assert.Equal("settled", statements[0].Findings[0].Code);
    }

    [Fact]
    public void A_late_figure_is_booked_in_the_next_open_year_even_without_other_entries()
    {
        var dossier = Settle(Dossier(Mortgage.Contract(), Mortgage.Operation("o", 2017, 2000)), new Observed(), 2017);

        var statements = Statements(dossier, Figures(2));

        Assert.Equal(LineState.MissingInput, Mortgage.Line(statements[0], Leavers).State);
        Assert.Equal((2, 3000m), (statements.Count, Mortgage.Line(statements[1], $"correction/2017/{Leavers}").Amount));
        Assert.Contains("kwam na de vaststelling: 13,9", Mortgage.Line(statements[1], $"correction/2017/{Leavers}").Explanation.Nl);
        Assert.Equal(195_000m, Mortgage.Total(statements[1], "closing-balance"));
    }

    [Fact]
    public void A_settled_correction_is_not_booked_again_and_can_be_reversed()
    {
        var dossier = Settle(Dossier(Mortgage.Only(Leavers)), Figures(2), 2017);
        dossier = Settle(dossier, Figures(1, 3), 2018);

        Assert.DoesNotContain(Statements(dossier, Figures(1, 3, 3))[2].Lines, l => l.Code.StartsWith("correction/", StringComparison.Ordinal));
        var restored = Statements(dossier, Figures(2, 3, 3))[2];
        Assert.Equal(1500m, Mortgage.Line(restored, $"correction/2017/{Leavers}").Amount);
        Assert.Equal(-1500m, Mortgage.Line(restored, $"correction/2018/{Leavers}").Amount); // With two steps in 2017, 2018 adds only one.
        Assert.Equal(4500m, Mortgage.Total(restored, "repaid"));
    }

    [Fact]
    public void A_settled_year_is_identical_to_the_byte_after_later_deliveries_and_storage()
    {
        var dossier = Settle(Dossier(Mortgage.Contract(), Mortgage.Activity("a", 2017, "walk_in", 3)), Figures(2), 2017);
        var settled = JsonSerializer.Serialize(Statements(dossier, Figures(2))[0]);
        var stored = dossier with { Settlements = [.. dossier.Settlements.Select(s => s with { Statement = JsonSerializer.Deserialize<Scorecard>(JsonSerializer.Serialize(s.Statement))! })] };

        var later = stored with { Entries = [.. stored.Entries, Mortgage.Operation("late", 2017, 500)], Decisions = [Decision("d", DecisionKind.Disputed, "activities/a")] };

        var statements = Statements(later, Figures(-3, 4, 5));
        Assert.Equal(settled, JsonSerializer.Serialize(statements[0]));
        Assert.Equal([-150m, 500m], statements[1].Lines.Where(l => l.Code is "correction/2017/activities/walk_in" or "correction/2017/operation").Select(l => l.Amount!.Value));
        Assert.Contains("telt op een andere manier mee", Mortgage.Line(statements[1], "correction/2017/activities/walk_in").Explanation.Nl);
    }

    [Theory]
    [InlineData(2017, "2018-02-01", null)]
    [InlineData(2017, "2017-12-31", "on")]
    [InlineData(2018, "2019-02-01", "year")]
    public void Years_are_settled_in_order_after_they_end(int year, string on, string? field)
    {
        var versions = new ContractVersions(Mortgage.Contract());

        Assert.Equal(field, Settlement.Validate(versions, [], year, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))?.Field);
    }

    [Fact]
    public void A_year_is_settled_once() =>
        Assert.Equal("year", Settlement.Validate(new ContractVersions(Mortgage.Contract()), [2017], 2017, new DateOnly(2018, 1, 1))?.Field);

    [Fact]
    public void A_confirmed_activity_counts_until_it_is_disputed()
    {
        var dossier = Dossier(Mortgage.Contract(), Mortgage.Activity("a", 2017, "walk_in", 2, confirmedBy: null), Mortgage.Operation("o", 2017, 100));
        LedgerDecision[] decisions =
        [
            Decision("1", DecisionKind.Confirmed, "activities/a", day: 1),
            Decision("2", DecisionKind.Disputed, "activities/a", day: 2),
            Decision("3", DecisionKind.Confirmed, "activities/a", day: 3),
            Decision("4", DecisionKind.Disputed, "operation/o", day: 4),
        ];

        Assert.Equal([100m, 200m, 100m, 200m, 100m], Enumerable.Range(0, 5).Select(n =>
            Mortgage.Total(Assert.Single(Statements(dossier with { Decisions = decisions[..n] }, new Observed())), "credited")!.Value));
        var last = Statements(dossier with { Decisions = decisions }, new Observed())[0];
        Assert.Equal(["operation"], last.Findings.Single(f => f.Code == "disputed-entries").Lines);
        Assert.Equal(100m, Mortgage.Total(last, "disputed"));
        Assert.Equal(["entry", "confirmation", "dispute", "confirmation", "amount"], Mortgage.Line(last, "activities/walk_in").Inputs.Select(i => i.Role));
    }

    [Fact]
    public void A_correction_adds_its_difference_without_changing_the_entry()
    {
        var dossier = Dossier(Mortgage.Contract(), Mortgage.Activity("a", 2017, "walk_in", 8)) with
        {
            Decisions = [Decision("c", DecisionKind.Corrected, "activities/a", quantity: -2)],
        };

        var line = Mortgage.Line(Statements(dossier, new Observed())[0], "activities/walk_in");

        Assert.Equal((300m, 6m), (line.Amount, line.Value));
        Assert.Equal([("entry", 8m), ("correction", -2m)], line.Inputs.Take(2).Select(i => (i.Role, i.Value!.Value)));
    }

    [Theory]
    [InlineData("activities/b", DecisionKind.Confirmed, null, 2)]
    [InlineData("activities/a", DecisionKind.Corrected, null, 2)]
    [InlineData("activities/a", DecisionKind.Corrected, 0.5, 2)]
    [InlineData("activities/a", DecisionKind.Confirmed, 1.0, 2)]
    [InlineData("activities/a", DecisionKind.Disputed, null, -300)]
    public void An_invalid_decision_has_no_effect_and_is_reported(string about, DecisionKind kind, double? quantity, int day)
    {
        var dossier = Dossier(Mortgage.Contract(), Mortgage.Activity("a", 2017, "walk_in", 8)) with
        {
            Decisions = [Decision("d", kind, about, (decimal?)quantity, day)],
        };

        var statement = Statements(dossier, new Observed())[0];

        Assert.Equal(400m, Mortgage.Total(statement, "credited"));
        Assert.Contains("Decision d ", statement.Findings.Single(f => f.Code == "decision-refused").Message.En);
    }

    [Fact]
    public void A_year_is_computed_by_the_version_in_force()
    {
        var first = Mortgage.Only(Leavers);
        var second = Mortgage.Contract(json =>
        {
            (json["version"], json["validFrom"]) = ("2", "2018-01-01");
            json["tariffs"]!.AsArray()[2]!["amount"] = 70;
        });
        var dossier = Dossier(first, Mortgage.Activity("a", 2017, "walk_in", 1), Mortgage.Activity("b", 2018, "walk_in", 1)) with { Contract = new ContractVersions(second, first) };

        var statements = Statements(dossier, Figures(1, 2));

        Assert.Equal(["1", "2"], statements.Select(s => s.RuleVersion));
        Assert.Equal([50m, 70m], statements.Select(s => Mortgage.Line(s, "activities/walk_in").Amount!.Value));
        Assert.Equal([1500m, 1500m], statements.Select(s => Mortgage.Line(s, Leavers).Amount!.Value));
    }

    public static TheoryData<string, string, string, string> Joins => new()
    {
        { "2", "2017-01-01", "", "validFrom" },
        { "1", "2019-01-01", "", "version" },
        { "2", "2018-01-01", "", "validFrom" }, // 2018 is settled
        { "2", "2019-01-01", "1", "replaces" },
    };

    [Theory]
    [MemberData(nameof(Joins))]
    public void A_version_that_overlaps_or_rewrites_settled_years_is_refused_by_field(string version, string from, string replaces, string field)
    {
        var next = Mortgage.Contract(json => (json["version"], json["validFrom"], json["replaces"]) = (version, from, replaces.Length == 0 ? null : replaces));

        Assert.Contains(field, ContractVersions.ValidateNext([Mortgage.Contract()], next, lastSettledYear: version == "2" && replaces.Length == 0 ? 2018 : null).Select(p => p.Field));
    }

    [Fact]
    public void A_version_may_replace_one_of_the_same_day_after_the_settled_years()
    {
        var replacing = Mortgage.Contract(json => (json["version"], json["replaces"]) = ("1b", "1"));
        var later = Mortgage.Contract(json => (json["version"], json["validFrom"]) = ("2", "2019-01-01"));

        Assert.Empty(ContractVersions.ValidateNext([Mortgage.Contract()], replacing, lastSettledYear: null));
        Assert.Empty(ContractVersions.ValidateNext([Mortgage.Contract()], later, lastSettledYear: 2018));
        var versions = new ContractVersions(Mortgage.Contract(), replacing, later);
        Assert.Equal(["1b", "1b", "2"], new[] { 2017, 2018, 2019 }.Select(y => versions.GetVersion(y).Version));
        Assert.Equal(3, versions.All.Count);
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("indicators/early_school_leavers/baseline")]
    [InlineData("indicators/early_school_leavers/cityBaseline")]
    public void A_new_version_cannot_change_frozen_values(string field)
    {
        var next = Mortgage.Contract(json =>
        {
            (json["version"], json["validFrom"]) = ("2", "2019-01-01");
            var parts = field.Split('/');
            (parts.Length == 1 ? json : Mortgage.Indicator(json, parts[1]))[parts[^1]] = 16;
        });

        Assert.Equal(field, Assert.Single(ContractVersions.ValidateNext([Mortgage.Contract()], next, lastSettledYear: null)).Field);
    }

    [Fact]
    public void A_first_version_starts_with_the_term() =>
        Assert.Equal("validFrom", Assert.Single(ContractVersions.ValidateNext([], Mortgage.Contract(json => json["validFrom"] = "2018-01-01"), null)).Field);

    [Theory]
    [InlineData("2017-07-01")]
    [InlineData("2031-01-01")]
    public void A_version_starts_on_the_first_day_of_a_year_of_the_term(string from)
    {
        var json = Mortgage.Json();
        json["validFrom"] = from;

        Assert.Equal("validFrom", Assert.Single(Mortgage.Read(json.ToJsonString()).Problems).Field);
    }

    [Fact]
    public void Every_amount_of_a_statement_can_be_computed_again_from_its_explanation_alone()
    {
        var contract = Mortgage.Contract(json =>
        {
            json["interestPercent"] = 1.25m;
            json["caps"] = new System.Text.Json.Nodes.JsonObject { ["activities"] = new System.Text.Json.Nodes.JsonObject { ["perYear"] = 120 } };
            Mortgage.Indicator(json, Leavers)["cap"] = new System.Text.Json.Nodes.JsonObject { ["perYear"] = 2000, ["term"] = 5000 };
            Mortgage.Indicator(json, "burglaries")["stepUnit"] = "relative";
            Mortgage.Indicator(json, "burglaries")["overshoot"] = "capped-at-city";
        });
        var dossier = Dossier(contract, Mortgage.Activity("a", 2017, "walk_in", 3), Mortgage.Activity("p", 2018, "walk_in", 3, null), Mortgage.Operation("o", 2018, 33.33m));
        Observed All(params int[] improvements)
        {
            var observed = Figures(improvements);
            for (var year = 2017; year < 2017 + improvements.Length; year++)
            {
                observed.Value(Mortgage.Area, year, "burglaries", 3.3m).Value(Mortgage.City, year, "burglaries", 4)
                    .Value(Mortgage.Area, year, "care_spending", 390_000).Value(Mortgage.City, year, "care_spending", 84_000_007)
                    .Value(Mortgage.Area, year, "public_space_grade", 6.5m);
            }

            return observed;
        }

        dossier = Settle(dossier, All(2), 2017);
        var statements = Statements(dossier, All(1, 3, 4));

        Assert.Equal(3, statements.Count);
        foreach (var (index, statement) in statements.Index())
        {
            Assert.All(statement.Lines.Where(l => l.Amount is not null), l => Assert.Equal(l.Amount, Explained.Amount(l)));
            Assert.All(statement.Totals.Where(t => t.Code != "modules-unlocked"), t =>
                Assert.Equal(t.Value, Explained.Total(statement, index == 0 ? null : statements[index - 1], t.Code)));
        }
    }

    private static MortgageDossier Dossier(SocialMortgageContract contract, params LedgerEntry[] entries) => new(new ContractVersions(contract)) { Entries = entries };

    private static MortgageDossier Settle(MortgageDossier dossier, Observed observed, int year) => dossier with
    {
        Settlements = [.. dossier.Settlements, new Settlement("dolphia", year, new DateOnly(year + 1, 3, 1), "gemeente", Statements(dossier, observed).Single(s => s.Period.Year == year))],
    };

    private static IReadOnlyList<Scorecard> Statements(MortgageDossier dossier, Observed observed) => SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, observed.Set);

    private static LedgerDecision Decision(string reference, DecisionKind kind, string about, decimal? quantity = null, int day = 1) =>
        new("dolphia", reference, new DateOnly(2017, 12, 1).AddDays(day), kind, about, "wijkregisseur", quantity, "reden", new SourceLine("decisions", 2));

    private static Observed Figures(params int[] improvements)
    {
        var observed = new Observed();
        foreach (var (year, improvement) in improvements.Index())
        {
            observed.Value(Mortgage.Area, 2017 + year, Leavers, 15.9m - improvement).Value(Mortgage.City, 2017 + year, Leavers, 4.7m);
        }

        return observed;
    }
}
