using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>Properties of every contract and every run of figures and entries.</summary>
public sealed class MortgagePropertiesTests
{
    private static readonly string[] Bases = ["once", "annual"];
    private static readonly string[] Worsenings = ["floor-at-zero", "claw-back", "negative"];
    private static readonly string[] Kinds = ["neighbourhood_dinner", "homework_support", "walk_in", "neighbourhood_party"];

    [Fact]
    public void The_balance_is_the_principal_plus_interest_minus_all_credits() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var statements = Compute(c);
        var (interest, credited) = (statements.Sum(s => Mortgage.Total(s, "interest")), statements.Sum(s => Mortgage.Total(s, "credited")));
        return statements.Count == 0 || Mortgage.Total(statements[^1], "closing-balance") == 200_000 + interest - credited;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_channel_caps_the_credit_is_the_sum_of_the_lines() => Prop.ForAll(Arb.From(Cases), c =>
        Compute(c).All(s => Mortgage.Total(s, "credited") == s.Lines.Sum(l => l.Amount ?? 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_year_opens_at_the_closing_balance_of_the_previous_year() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var statements = Compute(c);
        return statements.Zip(statements.Skip(1)).All(p => Mortgage.Total(p.First, "closing-balance") == Mortgage.Total(p.Second, "opening-balance"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_steps_never_give_more_steps_than_pro_rata_nor_of_another_sign() => Prop.ForAll(Arb.From(Cases), c =>
        Compute(c with { Rounding = "whole-steps" }).Zip(Compute(c with { Rounding = "pro-rata" })).All(p =>
            !p.First.Lines[0].Figures.TryGetValue("steps", out var whole)
            || (Math.Abs(whole) <= Math.Abs(p.Second.Lines[0].Figures["steps"]) && whole * p.Second.Lines[0].Figures["steps"] >= 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_steps_never_repay_more_than_pro_rata_where_worsening_is_not_charged() => Prop.ForAll(Arb.From(Cases), c =>
        Repaid(c with { Rounding = "whole-steps", Worsening = "floor-at-zero" }) <= Repaid(c with { Rounding = "pro-rata", Worsening = "floor-at-zero" })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cap_per_year_and_a_cap_over_the_term_hold() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var capped = Compute(c with { PerYear = 2000, Term = 5000 });
        return capped.All(s => s.Lines[0].Amount is null or <= 2000) && capped.Sum(s => s.Lines[0].Amount ?? 0) <= 5000;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_negative_rule_a_line_never_takes_back_more_than_it_gave() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var sum = 0m;
        return c.Worsening == "negative" || Compute(c).All(s => (sum += s.Lines[0].Amount ?? 0) >= 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_observations_and_entries_changes_nothing() => Prop.ForAll(Arb.From(Cases), c =>
    {
        var (observations, entries) = (Observed(c).All, Entries(c));
        var forward = SocialMortgageStatements.Compute(Contract(c), Mortgage.Catalogue, new ObservationSet(observations), entries);
        var backward = SocialMortgageStatements.Compute(Contract(c), Mortgage.Catalogue, new ObservationSet(observations.Reverse()), [.. entries.AsEnumerable().Reverse()]);
        return JsonSerializer.Serialize(forward) == JsonSerializer.Serialize(backward);
    }).QuickCheckThrowOnFailure();

    private static Gen<Case> Cases =>
        from basis in Gen.Elements(Bases)
        from worsening in Gen.Elements(Worsenings)
        from rounding in Gen.Elements("whole-steps", "pro-rata")
        from interest in Gen.Choose(0, 5)
        from tenths in Gen.ListOf(Gen.OneOf(Gen.Choose(100, 200).Select(t => (int?)t), Gen.Constant((int?)null)), 6)
        from counts in Gen.ListOf(Gen.Choose(-1, 9), 6)
        select new Case(basis, worsening, rounding, interest, [.. tenths], [.. counts]);

    private static decimal Repaid(Case c) => Compute(c).Sum(s => s.Lines[0].Amount ?? 0);

    private static IReadOnlyList<Scorecard> Compute(Case c) => SocialMortgageStatements.Compute(Contract(c), Mortgage.Catalogue, Observed(c).Set, Entries(c));

    private static SocialMortgageContract Contract(Case c) => Mortgage.Contract(json =>
    {
        var leavers = Mortgage.Indicator(json, "early_school_leavers").DeepClone().AsObject();
        (leavers["basis"], leavers["worsening"], leavers["rounding"]) = (c.Basis, c.Worsening, c.Rounding);
        leavers["cap"] = new JsonObject { ["perYear"] = c.PerYear, ["term"] = c.Term };
        json["indicators"] = new JsonArray(leavers);
        json["interestPercent"] = c.Interest;
    });

    private static Observed Observed(Case c)
    {
        var observed = new Observed();
        foreach (var (year, tenths) in c.Tenths.Index())
        {
            if (tenths is { } known)
            {
                observed.Value(Mortgage.Area, 2017 + year, "early_school_leavers", known / 10m).Value(Mortgage.City, 2017 + year, "early_school_leavers", 4.7m);
            }
        }

        return observed;
    }

    private static LedgerEntry[] Entries(Case c) => [.. c.Counts.Index().Where(i => i.Item != 0).Select(i => i.Index % 3 == 0
        ? Mortgage.Operation($"o{i.Index}", 2017 + i.Index, i.Item * 12.34m)
        : Mortgage.Activity($"a{i.Index}", 2017 + i.Index, Kinds[i.Index % Kinds.Length], i.Item, i.Item > 7 ? null : "wijkregisseur"))];

    private sealed record Case(string Basis, string Worsening, string Rounding, int Interest, int?[] Tenths, int[] Counts)
    {
        public decimal? PerYear { get; init; }

        public decimal? Term { get; init; }
    }
}
